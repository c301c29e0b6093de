#!/usr/bin/env python3
"""Checks an audit bundle offline.  One file, Python 3.8 or later, standard library only; nothing is changed or fetched.

usage: verify.py [BUNDLE] [--key VKEY]... [--policy FILE] [--against NOTE]... [--root FILE]... [--json]

BUNDLE      the folder with bagit.txt; without it, the bundle that this file lies in.
--key       a public key (name+id+key) that you trust, from somebody you trust and not from the bundle.
--policy    a file with such keys and with the witnesses you ask for (C2SP tlog-policy).
--against   a signed checkpoint that you have from elsewhere: tells whether later entries were cut off.
--root      certificates (PEM) of an authority whose timestamps you believe; they are verified with the program openssl.

Verdicts: OK, WITHHELD (it holds; something is not shown to you), UNKNOWN (cannot be decided from what is at hand),
FAIL (it was falsified or damaged, at the place that is named).  Exit status 0, 0, 2, 1.
The same verdicts at the same places come from `daybook verify`; the formats are public: RFC 8493, RFC 6962, C2SP
signed-note, tlog-checkpoint, tlog-tiles, tlog-proof and tlog-policy, RFC 9901 disclosures, RFC 8032 signatures."""
import base64, calendar, hashlib, json, os, re, shutil, stat, subprocess, sys, tempfile, time, unicodedata

RANK = {"OK": 0, "WITHHELD": 1, "UNKNOWN": 2, "FAIL": 3}
FILES, DEPTH, CHECKPOINTS, PROOFS, LEAF = 2_000_000, 16, 10_000, 100_000, 65_535
TOKENS, TOKENS_OF_ONE = 1_000, 32


class Bad(Exception):
    """A file that is not what it should be."""


class Report:
    """What was found; of one check and verdict a hundred are told and the rest counted."""

    def __init__(self):
        self.rows, self.told, self.untold = [], {}, {}

    def add(self, verdict, check, what, event=None, place=None):
        key = (check, verdict)
        if self.told.get(key, 0) < 100:
            self.told[key] = self.told.get(key, 0) + 1
            self.rows.append((verdict, check, what, f"event #{event}" if event is not None else place or ""))
        else:
            self.count(1, verdict, check)

    def count(self, number, verdict, check):
        if number > 0:
            self.untold[(check, verdict)] = self.untold.get((check, verdict), 0) + number

    def fails(self):
        return sum(r[0] == "FAIL" for r in self.rows) + sum(n for (c, v), n in self.untold.items() if v == "FAIL")

    def verdict(self):
        return max((r[0] for r in self.rows), key=RANK.get, default="UNKNOWN")


# -- hashes and trees (RFC 6962, RFC 9162) ---------------------------------------------------------------------------

def sha256(b):
    return hashlib.sha256(b).digest()


def leaf_hash(b):
    return sha256(b"\0" + b)


def node(a, b):
    return sha256(b"\1" + a + b)


def collapse(h):
    while len(h) > 1:
        h = [node(h[i], h[i + 1]) for i in range(0, len(h), 2)]
    return h[0]


class Edge:
    """The right edge of a growing tree: the hashes of every tile that is not full."""

    def __init__(self, size=0, parts=()):
        self.size, self.parts = size, [list(p) for p in parts]

    def append(self, h):
        done, level = [], 0
        while True:
            if level == len(self.parts):
                self.parts.append([])
            self.parts[level].append(h)
            if len(self.parts[level]) < 256:
                break
            full, self.parts[level] = self.parts[level], []
            done.append((level, self.size >> 8 * (level + 1), full))
            h, level = collapse(full), level + 1
        self.size += 1
        return done

    def root(self):
        right = None
        for part in self.parts:
            rest = list(part)
            while rest:
                n = len(rest) & -len(rest)
                sub = collapse(rest[-n:])
                right, rest = sub if right is None else node(sub, right), rest[:-n]
        return right if right is not None else sha256(b"")

    def copy(self):
        return Edge(self.size, self.parts)

    def same(self, other):
        trim = lambda e: [p for p in e.parts + [[]] * (8 - len(e.parts))]
        return self.size == other.size and trim(self) == trim(other)


def included(index, size, h, proof, root):
    """RFC 9162 section 2.1.3.2; a proof that is too long or too short does not hold."""
    if not 0 <= index < size:
        return False
    fn, sn = index, size - 1
    for p in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            h = node(p, h)
            while not fn & 1 and fn:
                fn >>= 1
                sn >>= 1
        else:
            h = node(h, p)
        fn >>= 1
        sn >>= 1
    return sn == 0 and h == root


