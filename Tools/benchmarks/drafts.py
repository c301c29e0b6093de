#!/usr/bin/env python3
"""Writes N drafts as `daybook append --json` takes them, one JSON object a line; the same N gives the same bytes.

usage: drafts.py N > drafts.jsonl

First a few sources, reports, places and actors, then attacks and claims of control that cite them. A sealed event takes
about 450 bytes: the draft's, its references with their hashes, and what the ledger assigns.
"""
import json
import random
import sys

SOURCES, REPORTS, PLACES, ACTORS = 6, 24, 16, 8
MODES = ["attack-on-civilians", "attack-on-civilians", "other"]


def reference():
    """The drafts that the others cite."""
    for n in range(SOURCES):
        yield {"kind": "source", "id": f"@bench/s{n}", "payload": {"key": f"outlet-{n}", "class": "outlet", "name": f"Outlet {n}"}}
    for n in range(PLACES):
        yield {"kind": "place", "id": f"@bench/p{n}", "payload": {
            "key": f"BX{n:02}", "name": f"Town {n}", "level": "town", "gazetteer": "bench-1",
            "lat": f"{12 + n % 8}.{n:02}", "lon": f"-{n % 9}.{n:02}"}}
    for n in range(ACTORS):
        yield {"kind": "actor", "id": f"@bench/a{n}", "payload": {"key": f"group-{n}", "name": f"Group {n}", "type": "rebel-group"}}
    for n in range(REPORTS):
        yield {"kind": "report", "id": f"@bench/r{n}", "payload": {
            "source": f"outlet-{n % SOURCES}", "title": f"Report {n}", "published": f"2023-{n % 12 + 1:02}-28", "language": "en"}}


def event(n, draw):
    """An attack or a claim of control."""
    report = draw.randrange(REPORTS)
    day = f"2023-{report % 12 + 1:02}-{draw.randrange(1, 28):02}"
    actor = f"group-{draw.randrange(ACTORS)}"
    place = draw.randrange(PLACES)
    said = {"report": f"@bench/r{report}", "chain": [{"source": f"outlet-{report % SOURCES}", "role": "asserts"}]}
    draft = {
        "occurred": {"edtf": day, "precision": "precise"}, "place": {"id": f"BX{place:02}"}, "said": said}
    grade = {"reliability": draw.choice("ABCD"), "credibility": draw.randrange(1, 5)}
    if n % 3:
        draft["kind"] = "attack"
        draft["parties"] = [{"actor": actor, "role": "perpetrator", "certainty": "named"}]
        draft["payload"] = {"mode": draw.choice(MODES), "form": "single", "target": "community"}
    else:
        draft["kind"] = "claim.control"
        draft["grade"] = grade
        draft["payload"] = {"content": draw.choice(["hold", "gain", "lose"]), "actor": actor}
    return draft


def main():
    count = int(sys.argv[1])
    draw = random.Random(20231109)
    written = 0
    out = sys.stdout
    for draft in reference():
        if written < count:
            out.write(json.dumps(draft, separators=(",", ":")) + "\n")
            written += 1
    for n in range(count - written):
        out.write(json.dumps(event(n, draw), separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
