"""Turns the table into drafts of events: what it says as claims, what it no longer says as retractions.

The mapping, row by row, in the order of the scrapes:

- A scrape that brings something new is a report, published on the day of the scrape. All of them derive from the page
  as it was first scraped, for a revision rests on the page it revises: the table is one root, however often it repeats.
- The valid day of a row is its "as of" date. Without one, or when the status changed and the date was left as it was,
  the day of the scrape.
- A status Ukraine or Russia is `gain` when the row said otherwise before, else `hold`; a new "as of" date for the same
  status is `hold` again. Contested is `contest` by both. Unknown and a vanished row claim nothing.
- When the status changes, what the row said for this day or later, otherwise, is withdrawn by its own author:
  `retract`, published with the scrape. A status that returns within 72 hours takes back the whole edit between.
- Where the remarks say that Russian forces left, a `withdrawal` from that town; where they say that forces are leaving,
  its phase is `begun`; an agreement to leave or "may have left" is not taken.
"""
import json
import re

import areas
import settled
import table

# Profiles of the evaluation's own: `default-1` with one setting changed.
PROFILES = {
    "no-roots": {"roots": False},
    "no-cascade": {"cascade": False},
    "control-at-4": {"theta_control": 4},
    "rival-at-4": {"theta_rival": 4},
}

ACTORS = {"ua": "ukraine", "ru": "russia"}
OTHER = {"ua": "ru", "ru": "ua"}
GRADE = {"reliability": "B", "credibility": 2}
DOUBT = {"reliability": "B", "credibility": 4}
LEFT = re.compile(
    r"Russian? (?:forces )?(?:have |has )?(?:withdrew|withdrawn)"
    r"(?:(?: on)? (?P<day>\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4}))?"
    r"|Abandoned by Russia(?: (?P<until>\d{1,2} \w+ \d{4}))?"
)
LEAVING = re.compile(r"Russian forces are (?:reportedly )?withdrawing")


class Claim:
    """What one row of one scrape claims: the status, the valid day, when it was scraped, and the ids of its events."""

    def __init__(self, status, day, seen, ids):
        self.status, self.day, self.seen, self.ids = status, day, seen, ids


class Writer:
    """Collects the events of each scrape, so that they can be appended in the order of publication."""

    def __init__(self, source):
        self.table = source
        self.events = {}  # time of scrape -> drafts
        self.count = 0
        self.counts = {}

    def add(self, reading, kind, body):
        self.count += 1
        name = f"@eval/e{self.count}"
        draft = {"kind": kind, "id": name, **body}
        draft["said"] = {
            "report": report_id(reading.seen), "chain": [{"source": "wikipedia", "role": "reports"}],
            "strength": "attributed", "derivation": body.get("said", {}).get("derivation", "stated"),
        }  # fmt: skip
        self.events.setdefault(reading.seen, []).append(draft)
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return name

    def claim(self, reading, town, status, content, day, loser=None):
        """The claim of one row; a contest is one claim by each side."""
        ids = []
        for side in ("ua", "ru") if status == "contested" else (status,):
            payload = {"content": content, "actor": ACTORS[side]}
            if loser:
                payload["from"] = ACTORS[loser]
            grade = DOUBT if reading.written in table.DOUBTFUL else GRADE
            ids.append(self.add(reading, "claim.control", {
                "occurred": {"edtf": day.isoformat()}, "place": {"id": town.key}, "grade": grade,
                "payload": payload, "note": f"Held by: {reading.written}",
            }))  # fmt: skip
        return Claim(status, day, reading.seen, ids)

    def retract(self, reading, claims, reason):
        for claim in claims:
            for event in claim.ids:
                self.add(reading, "retract", {
                    "refs": [{"rel": "retracts", "event": event}], "payload": {"reason": reason},
                })  # fmt: skip


def report_id(time):
    return "@eval/r" + time.strftime("%Y%m%d%H%M%S")


class Row:
    """What a row of the table has said so far, and what of it the table has not taken back."""

    def __init__(self, writer, town):
        self.writer, self.town = writer, town
        self.standing = []
        self.status = self.since = self.before = self.held = self.as_of = None
        self.withdrawals = set()

    def follow(self):
        """Turns the readings of the town into events."""
        for reading in self.town.readings:
            if reading.status == table.GONE:
                continue
            if reading.status != self.status:
                self.change(reading)
            elif reading.as_of not in (None, self.as_of) and reading.status != "unknown":
                if not any(claim.day == reading.as_of and claim.status == self.status for claim in self.standing):
                    self.claim(reading, "contest" if self.status == "contested" else "hold", reading.as_of)
            self.as_of = reading.as_of or self.as_of
            leave(self.writer, reading, self.town, self.withdrawals)

    def change(self, reading):
        """The status is another than before: an edit taken back, or something new."""
        if reading.status != "unknown":
            undone = self.edit(reading)
            if undone:
                self.retract(reading, undone)
            else:
                self.turn(reading)
            self.held = reading.status
        self.before, self.status, self.since = self.status, reading.status, reading.seen

    def edit(self, reading):
        """The claims of an edit that this reading takes back: it returns within 72 hours to what was said before."""
        if self.before != reading.status or reading.seen - self.since >= settled.REVERTED:
            return []
        restored = [claim for claim in self.standing if claim.status == reading.status]
        if not any(reading.as_of is None or claim.day >= reading.as_of for claim in restored):
            return []
        return [claim for claim in self.standing if claim.status == self.status and claim.seen >= self.since]

    def turn(self, reading):
        """A new status; what the row said otherwise for its day or later no longer stands."""
        day = reading.as_of or reading.day
        if reading.as_of is not None and reading.as_of == self.as_of:
            day = reading.day
        self.retract(reading, [
            claim for claim in self.standing if claim.status != reading.status and claim.day >= day
        ])  # fmt: skip
        if reading.status == "contested":
            self.claim(reading, "contest", day)
        elif self.held is None or self.held == reading.status:
            self.claim(reading, "hold", day)
        else:
            self.claim(reading, "gain", day, OTHER[reading.status])

    def claim(self, reading, content, day, loser=None):
        claim = self.writer.claim(reading, self.town, reading.status, content, day, loser)
        self.standing.append(claim)

    def retract(self, reading, claims):
        self.writer.retract(reading, claims, "The table no longer says so.")
        self.standing = [claim for claim in self.standing if claim not in claims]


