#!/usr/bin/env python3
"""Writes N drafts of the war of a whole country as `daybook append --json` takes them; the same N gives the same bytes.

usage: country.py N > drafts.jsonl

A country of 20 regions, 80 cercles and 720 communes; 40 sources, two of them armed; 14 armed actors; twelve years. First
the register, then the years day by day: reports, and what they say. Of a hundred events about 60 are attacks, 14 abuses,
14 tell of presence, 6 of control, 4 are reports; some withdrawals, retractions, corrections, grades and disputes. Who holds
a commune changes hands; most of what is said about it is so.
"""
import datetime
import json
import random
import sys

REGIONS, CERCLES, COMMUNES = 20, 4, 9
SOURCES, ACTORS = 40, 14
BEGIN, DAYS = datetime.date(2012, 1, 1), 12 * 365
WAYS = ["battle", "battle", "ambush", "ied", "shelling", "drone-strike", "attack-on-civilians", "attack-on-civilians"]
ACTS = ["killing", "abduction", "looting", "torture", "forced-displacement", "extortion", "threat", "summary-execution"]


def region(r):
    return f"CX{r:02}"


def cercle(r, c):
    return f"CX{r:02}{c:02}"


def commune(r, c, n):
    return f"CX{r:02}{c:02}{n:02}"


def actor(n):
    return ["gov", "un-mission", "partner"][n] if n < 3 else f"group-{n}"


def register():
    """Sources, actors and places: what the others cite."""
    for n in range(ACTORS):
        kind = "state" if n == 0 else "international-force" if n == 1 else "rebel-group"
        yield {"kind": "actor", "id": f"@country/a{n}", "payload": {"key": actor(n), "name": f"Actor {n}", "type": kind}}
    for n in range(SOURCES):
        payload = {"key": f"source-{n}", "class": "outlet", "name": f"Source {n}"}
        if n < 2:
            payload |= {"class": "armed-actor", "affiliation": actor(3 + n)}
        yield {"kind": "source", "id": f"@country/s{n}", "payload": payload}

    def place(key, name, level, parent, r, c, n):
        payload = {"key": key, "name": name, "level": level, "gazetteer": "country-1"}
        if parent:
            payload["parent"] = parent
        payload |= {"lat": f"{10 + r % 5 * 2 + c % 2}.{n:02}", "lon": f"-{r // 5 * 2 + c // 2}.{n:02}"}
        return {"kind": "place", "id": f"@country/{key.lower()}", "payload": payload}

    yield place("CX", "The country", "country", None, 0, 0, 0)
    for r in range(REGIONS):
        yield place(region(r), f"Region {r}", "region", "CX", r, 0, 0)
        for c in range(CERCLES):
            yield place(cercle(r, c), f"Cercle {r}.{c}", "cercle", region(r), r, c, 0)
            for n in range(COMMUNES):
                yield place(commune(r, c, n), f"Commune {r}.{c}.{n}", "commune", cercle(r, c), r, c, n + 1)


class War:
    """Twelve years of events."""

    def __init__(self, count):
        self.draw = random.Random(20231109)
        self.count = count
        self.places = [commune(r, c, n) for r in range(REGIONS) for c in range(CERCLES) for n in range(COMMUNES)]
        self.holder = {place: self.draw.randrange(ACTORS) if self.draw.random() < 0.5 else 0 for place in self.places}
        self.reports = []
        self.written = []

    def day(self, n):
        return BEGIN + datetime.timedelta(days=n * DAYS // self.count)

    def report(self, n):
        published = self.day(n)
        source = self.draw.randrange(SOURCES)
        draft = {"kind": "report", "id": f"@country/r{n}", "payload": {
            "source": f"source-{source}", "title": f"Report {n}", "published": str(published), "language": "en"}}
        if self.reports and self.draw.random() < 0.15:
            parent = self.draw.choice(self.reports[-20:])[0]
            draft["refs"] = [{"rel": "derived-from", "event": parent, "derivation": "stated"}]
        self.reports.append((draft["id"], source, published))
        return draft

    def said(self, place):
        identity, source, published = self.draw.choice(self.reports[-30:])
        day = published - datetime.timedelta(days=self.draw.randrange(12))
        occurred = {"edtf": str(day), "precision": "precise"} if self.draw.random() < 0.9 else {"edtf": str(day)[:7]}
        said = {"report": identity, "chain": [{"source": f"source-{source}", "role": "asserts"}]}
        return {"occurred": occurred, "place": {"id": place}, "said": said,
                "grade": {"reliability": self.draw.choice("ABBC"), "credibility": self.draw.randrange(1, 5)}}

    def control(self, place):
        """What is said of control: mostly what is so, sometimes that it changes hands, sometimes what is wrong."""
        holder, draw = self.holder[place], self.draw.random()
        if draw < 0.10:
            loser, holder = holder, self.draw.randrange(ACTORS)
            self.holder[place] = holder
            payload = {"content": "gain", "actor": actor(holder)}
            if loser != holder:
                payload["from"] = actor(loser)
            return payload
        if draw < 0.14:
            return {"content": "lose", "actor": actor(holder)}
        return {"content": "hold", "actor": actor(holder if draw < 0.9 else self.draw.randrange(ACTORS))}

    def event(self, n):
        draw = self.draw.random()
        if not self.reports or draw < 0.04:
            return self.report(n)
        place = self.draw.choice(self.places)
        if draw > 0.9990 and self.written:
            return self.about(n, self.draw.choice(self.written[-2000:]))
        draft = self.said(place)
        draft["id"] = f"@country/e{n}"
        who = actor(self.draw.randrange(ACTORS))
        party = {"actor": who, "role": "perpetrator", "certainty": "named"}
        if draw < 0.64:
            way = self.draw.choice(WAYS)
            target = {"target": "community"} if way == "attack-on-civilians" else {}
            draft |= {"kind": "attack", "parties": [party], "payload": {"mode": way, "form": "single"} | target}
        elif draw < 0.78:
            act = {"act": self.draw.choice(ACTS), "perpetrator": who, "certainty": "named"}
            draft |= {"kind": "abuse", "parties": [party], "payload": {"acts": [act], "status": "reported"}}
        elif draw < 0.92:
            content = self.draw.choice(["active", "active", "active", "arrive", "depart"])
            draft |= {"kind": "claim.presence", "payload": {"content": content, "actor": who}}
        elif draw < 0.998:
            draft |= {"kind": "claim.control", "payload": self.control(place)}
        else:
            draft |= {"kind": "withdrawal", "payload": {"phase": "completed", "provider": who}}
            if self.draw.random() < 0.05:
                draft["place"] = {"id": place[:4]}
        if draw < 0.92:
            self.written.append(draft["id"])
        return draft

    def about(self, n, target):
        """What the ledger says of an earlier event."""
        draw = self.draw.random()
        kind, relation = ("retract", "retracts") if draw < 0.5 else ("grade", "grades") if draw < 0.8 else ("dispute", "disputes")
        draft = {"kind": kind, "id": f"@country/l{n}", "refs": [{"rel": relation, "event": target}],
                 "payload": {"reason": "Checked again."}}
        if kind == "retract":
            draft["payload"]["authority"] = "bench"
        elif kind == "grade":
            draft["grade"] = {"reliability": "C", "credibility": 3}
        else:
            draft["payload"]["by"] = "source-2"
        return draft


def main():
    count = int(sys.argv[1])
    out = sys.stdout
    written = 0
    for draft in register():
        out.write(json.dumps(draft, separators=(",", ":")) + "\n")
        written += 1
    war = War(count)
    for n in range(count - written):
        out.write(json.dumps(war.event(n), separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
