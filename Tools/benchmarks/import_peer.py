#!/usr/bin/env python3
"""Imports a table with Python's csv module and sqlite3, doing the work of `daybook import ucdp-ged`: the same events, byte for byte.

usage: import_peer.py TABLE.csv SCHEMA.sql FOLDER AT BY

AT and BY are the stamp of the events. The file is kept under its digest, each row becomes an event with typed fields beside the
header and the cells as they stand, after the entries of the names that it is the first to use; each is written as canonical JSON,
checked for what would make it wrong, hashed as a leaf (RFC 6962), put into the tree with its full tiles (C2SP tlog-tiles) and kept
under its id. All in one transaction, then durable.

Prints events=N and root=HEX: the root of the tree, the same as the ledger's. Left out, since csv does not tell: cells that are quoted
though they need not be. The table is taken to be UTF-8 with commas, line feeds and one row of names.
"""
import csv
import datetime
import hashlib
import json
import os
import pathlib
import re
import shutil
import sqlite3
import struct
import sys
import unicodedata

MODES = {"1": "state-based", "2": "non-state", "3": "one-sided"}
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?")
FIGURE = re.compile(r"([0-9]{1,15})(\.0*)?")
LONGEST = 65_535

encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, check_circular=False).encode


def named(name):
    """The id that a name gives."""
    return hashlib.sha256(b"daybook/id/v1\n" + name.encode()).hexdigest()[:32]


