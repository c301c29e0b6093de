"""Reads the scraped table: who held which town, by which scrape, as of which day.

What is read is what was written: a cell that is no statement about control (parse dirt, vandalism) is skipped and
counted, never guessed at.
"""
import collections
import csv
import dataclasses
import datetime
import re

CLASSES = ("ua", "ru", "contested", "unknown")
GONE = "gone"

WORDS = {
    "Ukraine": "ua",
    "ukraine": "ua",
    "Ukraine?": "ua",
    "Ukraine (Freedom of Russia": "ua",
    "Ukraine Freedom of Russia": "ua",
    "Russia": "ru",
    "Donetsk PR": "ru",
    "Luhansk PR": "ru",
    "DPR": "ru",
    "Captured by Russia": "ru",
    "TemplateRUA": "ru",
    "Contested": "contested",
    "Contested Ukraine": "contested",
    "Ukraine Russia": "contested",
    "Gray zone": "contested",
    "Shared control": "contested",
    "Unknown": "unknown",
    "Not known": "unknown",
    "Uncontrolled": "unknown",
    "": "unknown",
}
DOUBTFUL = {"Ukraine?"}

MONTHS = {name: number for number, name in enumerate(
    "jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}  # fmt: skip
FIRST_YEAR = 2014
# Names that two rows bear at the same time for longer than this are two towns, and cannot be told apart.
HOMONYM_DAYS = 30


@dataclasses.dataclass
class Reading:
    """One row of one scrape: what it said of a town then."""

    seen: datetime.datetime
    status: str  # one of CLASSES, or GONE when the row vanished
    as_of: datetime.date | None
    written: str
    info: str
    commit: str

    @property
    def day(self):
        return self.seen.date()


@dataclasses.dataclass
class Town:
    key: str
    name: str
    lat: str
    lon: str
    readings: list


@dataclasses.dataclass
class Table:
    towns: dict
    scrapes: list  # of (time, commit)
    counts: collections.Counter

    @property
    def first_day(self):
        return self.scrapes[0][0].date()

    @property
    def last_day(self):
        return self.scrapes[-1][0].date()


def date(text):
    """The day an editor wrote (4 April 2022, 4 Apr 2022, 04-Apr-22, May 23 2022); None when it is none."""
    text = text.strip()
    for pattern, order in (
        (r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]*\.?,?[ -](\d{4}|\d{2})", (1, 2, 3)),
        (r"([A-Za-z]{3})[a-z]* (\d{1,2}),? (\d{4})", (2, 1, 3)),
    ):
        match = re.fullmatch(pattern, text)
        if not match:
            continue
        day, month, year = (match.group(index) for index in order)
        number = MONTHS.get(month.lower())
        year = int(year) + (2000 if len(year) == 2 else 0)
        if number is None or year < FIRST_YEAR:
            return None
        try:
            return datetime.date(year, number, int(day))
        except ValueError:
            return None
    return None


def slug(name):
    """An id for a town: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def coordinate(text):
    """A decimal text the ledger accepts; none when the cell holds no number."""
    match = re.fullmatch(r"(-?\d{1,3})(?:\.(\d+))?", text.strip())
    if not match:
        return ""
    fraction = (match.group(2) or "0")[:6]
    return f"{int(match.group(1))}.{fraction}"


def homonyms(rows):
    """The names that two rows bear at the same time for more than HOMONYM_DAYS in all."""
    live, since = collections.defaultdict(set), {}
    overlap = collections.Counter()
    last = moment(rows[-1])
    for row in rows:
        name, time = base(row), moment(row)
        before = len(live[name])
        if row["change"] == "removed":
            live[name].discard(row["place_key"])
        else:
            live[name].add(row["place_key"])
        if before < 2 <= len(live[name]):
            since[name] = time
        elif before >= 2 > len(live[name]):
            overlap[name] += (time - since.pop(name)).total_seconds()
    for name, time in since.items():
        overlap[name] += (last - time).total_seconds()
    return {name for name, seconds in overlap.items() if seconds > HOMONYM_DAYS * 86400}


def base(row):
    return row["place_key"].split("#")[0]


def moment(row):
    return datetime.datetime.fromisoformat(row["scraped_at"].replace("Z", "+00:00"))


def read(lines):
    """The table out of the lines of wiki_control_changes.csv."""
    rows = list(csv.DictReader(lines))
    rows.sort(key=lambda row: row["scraped_at"])
    twice = homonyms(rows)
    towns, counts, scrapes = {}, collections.Counter(), {}
    for row in rows:
        counts["rows"] += 1
        scrapes[row["scraped_at"]] = (moment(row), row["commit"])
        if not base(row):
            counts["rows without a name"] += 1
        elif base(row) in twice:
            counts["rows of homonyms"] += 1
        elif not row["place_key"].endswith("#1"):
            counts["rows of passing duplicates"] += 1
        elif row["change"] != "removed" and row["held_by"] not in WORDS:
            counts["rows of dirt"] += 1
        else:
            add(towns, row)
    counts["names left out as homonyms"] = len(twice - {""})
    return Table(dict(sorted(towns.items())), [scrapes[key] for key in sorted(scrapes)], counts)


def add(towns, row):
    key = slug(base(row))
    town = towns.setdefault(key, Town(key, row["name"], "", "", []))
    town.lat = town.lat or coordinate(row["lat"])
    town.lon = town.lon or coordinate(row["lon"])
    status = GONE if row["change"] == "removed" else WORDS[row["held_by"]]
    seen = moment(row)
    as_of = date(row["as_of"]) if status != GONE else None
    if as_of and as_of > seen.date():
        as_of = None
    town.readings.append(Reading(seen, status, as_of, row["held_by"], row["more_information"], row["commit"]))