# -- signatures: Ed25519 (RFC 8032 section 5.1.7), without the cofactor, S canonical ---------------------------------

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, I = -121665 * pow(121666, P - 2, P) % P, pow(2, (P - 1) // 4, P)


def ed_add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def ed_mul(s, p):
    q = (0, 1, 1, 0)
    while s:
        if s & 1:
            q = ed_add(q, p)
        p, s = ed_add(p, p), s >> 1
    return q


def ed_point(b):
    y = int.from_bytes(b, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    xx = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P:
        x = x * I % P
    if (x * x - xx) % P or (x == 0 and sign):
        return None
    return (P - x if x & 1 != sign else x, y, 1, (P - x if x & 1 != sign else x) * y % P)


BASE = ed_point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def ed_verify(key, message, signature):
    if len(signature) != 64:
        return False
    a, r, s = ed_point(key), ed_point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    x, y = ed_mul(s, BASE), ed_add(r, ed_mul(h, a))
    return (x[0] * y[2] - y[0] * x[2]) % P == 0 and (x[1] * y[2] - y[1] * x[2]) % P == 0


# -- notes, keys, checkpoints (C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-policy) ----------------------

def b64(text):
    """Base64 in its one canonical spelling."""
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError:
        raise Bad(f"{text!r} is no Base64")
    if base64.b64encode(raw).decode() != text:
        raise Bad(f"{text!r} is not canonical Base64")
    return raw


def number(text):
    if not re.fullmatch("0|[1-9][0-9]{0,19}", text, re.ASCII) or int(text) >= 2**64:
        raise Bad(f"{text!r} is no number")
    return int(text)


def valid_name(name):
    return bool(name) and not any(c.isspace() or c == "+" or c < " " for c in name)


def vkey(text):
    """A key as (name, id, type, 32 bytes)."""
    parts = text.split("+", 2)
    if len(parts) != 3 or not valid_name(parts[0]):
        raise Bad(f"{text!r} is no key: name+id+key")
    raw = b64(parts[2])
    if len(raw) != 33 or raw[0] not in (1, 4) or sha256(parts[0].encode() + b"\n" + raw)[:4].hex() != parts[1]:
        raise Bad(f"{text!r} is no key: its id or type does not fit")
    return parts[0], bytes.fromhex(parts[1]), raw[0], raw[1:]


def note(raw):
    """A note as its text and signature lines; nothing is verified."""
    if len(raw) > 1_000_000 or any(b < 32 and b != 10 for b in raw):
        raise Bad("is too large for a note, or holds control characters")
    try:
        text = raw.decode("utf8")
    except UnicodeDecodeError:
        raise Bad("is not UTF-8")
    cut = text.rfind("\n\n")
    if not text.endswith("\n") or cut < 1 or cut + 2 >= len(text):
        raise Bad("is no note: a text, a blank line, signatures")
    lines = []
    for line in text[cut + 2:-1].split("\n"):
        m = re.fullmatch("\u2014 ([^ ]+) ([^ ]+)", line)
        if not m or not valid_name(m[1]) or len(b64(m[2])) <= 4:
            raise Bad("holds a signature line that cannot be read")
        lines.append((m[1], b64(m[2])))
    if len(lines) > 100:
        raise Bad("holds too many signatures")
    return text[:cut + 1], lines


class Unsigned(Bad):
    """No key at hand has signed."""


def opened(raw, keys):
    """The text of a note and the keys that signed it; a known key whose signature fails refuses the whole."""
    text, lines = note(raw)
    body, signers = text.encode(), []
    for name, signature in lines:
        known = [k for k in keys if (k[0], k[1]) == (name, signature[:4])]
        if len(set(known)) > 1:
            raise Bad(f"two keys of {name} have the same id")
        for k in known[:1]:
            if k[2] == 1:
                good = ed_verify(k[3], body, signature[4:])
            else:
                when = int.from_bytes(signature[4:12], "big")
                message = f"cosignature/v1\ntime {when}\n".encode() + body
                good = len(signature) == 76 and when < 2**63 and ed_verify(k[3], message, signature[12:])
            if not good:
                raise Bad(f"the signature of {name} does not hold")
            if k not in signers:
                signers.append(k)
    if not signers:
        raise Unsigned("no key at hand has signed it")
    return text, signers


def checkpoint_of(text):
    lines = text[:-1].split("\n")
    if len(lines) < 3 or not all(lines):
        raise Bad("is no checkpoint: origin, size, root")
    root = b64(lines[2])
    if len(root) != 32:
        raise Bad("holds a root that is no SHA-256")
    return lines[0], number(lines[1]), root


class Trust:
    """Whom the reader believes."""

    def __init__(self, keys=()):
        self.logs, self.witnesses, self.groups, self.quorum, self.readers = list(keys), {}, {}, None, True

    def read(self, raw):
        """Reads a policy; every name and key is new where it is defined, and each member of a group is in one group only."""
        keys, members = set(), set()
        for n, line in enumerate(raw.decode("latin1").split("\n"), 1):
            f = re.split("[ \t]+", line.strip(" \t"))
            known = lambda x: x in self.witnesses or x in self.groups
            fresh = lambda x: x != "none" and not known(x)
            try:
                if any(c < " " and c != "\t" or c == "\x7f" for c in line):
                    raise Bad("")
                if not f[0] or f[0].startswith("#"):
                    continue
                if f[0] == "log" and len(f) in (2, 3):
                    k = vkey(f[1].encode("latin1").decode("utf8", "replace"))
                    if k[2] != 1 or k[3] in keys:
                        raise Bad("")
                    keys.add(k[3])
                    self.logs += [] if k in self.logs else [k]
                elif f[0] == "witness" and len(f) in (3, 4) and fresh(f[1]):
                    k = vkey(f[2].encode("latin1").decode("utf8", "replace"))
                    if k[2] != 4 or k[3] in [w[3] for w in self.witnesses.values()]:
                        raise Bad("")
                    f[1].encode("latin1").decode("utf8")
                    self.witnesses[f[1]] = k
                elif f[0] == "group" and len(f) >= 4 and fresh(f[1]):
                    m = f[3:]
                    k = 1 if f[2] == "any" else len(m) if f[2] == "all" else number(f[2])
                    if not 1 <= k <= len(m) or not all(map(known, m)) or len(set(m)) < len(m) or members & set(m):
                        raise Bad("")
                    members.update(m)
                    self.groups[f[1]] = (k, m)
                elif f[0] == "quorum" and len(f) == 2 and self.quorum is None and (f[1] == "none" or known(f[1])):
                    self.quorum = f[1]
                else:
                    raise Bad("")
            except (Bad, UnicodeDecodeError):
                raise Bad(f"line {n} is no line of a policy, or names what is unknown or was named before: "
                          "log, witness, group or quorum")
        if self.quorum is None:
            raise Bad("there is no quorum line; allowed is `quorum NAME` or `quorum none`")
        return self

    def all(self):
        return self.logs + list(self.witnesses.values())

    def met(self, name, cosigners):
        if name == "none":
            return True
        if name in self.witnesses:
            return self.witnesses[name] in cosigners
        k, members = self.groups[name]
        return sum(self.met(m, cosigners) for m in members) >= k

    def checkpoint(self, raw, origin):
        text, signers = opened(raw, self.all())
        found = checkpoint_of(text)
        if found[0] != origin:
            raise Bad(f"is of the log {found[0]}")
        if not any(k in self.logs for k in signers):
            raise Bad("is not signed by the log")
        return found


# -- leaves: strict JSON (RFC 8785 under a narrow profile) --------------------------------------------------------------

def strict_json(raw):
    """The value of a leaf; refused unless its bytes are the canonical ones."""

    def members(pairs):
        keys = [k for k, _ in pairs]
        if len(keys) != len(set(keys)) or not all(re.fullmatch("[a-z_][a-z0-9_]{0,31}", k, re.ASCII) for k in keys):
            raise ValueError("keys")
        return dict(pairs)

    def integer(text):
        if abs(int(text)) > 2**53 - 1:
            raise ValueError("number")
        return int(text)

    def refuse(text):
        raise ValueError(text)

    def depth(v):
        inner = v.values() if isinstance(v, dict) else v if isinstance(v, list) else ()
        return 1 + max(map(depth, inner), default=0) if isinstance(v, (dict, list)) else 0

    try:
        text = raw.decode("utf8")
        value = json.loads(text, object_pairs_hook=members, parse_int=integer, parse_float=refuse, parse_constant=refuse)
        again = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        if len(raw) > LEAF or again.encode("utf8") != raw or depth(value) > 32:
            raise ValueError("not canonical")
    except (ValueError, RecursionError, UnicodeError) as e:
        raise Bad(f"the bytes are not a canonical leaf: {e}")
    return value


def get(value, *keys):
    for k in keys:
        value = value.get(k) if isinstance(value, dict) else None
    return value


def strings(value):
    return [x for x in value if isinstance(x, str)] if isinstance(value, list) else []


def is_hash(text):
    return isinstance(text, str) and re.fullmatch("[0-9a-f]{64}", text, re.ASCII) is not None


def references(value):
    if isinstance(value, dict):
        if isinstance(value.get("leaf"), str) and ("seq" in value or "rel" in value):
            yield value["leaf"], value.get("seq"), value.get("rel")
        for v in value.values():
            yield from references(v)
    elif isinstance(value, list):
        for v in value:
            if isinstance(v, dict):
                yield from references(v)


class Shown:
    """The values that this reader was given, line by line in the order of the events."""

    def __init__(self, path):
        self.lines, self.fault, self.at = [], None, 0
        if not os.path.isfile(path):
            return
        last = 0
        with open(path, "rb") as f:
            for n, raw in enumerate(f, 1):
                if not raw.strip():
                    continue
                try:
                    line = json.loads(raw)
                    event, values = line["leaf"], line["sd"]
                    if type(event) is not int or event < 0 or not isinstance(values, list):
                        raise ValueError
                except (ValueError, KeyError, TypeError):
                    self.fault = f"line {n} does not say which event shows which values"
                    return
                if event < last:
                    self.fault = f"line {n} is not in the order of the events"
                    return
                last = event
                digest = lambda s: base64.urlsafe_b64encode(sha256(s.encode())).rstrip(b"=").decode()
                self.lines.append((event, [digest(s) for s in strings(values)]))

    def upto(self, position):
        found = []
        while self.at < len(self.lines) and self.lines[self.at][0] <= position:
            found.append(self.lines[self.at])
            self.at += 1
        return found


class Survey:
    """What the events say that other parts of the bundle are compared with."""

    def __init__(self, shown):
        self.shown, self.problems, self.values, self.withheld = shown, [], [], []
        self.shown_count = self.events = self.references = self.outside = 0
        self.redacted, self.evidence, self.unplaced, self.last = {}, {}, [], b""
        self.ends, self.introduced = {}, []

    def take(self, position, raw, earlier):
        self.events += 1
        try:
            root = strict_json(raw)
        except Bad as e:
            self.compare(position, [])
            return self.problems.append((str(e), position))
        if isinstance(get(root, "at"), str):
            now = root["at"].encode()
            if now < self.last:
                self.problems.append(("was recorded before the event ahead of it", position))
            self.last = now
        self.note_key(root, position)
        for text, seq, rel in references(root):
            self.follow(text, seq, rel, position, earlier)
        if get(root, "kind") in ("redact", "redaction"):
            listed = get(root, "payload", "digests")
            for d in strings(listed if listed is not None else get(root, "digests")):
                self.redacted.setdefault(d, position)
        named = [get(root, "payload", k) for k in ("evidence", "before", "after")]
        named += [get(o, "sha256") for o in get(root, "ev") or []] if isinstance(get(root, "ev"), list) else []
        for d in filter(is_hash, named):
            self.evidence.setdefault(d, position)
        self.compare(position, strings(get(root, "_sd")))

    def note_key(self, root, position):
        """What a policy about a key of the log says became of it; the first end of a key counts."""
        if get(root, "kind") != "policy" or get(root, "payload", "subject") != "key":
            return
        state, text = (get(root, "payload", "settings", k) for k in ("state", "vkey"))
        try:
            key = vkey(text) if isinstance(text, str) else None
        except Bad:
            return
        if key and state == "introduced":
            self.introduced.append((position, key))
        elif key and state in ("retired", "compromised"):
            self.ends.setdefault(key, (position, state == "compromised"))

    def fate(self, key):
        event, others = self.ends[key]
        return f"the key {key[1].hex()}, which event #{event} {'says is in other hands' if others else 'has retired'}"

    def follow(self, text, seq, rel, position, earlier):
        self.references += 1
        if not is_hash(text):
            return self.problems.append(("refers to an event by what is no leaf hash", position))
        if type(seq) is not int:
            return self.unplaced.append((text, rel, position))
        if not 0 <= seq < position:
            return self.problems.append((f"refers to #{seq}, which is not earlier", position))
        found = earlier(seq)
        if found is None:
            self.outside += 1
        elif found.hex() != text:
            self.problems.append((f"refers to #{seq} by a hash that is not that of the event there", position))

    def compare(self, position, committed):
        seen = set()
        for event, digests in self.shown.upto(position):
            if event != position:
                self.values.append(("a value is shown for an event that is not here", event))
                continue
            for d in digests:
                if d in committed:
                    seen.add(d)
                else:
                    self.values.append(("a value is shown that is not the one committed to", event))
        self.shown_count += len(seen)
        self.withheld += [(position, d) for d in committed if d not in seen]

    def finish(self, first):
        for event, _ in self.shown.upto(2**64):
            self.values.append(("a value is shown for an event that is not here", event))
        for text, rel, event in self.unplaced:
            if first.get(text, event) >= event:
                self.problems.append((f"the reference '{rel}' does not lead to an earlier event", event))


# -- timestamps (RFC 3161), read and verified by openssl: neither ASN.1 nor CMS is ours -------------------------------------

class Token:
    """A token over some bytes, as `openssl ts` reads it; verified at its own time or a later one."""

    def __init__(self, token, stamped, roots):
        self.stamped, self.roots = stamped, roots
        with tempfile.TemporaryDirectory() as folder:
            self.put(folder, "input", token)
            status, _ = self.openssl(folder, "-reply", "-in", "input", "-token_out", "-out", "token")
            inner = os.path.join(folder, "token")
            if status == 0 and os.path.isfile(inner) and os.path.getsize(inner):
                with open(inner, "rb") as f:
                    token = f.read()
            self.token = token
            self.put(folder, "own", token)
            status, text = self.openssl(folder, "-reply", "-token_in", "-in", "own", "-text")
            when = re.search(r"^Time stamp: (\w+ +\d+ [\d:]+)(?:\.\d+)? (\d+) GMT$", text, re.M)
            if status != 0 or not when:
                raise Bad("is neither a response nor a token of RFC 3161")
            months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
            (month, day, clock), year = when[1].split(), int(when[2])
            hour, minute, second = map(int, clock.split(":"))
            self.time = calendar.timegm((year, months.index(month) + 1, int(day), hour, minute, second))

    @staticmethod
    def put(folder, name, raw):
        with open(os.path.join(folder, name), "wb") as f:
            f.write(raw)

    @staticmethod
    def openssl(folder, *words):
        env = dict(os.environ, OPENSSL_CONF=os.devnull, LC_ALL="C", TZ="UTC")
        run = subprocess.run(["openssl", "ts", *words], cwd=folder, env=env, stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return run.returncode, run.stdout.decode("utf8", "replace")

    def broken(self, at):
        """Why the token does not hold at a time, or None."""
        with tempfile.TemporaryDirectory() as folder:
            for name, raw in (("token", self.token), ("data", self.stamped), ("roots", self.roots)):
                self.put(folder, name, raw)
            status, said = self.openssl(folder, "-verify", "-data", "data", "-in", "token", "-token_in", "-CAfile", "roots",
                                        "-untrusted", "roots", "-attime", str(at))
        if status == 0 and "Verification: OK" in said.split("\n"):
            return None
        return "the token does not hold: " + (said.strip().split("\n") or [""])[-1]


def moment(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


# -- the bundle ------------------------------------------------------------------------------------------------------------

def tile_path(kind, index, width):
    groups, rest = [f"{index % 1000:03}"], index // 1000
    while rest:
        groups.append(f"x{rest % 1000:03}")
        rest //= 1000
    return f"tile/{kind}/" + "/".join(reversed(groups)) + (f".p/{width}" if width < 256 else "")


def is_tile(path, size):
    m = re.fullmatch(r"tile/(entries|[0-7])/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([0-9]{1,3}))?", path, re.ASCII)
    if not m:
        return False
    index = int(m[2].replace("x", "").replace("/", ""))
    level = 0 if m[1] == "entries" else int(m[1])
    due = min(256, max(0, (size >> 8 * level) - 256 * index))
    return due > 0 and tile_path(m[1], index, due) == path


class Bundle:
    def __init__(self, root, trust, outside, roots=None):
        self.root, self.given, self.outside, self.report = root, trust, outside, Report()
        self.authorities = roots
        self.tags, self.payload, self.refused = {}, {}, []
        self.walk("", 0)
        self.originals, self.altered, self.bad_names = set(), set(), []

    def say(self, verdict, check, what, event=None, place=None):
        self.report.add(verdict, check, what, event, place)

    def fail(self, check, what, place=None, event=None):
        self.report.add("FAIL", check, what, event, place)

    def walk(self, prefix, depth):
        for name in sorted(os.listdir(os.path.join(self.root, prefix)), key=os.fsencode):
            if len(self.refused) >= 100:
                return
            path = prefix + name
            s = os.lstat(os.path.join(self.root, path))
            if stat.S_ISREG(s.st_mode):
                (self.tags if depth == 0 else self.payload)[path] = s.st_size
                if len(self.payload) > FILES:
                    self.refused.append((path, f"is one file too many: {FILES} are allowed"))
                    return
            elif not stat.S_ISDIR(s.st_mode):
                self.refused.append((path, "is a symbolic link or a device: a bundle holds files and folders alone"))
            elif depth == 0 and path != "data":
                self.refused.append((path, "is a folder beside data: a bundle has only that one"))
            elif depth >= DEPTH:
                self.refused.append((path, f"lies too deep: {DEPTH} folders are allowed"))
            else:
                self.walk(path + "/", depth + 1)

    def read(self, path, limit=1_000_000):
        """The bytes of a small file, or None."""
        full = os.path.join(self.root, path)
        if not os.path.isfile(full):
            return None
        if os.path.getsize(full) > limit:
            raise Bad(f"has {os.path.getsize(full)} bytes where {limit} are allowed")
        with open(full, "rb") as f:
            return f.read()

    def need(self, path, limit=1_000_000):
        raw = self.read(path, limit)
        if raw is None:
            raise Bad("is missing")
        return raw

    def below(self, prefix):
        return sorted((p for p in self.payload if p.startswith(prefix)), key=os.fsencode)

    # - the container (RFC 8493) -

    def manifest(self, name, digits, payload):
        lines, spellings = {}, set()
        try:
            raw = self.need(name, 512 << 20)
        except Bad as e:
            self.fail("bag", str(e), name)
            return lines
        for line in filter(None, raw.split(b"\n")):
            m = re.fullmatch(rb"([0-9A-Fa-f]{%d})[ \t]+([^\r].*?)\r?" % digits, line, re.S)
            try:
                path = m[2].decode("utf8") if m else None
            except UnicodeDecodeError:
                path = None
            if path is None:
                self.fail("bag", f"{name}: is no line of a manifest", line[:80].decode("utf8", "replace"))
                continue
            path = re.sub("%0[AaDd]|%25", lambda x: {"%0A": "\n", "%0D": "\r", "%25": "%"}[x[0].upper()], path)
            parts = path.split("/")
            spelling = unicodedata.normalize("NFC", path.lower())
            if path[0] in "/~" or "\\" in path:
                self.fail("bag", f"{name}: is absolute or written with a backslash", path)
            elif any(p in ("", ".", "..") for p in parts):
                self.fail("bag", f"{name}: leads out of the bundle or is written in a roundabout way", path)
            elif payload != path.startswith("data/"):
                self.fail("bag", f"{name}: does not lie where this manifest lists", path)
            elif spelling in spellings:
                self.fail("bag", f"{name}: is listed twice, or differs only by case or Unicode form", path)
            else:
                spellings.add(spelling)
                lines[path] = m[1].decode().lower()
        return lines

    def check_bag(self):
        before = self.report.fails()
        if self.read("bagit.txt") != b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n":
            self.fail("bag", "does not declare BagIt 1.0 in UTF-8", "bagit.txt")
        if "fetch.txt" in self.tags:
            self.fail("bag", "would fetch files from elsewhere: a bundle holds everything itself", "fetch.txt")
        listed = {}
        for algorithm, digits in (("sha256", 64), ("sha512", 128)):
            listed[algorithm] = self.manifest(f"tagmanifest-{algorithm}.txt", digits, False)
        for algorithm, lines in listed.items():
            for path, digest in sorted(lines.items()):
                raw = self.read(path, 512 << 20)
                if raw is None:
                    self.fail("bag", "is listed and missing", path)
                elif hashlib.new(algorithm, raw).hexdigest() != digest:
                    self.fail("bag", "differs from the tag manifest", path)
        free = {"seal.note", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt", "fetch.txt"}
        for name in sorted(set(self.tags) - set(listed["sha256"]) - free):
            self.fail("bag", "is not listed in the tag manifest", name)
        short, long = self.manifest("manifest-sha256.txt", 64, True), self.manifest("manifest-sha512.txt", 128, True)
        if not short:
            self.fail("bag", "lists no files: an empty bundle proves nothing", "manifest-sha256.txt")
        if set(short) != set(long):
            self.fail("bag", "does not list the same files as manifest-sha256.txt", "manifest-sha512.txt")
        for path in sorted(set(short) - set(self.payload)):
            self.fail("bag", "is listed and missing", path)
        for path in sorted(set(self.payload) - set(short)):
            self.fail("bag", "is not listed in the manifest", path)
        total = sum(self.hash_payload(path, short, long) for path in self.below(""))
        for line in (self.read("bag-info.txt") or b"").split(b"\n"):
            value = line[13:].decode("utf8", "replace").replace(" ", "").replace("\r", "")
            if line.startswith(b"Payload-Oxum:") and value != f"{total}.{len(self.payload)}":
                self.fail("bag", f"says {value} where the payload is {total}.{len(self.payload)}", "bag-info.txt")
        if self.report.fails() == before:
            self.say("OK", "bag", f"{len(self.payload)} files, {total} bytes, are those that the manifests list")

    def hash_payload(self, path, short, long):
        a, b, size = hashlib.sha256(), hashlib.sha512(), 0
        with open(os.path.join(self.root, path), "rb") as f:
            for chunk in iter(lambda: f.read(1 << 20), b""):
                a.update(chunk)
                b.update(chunk)
                size += len(chunk)
        if short.get(path, a.hexdigest()) != a.hexdigest() or long.get(path, b.hexdigest()) != b.hexdigest():
            self.fail("bag", "differs from the manifest", path)
        if path.startswith("data/evidence/sha256/"):
            name = path[len("data/evidence/sha256/"):]
            if is_hash(name[3:]) and name[:3] == name[3:5] + "/":
                self.originals.add(name[3:])
                if a.hexdigest() != name[3:]:
                    self.altered.add(name[3:])
            else:
                self.say("UNKNOWN", "evidence", "is no original and should not lie here", place=path)
        return size

    # - the log -

    def run(self):
        for path, why in self.refused:
            self.fail("bag", why, path)
        if self.refused:
            return self.report
        self.check_bag()
        self.read_trust()
        try:
            self.note = self.need("data/log/checkpoint")
            self.origin, self.size, self.root_hash = checkpoint_of(note(self.note)[0])
        except Bad as e:
            self.fail("log", f"is no checkpoint: {e}", "data/log/checkpoint")
            return self.report
        if self.size == 0:
            self.fail("log", "signs no entries: an empty log proves nothing", "data/log/checkpoint")
            return self.report
        self.survey = Survey(Shown(os.path.join(self.root, "data/disclosures.jsonl")))
        if self.below("data/log/tile/"):
            self.check_full()
        else:
            self.check_selected()
        self.check_time()
        self.check_views()
        self.check_seal()
        return self.report

    def read_trust(self):
        if self.given:
            self.trust = self.given
            return self.say("OK", "trust", "the keys come from you")
        self.trust = Trust()
        try:
            self.trust = Trust().read(self.need("data/trust/policy.txt"))
            self.trust.readers = False
            self.say("UNKNOWN", "trust", "the keys are the bundle's own copy: this shows only that the bundle agrees with "
                     "itself; get the keys from somebody you trust and give them with --key")
        except Bad as e:
            self.say("UNKNOWN", "trust", f"no keys are at hand: {e}", place="data/trust/policy.txt")

    def signed_sizes(self):
        """Every checkpoint, kept or from outside, as (size, root, name, is outside)."""
        given, prefix = [("data/log/checkpoint", self.note, False, None)], "data/log/checkpoints/"
        kept = self.below(prefix)
        for path in kept[:CHECKPOINTS]:
            try:
                given.append((path, self.need(path), False, number(path[len(prefix):])))
            except Bad as e:
                self.fail("log", str(e), path)
        if len(kept) > CHECKPOINTS:
            self.fail("log", f"holds {len(kept)} checkpoints where {CHECKPOINTS} are allowed")
        signed = []
        for name, raw, outside, filed in given + [(n, r, True, None) for n, r in self.outside]:
            if not self.trust.logs:
                self.late.append(("UNKNOWN", "no public key of the log is at hand: give one with --key", name))
                continue
            try:
                _, size, root = self.trust.checkpoint(raw, self.origin)
                if filed not in (None, size):
                    raise Bad("it is filed under another size than it signs")
                signed.append((size, root, name, outside))
            except Bad as e:
                self.late.append(("FAIL", f"is not a checkpoint signed by the log: {e}", name))
        return sorted(signed, key=lambda s: s[0])

    def check_full(self):
        self.late = []
        signed = self.signed_sizes()
        self.sweep(sorted({s[0] for s in signed}))
        surplus = [p for p in self.below("data/log/tile/") if not is_tile(p[len("data/log/"):], self.size)]
        for path, why in self.faults + self.bad_tiles + [(p, "is no tile of this tree") for p in surplus]:
            self.fail("log", why, path)
        if not (self.faults or self.bad_tiles or surplus or self.differing):
            self.say("OK", "log", f"{self.entries.size} entries hash to the tiles; root {self.entries.root().hex()}")
        for verdict, what, name in self.late:
            self.say(verdict, "log", what, place=name)
        self.judge(signed)
        self.check_quorum()
        first = {}
        if self.survey.unplaced:
            for i in range(self.entries.size):
                first.setdefault(self.hash(i).hex(), i)
        self.survey.finish(first)
        self.tell_events()
        self.check_proofs(lambda i: self.hash(i) if i < self.entries.size else None)
        self.check_keys()

    def hash(self, i):
        return bytes(self.hashes[32 * i:32 * i + 32])

    def sweep(self, sizes):
        """Reads every entry once: two trees are kept where they differ, of the entries and of the stored hashes."""
        self.entries, self.stored, self.hashes = Edge(), None, bytearray()
        self.faults, self.bad_tiles, self.differing, self.roots = [], [], [], {}
        self.sizes, self.boundary = sizes, Edge()
        if 0 in sizes:
            self.roots[0] = [sha256(b"")] * 2
        for index in range((self.size + 255) // 256):
            width = min(256, self.size - 256 * index)
            path = "data/log/" + tile_path("entries", index, width)
            try:
                leaves = self.entry_file(path, width)
            except Bad as e:
                return self.faults.append((path, str(e)))
            for raw in leaves:
                self.take(raw)
        self.compare_edge()

    def entry_file(self, path, width):
        raw, leaves, at = self.need(path, 256 * (LEAF + 2)), [], 0
        while at < len(raw):
            n = int.from_bytes(raw[at:at + 2], "big")
            if at + 2 + n > len(raw) or len(leaves) == width:
                raise Bad(f"does not hold {width} whole entries")
            leaves.append(raw[at + 2:at + 2 + n])
            at += 2 + n
        if len(leaves) != width:
            raise Bad(f"does not hold {width} whole entries")
        return leaves

    def take(self, raw):
        position, h = self.entries.size, leaf_hash(raw)
        done = self.entries.append(h)
        if self.entries.size in self.sizes:
            self.roots[self.entries.size] = [self.entries.root()] * 2
        for level, index, full in done:
            path, own = tile_path(str(level), index, 256), b"".join(full)
            kept = self.tile("data/log/" + path, 8192)
            if kept is None:
                self.bad_tiles.append(("data/log/" + path, "is missing"))
                kept = own
            if level == 0:
                if own != kept or self.stored:
                    self.merge(own, kept, 256 * index)
            elif self.stored is None and own != kept:
                self.bad_tiles.append(("data/log/" + path, "is not made of the tiles below it"))
        if done:
            self.boundary = self.entries.copy()
        self.survey.take(position, raw, lambda i: self.hash(i))
        self.hashes += h

    def tile(self, path, size):
        try:
            raw = self.read(path, 8192)
        except Bad:
            return None
        return raw if raw is not None and len(raw) == size else None

    def merge(self, own, kept, first):
        tree, upper = self.stored or self.boundary.copy(), []
        for at in range(0, len(kept), 32):
            if own[at:at + 32] != kept[at:at + 32]:
                self.differing.append(first + at // 32)
            upper += [t for t in tree.append(kept[at:at + 32]) if t[0] > 0]
            if tree.size in self.roots:
                self.roots[tree.size][1:] = [tree.root()]
        self.stored = tree
        for level, index, full in upper:
            path = "data/log/" + tile_path(str(level), index, 256)
            if self.tile(path, 8192) != b"".join(full):
                self.bad_tiles.append((path, "is not made of the tiles below it"))

    def compare_edge(self):
        parts = []
        for level in range((self.size.bit_length() + 7) // 8):
            width, index = self.size >> 8 * level & 255, self.size >> 8 * (level + 1)
            raw = b""
            if width:
                path = "data/log/" + tile_path(str(level), index, width)
                try:
                    raw = self.need(path, 8192)
                    if len(raw) != 32 * width:
                        raise Bad(f"has {len(raw)} bytes where {32 * width} are due")
                except Bad as e:
                    return self.faults.append((path, str(e)))
            parts.append([raw[i:i + 32] for i in range(0, len(raw), 32)])
        edge, own = Edge(self.size, parts), b"".join(self.entries.parts[0])
        kept = b"".join(parts[0])
        if own != kept or self.stored:
            self.merge(own, kept, self.size - len(parts[0]))
        if not edge.same(self.stored or self.entries):
            self.bad_tiles.append(("data/log/tile", "the right edge is not that of the stored hashes"))

    def judge(self, signed):
        """What the signed roots prove: which side was altered, or between which checkpoints history was rewritten."""
        good, before, last, bad = 0, 0, 0, None
        for size, root, name, _ in signed:
            if size not in self.roots:
                self.fail("log", f"signs {size} events where the log holds {self.entries.size}: the tail was cut, or an "
                          "older log was put back", name)
                continue
            entries, stored = self.roots[size]
            if entries == root:
                good += 1
                if bad is None and size > last:
                    before, last = last, size
            elif bad is None and (stored != root or entries == stored):
                bad = (size, name)
                last = before if last == size else last
        for position in self.differing[:1000]:
            self.fail("log", self.blame(position, signed), event=position)
        if len(self.differing) > 1000:
            self.fail("log", f"{len(self.differing) - 1000} more events do not match their stored hash")
        if bad and not self.differing:
            self.fail("log", "history was rewritten: events and stored hashes agree with each other and not with the "
                      "signed root", f"events #{last} to #{max(bad[0], 1) - 1}, before {bad[1]}")
        if good:
            whose = "your key" if self.trust.readers else "the key in the bundle"
            self.say("OK", "log", f"the log agrees with {good} checkpoint{'' if good == 1 else 's'}, checked with {whose}")
        covered = min(max((s[0] for s in signed), default=0), self.entries.size)
        if bad is None and self.entries.size > covered:
            self.say("OK" if good else "UNKNOWN", "log", f"{self.entries.size - covered} events are not signed",
                     place=f"from #{covered}")
        newest = max((s[0] for s in signed), default=0)
        if not any(s[3] and s[0] >= newest for s in signed):
            self.say("UNKNOWN", "log", "whether later events existed cannot be told from the log alone: give a newer "
                     "checkpoint with --against")

    def blame(self, position, signed):
        for size, root, name, _ in signed:
            if size > position and size in self.roots:
                entries, stored = self.roots[size]
                if stored == root != entries:
                    return f"the event was altered after {name} was signed: its stored hash agrees with the signed root"
                if entries == root != stored:
                    return f"the stored hash was altered: the event itself agrees with the root signed by {name}"
                return f"the event does not match its stored hash, and neither agrees with the root signed by {name}"
        return "the event does not match its stored hash, and no checkpoint covers it: either was altered"

    def check_quorum(self):
        if self.trust.quorum in (None, "none"):
            return
        try:
            text, signers = opened(self.note, self.trust.all())
            self.trust.checkpoint(self.note, self.origin)
        except Bad:
            signers = []
        cosigners = [k for k in signers if k[2] == 4]
        names = ", ".join(sorted(k[0] for k in cosigners)) or "none"
        if self.trust.met(self.trust.quorum, cosigners):
            self.say("OK", "log", f"the witnesses that the policy asks for have cosigned: {names}")
        else:
            self.fail("log", f"lacks the cosignatures that the policy asks for; there are: {names}", "data/log/checkpoint")

    def check_selected(self):
        if not self.trust.logs:
            self.say("UNKNOWN", "log", "no public key of the log is at hand: give one with --key",
                     place="data/log/checkpoint")
        else:
            try:
                self.trust.checkpoint(self.note, self.origin)
                whose = "your key" if self.trust.readers else "the bundle's own key"
                self.say("OK", "log", f"the checkpoint of {self.size} events is signed by the log, checked with {whose}")
            except Bad as e:
                self.fail("log", f"is not a checkpoint signed by the log: {e}", "data/log/checkpoint")
            for name, raw in self.outside:
                try:
                    _, size, root = self.trust.checkpoint(raw, self.origin)
                    if size != self.size:
                        self.say("UNKNOWN", "log", f"signs {size} events: a selected bundle cannot be compared with it",
                                 place=name)
                    elif root == self.root_hash:
                        self.say("OK", "log", "signs the same log", place=name)
                    else:
                        self.fail("log", "signs another log of the same size: history was forked", name)
                except Bad as e:
                    self.fail("log", f"is not a checkpoint signed by the log: {e}", name)
        self.check_quorum()
        found, prefix, hashes = {}, "data/events/", {}
        for path in self.below(prefix):
            try:
                if not path.endswith(".json"):
                    raise Bad("")
                found[number(path[len(prefix):-5])] = path
            except Bad:
                self.fail("events", "is not named after the position of an event", path)
        for position, path in sorted(found.items()):
            try:
                raw = self.need(path, LEAF)
            except Bad as e:
                self.fail("events", str(e), path)
                continue
            self.survey.take(position, raw, hashes.get)
            hashes[position] = leaf_hash(raw)
        self.survey.finish({})
        self.say("UNKNOWN", "log", f"{len(hashes)} of {self.size} events were selected: whether others bear on them cannot "
                 "be told from here")
        self.tell_events()
        proved = self.check_proofs(hashes.get)
        for position in sorted(set(hashes) - proved):
            self.fail("proofs", "nothing here proves that this event is in the log", event=position)
        self.check_keys()
        if not hashes:
            self.fail("log", "holds no events: an empty bundle proves nothing", "data/events")

    # - what the events say -

    def tell_events(self):
        s = self.survey
        for what, event in s.problems[:1000]:
            self.fail("events", what, event=event)
        if s.outside:
            self.say("WITHHELD", "events", f"{s.outside} references lead to events that are not in this bundle")
        if not s.problems:
            self.say("OK", "events", f"{s.events} events are canonical and in order; {s.references - s.outside} references "
                     "lead to what they name")
        for what, event in s.values[:1000]:
            self.fail("protected", what, event=event)
        if s.shown.fault:
            self.fail("protected", s.shown.fault, "data/disclosures.jsonl")
        again = [(e, s.redacted[d]) for e, digests in s.shown.lines for d in digests if d in s.redacted]
        for event, by in again:
            self.fail("protected", f"a value redacted by event #{by} is shown", event=event)
        for event, d in s.withheld:
            why = f"redacted by event #{s.redacted[d]}" if d in s.redacted else "not given to you"
            self.say("WITHHELD", "protected", f"one protected value is withheld: {why}", event=event)
        if not (s.values or s.shown.fault or again):
            self.say("OK", "protected", f"{s.shown_count} protected values are the ones committed to")
        clean = True
        for digest, event in sorted(s.evidence.items()):
            if digest in self.altered:
                clean = False
                self.fail("evidence", f"the original {digest} was altered", event=event)
            elif digest not in self.originals:
                self.say("WITHHELD", "evidence", f"the original {digest} is named and not in this bundle", event=event)
        for digest in sorted(self.originals - set(s.evidence)):
            clean = clean and digest not in self.altered
            self.say(*(("FAIL", "evidence", "does not hash to its name") if digest in self.altered else
                       ("UNKNOWN", "evidence", "no event says where this original comes from")),
                     place=f"data/evidence/sha256/{digest[:2]}/{digest}")
        if clean:
            count = sum(d in self.originals for d in s.evidence)
            self.say("OK", "evidence", f"{count} originals hash to their names")

    def check_proofs(self, leaf_of):
        paths, proved, clean = self.below("data/proofs/"), set(), True
        if len(paths) > PROOFS:
            self.fail("proofs", f"there are {len(paths)} proofs where {PROOFS} are allowed", "data/proofs")
        for path in paths[:PROOFS]:
            try:
                index, proof, raw = self.proof_file(path)
                h = leaf_of(index)
                if h is None:
                    self.say("WITHHELD", "proofs", "the event of this proof is not in the bundle", event=index)
                    continue
                _, size, root = checkpoint_of(note(raw)[0])
                if not included(index, size, h, proof, root):
                    raise Bad("its hashes do not lead to the signed root")
                if raw != self.note and self.trust.logs:
                    self.trust.checkpoint(raw, self.origin)
                proved.add(index)
            except Bad as e:
                clean = False
                self.fail("proofs", f"does not prove its event: {e}", path)
        if clean and paths:
            self.say("OK", "proofs", f"{len(proved)} proofs prove their events")
        return proved

    def proof_file(self, path):
        raw = self.need(path)
        head, _, rest = raw.partition(b"\n\n")
        lines = head.decode("utf8", "replace").split("\n")
        if lines[0] != "c2sp.org/tlog-proof@v1" or not rest:
            raise Bad("it is no proof file")
        if len(lines) > 1 and lines[1].startswith("extra "):
            b64(lines.pop(1)[6:])
        if len(lines) < 2 or not lines[1].startswith("index ") or len(lines) > 66:
            raise Bad("it has no index, or too many hashes")
        index, proof = number(lines[1][6:]), [b64(x) for x in lines[2:]]
        if any(len(p) != 32 for p in proof):
            raise Bad("it holds a hash that is no SHA-256")
        if path != f"data/proofs/{index}.tlog-proof":
            raise Bad(f"it is named after another event than #{index}")
        return index, proof, rest

    # - keys that events have ended -

    def check_keys(self):
        """The first checkpoint over the event that ends a key is the last that this key signs."""
        s, signed = self.survey, {}
        if not s.ends:
            return
        notes = [("data/log/checkpoint", self.note)]
        for path in self.below("data/log/checkpoints/")[:CHECKPOINTS] + self.below("data/proofs/")[:PROOFS]:
            try:
                raw = self.need(path) if path.startswith("data/log/") else self.proof_file(path)[2]
                notes += [(path, raw)] if path.startswith("data/log/") or raw != self.note else []
            except Bad:
                pass
        ended, introduced = {}, {}
        for key in s.ends:
            ended.setdefault(key[1], []).append(key)
        for event, key in s.introduced:
            introduced.setdefault(key[1], []).append((event, key))
        for name, raw in notes + self.outside:
            try:
                ids = {signature[:4] for _, signature in note(raw)[1]}
            except Bad:
                continue
            for key in [k for i in ids for k in ended.get(i, [])]:
                size, event = self.signed_by(raw, [key]), s.ends[key][0]
                if size is not None and size > event:
                    living = self.trust.logs + [k for i in ids for e, k in introduced.get(i, []) if e < event]
                    living = [k for k in living if k != key and (k not in s.ends or s.ends[k][0] >= size)]
                    signed.setdefault(key, []).append((size, name, self.signed_by(raw, living) is not None))
        clean = True
        for key, found in signed.items():
            (event, others), first = s.ends[key], min(f[0] for f in found)
            for size, name, shared in found:
                last = size == first
                if size == event + 1 or last and shared and not others:
                    continue
                clean = False
                if last and others:
                    self.say("UNKNOWN", "keys", f"is signed by {s.fate(key)}, over events after that one: whether its owner "
                             "or a thief signed it cannot be told from here", place=name)
                else:
                    self.fail("keys", f"is signed by {s.fate(key)}: whoever signed it had no right to", name)
        if clean:
            self.say("OK", "keys", "no key signed after the event that ended it")

    def signed_by(self, raw, keys):
        """How many events a checkpoint of this log signs with one of the keys, or None."""
        try:
            origin, size, _ = checkpoint_of(opened(raw, keys)[0])
            return size if origin == self.origin else None
        except Bad:
            return None

    # - time, tables, seal -

    def check_time(self):
        prefix = "data/log/timestamps/"
        paths = self.below(prefix)
        if len(paths) > TOKENS:
            return self.fail("time", f"there are {len(paths)} timestamps where {TOKENS} are allowed", prefix[:-1])

        def order(path):
            parts = path[len(prefix):].split(".")
            known = len(parts) > 1 and re.fullmatch("0|[1-9][0-9]{0,19}", parts[1], re.ASCII) and int(parts[1]) < 2**64
            return os.fsencode(parts[0]), int(parts[1]) if known else 2**64 - 1, os.fsencode(path)

        stamps, before = [], {}
        for path in sorted(paths, key=order):
            size = path[len(prefix):].split(".")[0]
            try:
                token, signed = self.need(path, 100_000), None
                if re.fullmatch("0|[1-9][0-9]*", size, re.ASCII):
                    signed = self.read("data/log/checkpoints/" + size)
                if signed is None:
                    raise Bad("is of no checkpoint in this bundle")
                earlier = before.setdefault(size, [])
                if len(earlier) >= TOKENS_OF_ONE:
                    raise Bad(f"is one timestamp too many for a checkpoint: {TOKENS_OF_ONE} are allowed")
                over = None
                for count in range(len(earlier) + 1):
                    stamped = signed + b"".join(earlier[:count])
                    if any(hashlib.new(a, stamped).digest() in token for a in ("sha256", "sha384", "sha512")):
                        over = count, stamped
                        break
                earlier.append(token)
                if over is None:
                    raise Bad(f"is not over the checkpoint of {size}")
                stamps.append((path, size, len(earlier), over[0], token, over[1]))
            except Bad as e:
                self.fail("time", str(e), path)
        if stamps and self.authorities is None:
            return self.say("UNKNOWN", "time", f"{len(stamps)} timestamps name checkpoints of this bundle; to believe when "
                            "they were made, give the certificate of an authority that you trust with --root FILE")
        if stamps and shutil.which("openssl") is None:
            for stamp in stamps:
                self.say("UNKNOWN", "time", "cannot be verified: the program openssl is not there", place=stamp[0])
            return
        read = []
        for _, _, _, _, token, stamped in stamps:
            try:
                read.append(Token(token, stamped, self.authorities))
            except Bad as e:
                read.append(e)
        for (path, size, number, _, _, _), token in zip(stamps, read):
            later = next((t for s, t in zip(stamps, read) if s[1] == size and s[2] > number and s[3] >= number), None)
            renewal = later.time if isinstance(later, Token) else None
            why = str(token) if isinstance(token, Bad) else token.broken(token.time)
            if why:
                self.fail("time", why, path)
            elif renewal is not None and token.broken(renewal):
                self.say("UNKNOWN", "time", f"existed at {moment(token.time)}, but was renewed only at {moment(renewal)}, when "
                         "its chain had ended", place=path)
            else:
                self.say("OK", "time", f"the checkpoint of {size} existed at {moment(token.time)}, unchanged since", place=path)

    def check_views(self):
        listed = "data/views/views.json"
        tables = [p for p in self.below("data/views/") if p != listed]
        try:
            raw = self.read(listed)
            if raw is None:
                for path in tables:
                    self.fail("views", "is listed in no views.json", path)
                return
            value = json.loads(raw)
            if get(value, "size") != self.size:
                return self.fail("views", "was drawn from another number of events than are signed", listed)
            digests = {get(t, "file"): get(t, "sha256") for t in value.get("tables") or []}
            for path in tables:
                name = path[len("data/views/"):]
                if name not in digests:
                    self.fail("views", "is not listed in views.json", path)
                elif hashlib.sha256(self.need(path, 1 << 30)).hexdigest() != digests[name]:
                    self.fail("views", "is not the table that views.json lists", path)
            if tables:
                self.say("OK", "views", f"{len(tables)} tables are listed with the events they were drawn from; Daybook can "
                         "draw them again")
        except (Bad, ValueError, TypeError, AttributeError) as e:
            self.fail("views", f"is no list of tables: {e}", listed)

    def check_seal(self):
        name = "seal.note"
        try:
            raw = self.read(name)
            if raw is None:
                return self.say("UNKNOWN", "seal", "nobody sealed this bundle: who put it together cannot be told", place=name)
            lines = note(raw)[0].split("\n")
            tags = hashlib.sha256(self.need("tagmanifest-sha256.txt", 512 << 20)).hexdigest()
        except Bad as e:
            return self.fail("seal", f"is no seal: {e}", name)
        if len(lines) != 4 or lines[1:] != [tags, f"{self.origin} {self.size}", ""]:
            return self.fail("seal", "seals another content than this", name)
        keys = list(self.trust.logs)
        try:
            own = vkey((self.read("data/trust/seal.vkey") or b"").split(b"\n")[0].decode("utf8", "replace"))
            keys += [own] if own not in keys else []
        except Bad:
            pass
        try:
            _, signers = opened(raw, keys)
            ended = [k for k in signers if k in self.survey.ends]
            if ended:
                self.fail("seal", f"is the seal of {self.survey.fate(ended[0])}", name)
            elif self.trust.readers and any(k in self.trust.logs for k in signers):
                self.say("OK", "seal", f"the bundle was sealed by {signers[0][0]}, whose key you gave", place=name)
            else:
                self.say("UNKNOWN", "seal", "the bundle was sealed with a key that you did not give: ask its owner for the "
                         "key", place=name)
        except Unsigned:
            self.say("UNKNOWN", "seal", "the bundle was sealed with a key that is not at hand", place=name)
        except Bad as e:
            self.fail("seal", f"its signature does not hold: {e}", name)


def main(words):
    root, keys, policy, against, roots, as_json = None, [], None, [], None, False
    try:
        while words:
            word = words.pop(0)
            if word in ("-h", "--help"):
                print(__doc__)
                return 0
            if word == "--json":
                as_json = True
            elif word in ("--key", "--policy", "--against", "--root"):
                value = words.pop(0)
                if word == "--key":
                    keys.append(vkey(value))
                elif word == "--policy":
                    policy = open(value, "rb").read()
                elif word == "--root":
                    raw = open(value, "rb").read()
                    if b"-----BEGIN CERTIFICATE-----" not in raw:
                        raise Bad(f"{value} holds no certificate in PEM (-----BEGIN CERTIFICATE-----)")
                    roots = (roots or b"") + raw + b"\n"
                else:
                    against.append((value, open(value, "rb").read()))
            elif word.startswith("-") or root is not None:
                raise Bad(f"'{word}' is not understood")
            else:
                root = word
        root = root or os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        if not os.path.isdir(root):
            raise Bad(f"there is no folder '{root}'")
        trust = Trust(keys) if keys or policy is not None else None
        if policy is not None:
            trust.read(policy)
    except (Bad, IndexError, OSError) as e:
        print(f"verify.py: {e}\n\n{__doc__}", file=sys.stderr)
        return 64
    report = Bundle(root, trust, against, roots).run()
    verdict = report.verdict()
    if as_json:
        rows = [dict(zip(("verdict", "check", "what", "place"), row)) for row in report.rows]
        print(json.dumps({"verdict": verdict, "findings": rows}, ensure_ascii=False, indent=1))
    else:
        for v, check, what, place in report.rows:
            print(f"{v:8}  {check:9}  " + (f"{place}: " if place else "") + what)
        if report.untold:
            print(f"... and {sum(report.untold.values())} more of the same kinds.")
        print(f"\n{verdict}: " + ", ".join(f"{n} {v}" for v in RANK if (n := sum(r[0] == v for r in report.rows))))
    return {"OK": 0, "WITHHELD": 0, "UNKNOWN": 2, "FAIL": 1}[verdict]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