def slug(name):
    """A name as part of a key."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))
    digest = hashlib.sha256(name.encode()).hexdigest()[:10]
    if not plain.isascii() or not words:
        return digest
    return words if len(words) <= 28 else f"{words[:17]}-{digest}"


class Tree:
    """The tree of RFC 6962 that grows by a leaf at a time, and its full tiles."""

    def __init__(self):
        self.levels = []
        self.tiles = []

    def add(self, digest, level=0):
        if level == len(self.levels):
            self.levels.append(([], [0]))
        hashes, full = self.levels[level]
        hashes.append(digest)
        if len(hashes) == 256:
            self.tiles.append((level << 48 | full[0], b"".join(hashes)))
            full[0] += 1
            self.add(self.over(hashes), level + 1)
            hashes.clear()

    def over(self, hashes):
        """The hash over some hashes of one level."""
        while len(hashes) > 1:
            pairs = [hashlib.sha256(b"\1" + hashes[i] + hashes[i + 1]).digest() for i in range(0, len(hashes) - 1, 2)]
            hashes = pairs + hashes[len(hashes) & ~1:]
        return hashes[0]

    def root(self):
        below = None
        for hashes, _ in self.levels:
            edge = hashes + ([below] if below else [])
            below = self.over(edge) if edge else None
        return below


class Import:
    def __init__(self, table, at, by):
        self.stamp = {"at": at, "by": by, "v": 1}
        self.tree, self.seen, self.names, self.found = Tree(), {}, set(), {}
        self.size = 0
        self.table = table

    def leaf(self, event):
        """The row of an event for the log; its leaf goes into the tree."""
        leaf = encode({**self.stamp, **event}).encode()
        if len(leaf) > LONGEST:
            raise ValueError(f"an event of {len(leaf)} bytes")
        digest = hashlib.sha256(b"\0" + leaf).digest()
        self.tree.add(digest)
        self.size += 1
        return self.size - 1, leaf, bytes.fromhex(event["id"]), digest

    def entry(self, kind, key, fields):
        """The entry of a name, unless it is there."""
        if (kind, key) not in self.names:
            self.names.add((kind, key))
            yield self.leaf({"kind": kind, "id": named(f"import/{kind}/{key}"), "payload": {"key": key, **fields}})

    def keep(self, evidence):
        """Keeps the table under its digest, durably; answers the digest."""
        with open(self.table, "rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        kept = evidence / "sha256" / digest[:2] / digest
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self.table, kept)
        with open(kept, "rb") as file:
            os.fsync(file.fileno())
        return digest

    def events(self, digest):
        """All rows of the log, in order."""
        with open(self.table, newline="", encoding="utf-8") as file:
            count = sum(1 for row in csv.reader(file, strict=True) if row) - 1
        with open(self.table, newline="", encoding="utf-8") as file:
            rows = csv.reader(file, strict=True)
            header = next(rows)
            yield from self.entry("source", "ucdp-ged", {
                "class": "data-set", "name": "UCDP Georeferenced Event Dataset", "url": "https://ucdp.uu.se/downloads/"})
            report = named(f"import/report/ucdp-ged/{digest}")
            told = self.leaf({"kind": "report", "id": report, "payload": {
                "source": "ucdp-ged", "title": self.table.name, "accessed": self.stamp["at"][:10], "evidence": digest,
                "media_type": "text/csv", "table": {
                    "data_set": "ucdp-ged", "format": "ucdp-ged", "sha256": digest, "bytes": self.table.stat().st_size, "rows": count,
                    "encoding": "utf8", "delimiter": ",", "quoting": "minimal", "line_end": "lf",
                    "asides": [{"row": 1, "cells": header}]}}})
            yield told
            said = {"report": {"seq": told[0], "leaf": told[3].hex()}}
            stem = f"{int(report[:16], 16) ^ int(report[16:], 16):016x}"
            for number, cells in enumerate(rows, 2):
                if len(cells) != len(header):
                    raise ValueError(f"row {number}: {len(cells)} cells under {len(header)} columns")
                at = dict(zip(header, cells))
                if self.seen.setdefault(at["id"], number) != number:
                    raise ValueError(f"row {number}: the id {at['id']} stands in row {self.seen[at['id']]} too")
                yield from self.entries(at)
                event = self.event(at, number)
                event["id"] = f"{stem}1{number:015x}"
                event["original"] = {"header": header, "cells": cells, "row": number}
                event["said"] = said
                yield self.leaf(event)

    def entries(self, at):
        """The entries of the names that a row is the first to use."""
        actors = (at["side_a_new_id"], at["side_a"], at["side_b_new_id"], at["side_b"], at["type_of_violence"])
        place = (at["where_prec"], at["country_id"], at["country"], at["adm_1"], at["adm_2"], at["where_coordinates"])
        if actors not in self.found:
            self.found[actors] = True
            kind = at["type_of_violence"]
            yield from self.entry("actor", "ucdp:" + at["side_a_new_id"], {"name": at["side_a"], "type": "state" if kind == "1" else "other"})
            if kind != "3":
                yield from self.entry(
                    "actor", "ucdp:" + at["side_b_new_id"], {"name": at["side_b"], "type": "rebel-group" if kind == "1" else "other"})
        if place in self.found:
            return
        key, parent, precision = "ucdp:" + at["country_id"], None, at["where_prec"]
        yield from self.entry("place", key, {"name": at["country"], "level": "country"})
        steps = [("adm_1", "region", "6"), ("adm_2", "cercle", "456"), ("where_coordinates", "town" if precision in "12" else "area", "346")]
        last = key
        for column, level, unless in steps:
            if precision in unless or not at[column]:
                continue
            key, parent = f"{key}/{slug(at[column])}", last
            fields = {"name": at[column], "level": level, "parent": parent}
            if level == "town":
                fields |= {"lat": at["latitude"], "lon": at["longitude"]}
            yield from self.entry("place", key, fields)
            last = key
        self.found[place] = last

    def event(self, at, number):
        """What a row says."""
        kind, precision = at["type_of_violence"], at["where_prec"]
        start, end = at["date_start"][:10], at["date_end"][:10]
        datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
        if end < start:
            raise ValueError(f"row {number}: the event ends before it begins")
        if at["event_clarity"] not in "12" or precision not in "1234567":
            raise ValueError(f"row {number}: no code of event_clarity or where_prec")
        for column, limit in (("latitude", 90), ("longitude", 180)):
            if not DECIMAL.fullmatch(at[column]) or abs(float(at[column])) > limit:
                raise ValueError(f"row {number}: {at[column]} is no {column}")
        first = {"actor": "ucdp:" + at["side_a_new_id"], "name": at["side_a"], "role": "perpetrator" if kind == "3" else "side-a"}
        if kind == "3":
            second = {"name": at["side_b"], "role": "victim"}
        else:
            second = {"actor": "ucdp:" + at["side_b_new_id"], "name": at["side_b"], "role": "side-b"}
        payload = {"mode": MODES[kind], "form": "aggregate" if at["event_clarity"] == "2" else "single", "counts": self.counts(at, kind)}
        if kind == "3":
            payload["target"] = "civilians"
        if not payload["counts"]:
            del payload["counts"]
        place = (precision, at["country_id"], at["country"], at["adm_1"], at["adm_2"], at["where_coordinates"])
        return {
            "kind": "attack",
            "occurred": {"edtf": start if start == end else f"{start}/{end}", "precision": "precise" if start == end else "imprecise"},
            "parties": [first, second],
            "place": {"id": self.found[place], "name": at["where_coordinates"], "lat": at["latitude"], "lon": at["longitude"],
                      "precision": int(precision)},
            "payload": payload,
        }

    def counts(self, at, kind):
        """The figures of a row: the total as it stands, and the parts that are not zero."""
        figures = {}
        for column in ("low", "best", "high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"):
            text = at[column]
            if text in ("", "-1"):
                continue
            if not FIGURE.fullmatch(text):
                raise ValueError(f"{column}: {text} is no number of deaths")
            figures[column] = int(text.split(".")[0])
        total = {name: figures[column] for name, column in (("min", "low"), ("best", "best"), ("max", "high")) if column in figures}
        counts = [{"what": "killed", **total, "basis": "estimated"}] if total else []
        for column, people in (("deaths_a", "armed-forces" if kind == "1" else "armed-group"), ("deaths_b", "armed-group"),
                               ("deaths_civilians", "civilians"), ("deaths_unknown", "unknown")):
            if figures.get(column):
                counts.append({"what": "killed", "best": figures[column], "basis": "estimated", "class": people})
        return counts


def main():
    table, schema, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    folder.mkdir(parents=True)
    work = Import(table, sys.argv[4], sys.argv[5])
    digest = work.keep(folder / "evidence")
    store = sqlite3.connect(folder / "log.sqlite", isolation_level=None)
    store.execute("PRAGMA journal_mode = WAL")
    store.execute("PRAGMA synchronous = FULL")
    store.executescript(schema.read_text())
    store.execute("PRAGMA cache_size = -65536")
    store.execute("BEGIN IMMEDIATE")
    batch = []

    def insert():
        store.executemany("INSERT INTO event(seq, leaf) VALUES(?, ?)", [row[:2] for row in batch])
        store.executemany("INSERT INTO event_id(id, seq) VALUES(?, ?)", [(row[2], row[0]) for row in batch])
        store.executemany("INSERT INTO tile(id, data) VALUES(?, ?)", work.tree.tiles)
        batch.clear()
        work.tree.tiles.clear()

    for row in work.events(digest):
        batch.append(row)
        if len(batch) == 1_000:
            insert()
    insert()
    edge = struct.pack(">Q", work.size) + b"".join(b"".join(hashes) for hashes, _ in work.tree.levels)
    store.execute("INSERT INTO frontier VALUES(1, ?)", (edge,))
    store.execute("COMMIT")
    store.close()
    print(f"events={work.size}\nroot={work.tree.root().hex()}")


if __name__ == "__main__":
    main()