def leave(writer, reading, town, known):
    """A withdrawal where the remarks say that Russian forces left, once for each phase."""
    for pattern, phase in ((LEFT, "completed"), (LEAVING, "begun")):
        match = pattern.search(reading.info)
        if not match or phase in known:
            continue
        known.add(phase)
        named = next((value for value in match.groupdict().values() if value), "")
        day = table.date(named) or reading.day
        writer.add(reading, "withdrawal", {
            "occurred": {"edtf": min(day, reading.day).isoformat()}, "place": {"id": town.key}, "grade": GRADE,
            "payload": {"phase": phase, "provider": "russia"}, "note": match.group(0),
        })  # fmt: skip


def reference(source):
    """Who and where: sources, actors, areas, towns, and the profiles that turn one part off."""
    yield {"kind": "source", "id": "@eval/s-wikipedia", "payload": {
        "key": "wikipedia", "class": "data-set", "name": "Editors of the table of control on Wikipedia"}}  # fmt: skip
    yield {"kind": "actor", "id": "@eval/x-ukraine", "payload": {
        "key": "ukraine", "name": "Ukraine", "type": "state"}}  # fmt: skip
    yield {"kind": "actor", "id": "@eval/x-russia", "payload": {
        "key": "russia", "name": "Russia", "type": "state", "aliases": [
            {"name": name} for name in ("Donetsk PR", "Luhansk PR", "DPR", "LPR")]}}  # fmt: skip
    for key, name, own in (("us-defense", "United States Department of Defense", None),
                           ("ru-defence", "Ministry of Defence of Russia", "russia")):  # fmt: skip
        payload = {"key": key, "class": "official", "name": name}
        if own:
            payload |= {"affiliation": own, "interest": [own]}
        yield {"kind": "source", "id": f"@eval/s-{key}", "payload": payload}
    for key, settings in PROFILES.items():
        yield {"kind": "policy", "id": f"@eval/l-{key}", "payload": {
            "subject": "profile", "key": key, "settings": settings}}  # fmt: skip
    yield {"kind": "place", "id": "@eval/p-ukraine", "payload": {
        "key": "ua", "name": "Ukraine", "level": "country"}}  # fmt: skip
    for area in areas.AREAS:
        yield {"kind": "place", "id": f"@eval/p-area-{area.key}", "payload": {
            "key": f"area-{area.key}", "name": area.name, "level": "area", "parent": "ua"}}  # fmt: skip
    for town in source.towns.values():
        area = areas.area(town)
        payload = {"key": town.key, "name": town.name, "level": "town",
                   "parent": f"area-{area.key}" if area else "ua"}  # fmt: skip
        if town.lat and town.lon:
            payload |= {"lat": town.lat, "lon": town.lon}
        yield {"kind": "place", "id": f"@eval/p-{town.key}"[:64], "payload": payload}


def withdrawals():
    """The withdrawals from whole areas, which stand in no table; by day of publication."""
    for area in areas.AREAS:
        report = {"kind": "report", "id": f"@eval/r-{area.key}", "payload": {
            "source": area.source, "title": area.title, "published": area.day}}  # fmt: skip
        event = {
            "kind": "withdrawal", "id": f"@eval/w-{area.key}", "occurred": {"edtf": area.day},
            "place": {"id": f"area-{area.key}"}, "grade": GRADE,
            "said": {"report": report["id"], "chain": [{"source": area.source, "role": "asserts"}],
                     "strength": "attributed", "derivation": "inferred"},
            "payload": {"phase": area.phase, "provider": "russia"},
        }  # fmt: skip
        yield area.day, [report, event]


def world(source, *, retractions=True):
    """All events about the world, in the order in which they were published, with how many of each kind."""
    writer = Writer(source)
    for town in source.towns.values():
        Row(writer, town).follow()
    batches = [(day, 0, events) for day, events in withdrawals()]
    first = None
    commits = dict(source.scrapes)
    for time in sorted(writer.events):
        payload = {
            "source": "wikipedia", "title": f"Control of cities, revision scraped as {commits[time]}",
            "published": time.date().isoformat(),
        }  # fmt: skip
        report = {"kind": "report", "id": report_id(time), "payload": payload}
        if first:
            report["refs"] = [{"rel": "derived-from", "event": first, "derivation": "stated"}]
        first = first or report["id"]
        batches.append((time.date().isoformat(), 1, [report, *writer.events[time]]))
    batches.sort(key=lambda batch: batch[:2])
    drafts = [draft for _, _, events in batches for draft in events if retractions or draft["kind"] != "retract"]
    return drafts, writer.counts


def lines(drafts):
    return "".join(json.dumps(draft, ensure_ascii=False, sort_keys=True) + "\n" for draft in drafts)
