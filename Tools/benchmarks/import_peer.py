#!/usr/bin/env python3
"""Imports a table as anybody would with Python's csv module and sqlite3, doing the work of `daybook import ucdp-ged`.

usage: import_peer.py TABLE.csv FILE.sqlite

Each row becomes an event with typed fields beside the header and the cells as they stand, written as canonical JSON, hashed as a
leaf (RFC 6962) and kept under a unique id; checks are those without which the result would be wrong. All in one transaction, then
durable. Prints rows=N.
"""
import csv
import hashlib
import json
import sqlite3
import sys

ROLES = {"1": ("side-a", "side-b"), "2": ("side-a", "side-b"), "3": ("perpetrator", "victim")}
MODES = {"1": "state-based", "2": "non-state", "3": "one-sided"}


def event(header, cells):
    """The event of a row."""
    at = dict(zip(header, cells))
    roles = ROLES[at["type_of_violence"]]
    start, end = at["date_start"][:10], at["date_end"][:10]
    if end < start:
        raise ValueError(f"row {at['id']}: the event ends before it begins")
    counts = {"what": "killed", "basis": "estimated"}
    for name, column in (("min", "low"), ("best", "best"), ("max", "high")):
        if at[column] not in ("", "-1"):
            counts[name] = int(at[column])
    float(at["latitude"]), float(at["longitude"])
    return {
        "v": 1, "kind": "attack", "id": hashlib.sha256(f"ucdp-ged/{at['id']}".encode()).hexdigest()[:32],
        "occurred": {"edtf": start if start == end else f"{start}/{end}", "precision": "precise" if start == end else "imprecise"},
        "parties": [{"name": at["side_a"], "role": roles[0]}, {"name": at["side_b"], "role": roles[1]}],
        "place": {"name": at["where_coordinates"], "lat": at["latitude"], "lon": at["longitude"], "precision": int(at["where_prec"])},
        "payload": {"mode": MODES[at["type_of_violence"]], "form": "aggregate" if at["event_clarity"] == "2" else "single",
                    "counts": [counts]},
        "original": {"header": header, "cells": cells},
    }


def main():
    store = sqlite3.connect(sys.argv[2], isolation_level=None)
    store.execute("PRAGMA journal_mode = WAL")
    store.execute("PRAGMA synchronous = FULL")
    store.execute("CREATE TABLE event(seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, leaf BLOB NOT NULL, hash BLOB NOT NULL)")
    store.execute("BEGIN IMMEDIATE")
    count = 0
    with open(sys.argv[1], newline="", encoding="utf-8") as table:
        rows = csv.reader(table, strict=True)
        header = next(rows)

        def leaves():
            nonlocal count
            for cells in rows:
                if len(cells) != len(header):
                    raise ValueError(f"row {rows.line_num}: {len(cells)} cells under {len(header)} columns")
                made = event(header, cells)
                leaf = json.dumps(made, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
                yield count, bytes.fromhex(made["id"]), leaf, hashlib.sha256(b"\0" + leaf).digest()
                count += 1

        store.executemany("INSERT INTO event VALUES(?, ?, ?, ?)", leaves())
    store.execute("COMMIT")
    store.close()
    print(f"rows={count}")


if __name__ == "__main__":
    main()
