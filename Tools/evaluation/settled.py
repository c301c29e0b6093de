"""What the table itself said later: each town's history once the editing had settled.

It is the yardstick, and it is made from the table alone: it says how the table saw a day in the end, not how it was.
"""
import bisect
import dataclasses
import datetime
import re

import table

# A status that stood for less, between two spells of one and the same status, was an edit that did not last.
REVERTED = datetime.timedelta(hours=72)
# How long before its first scrape a change may have been, for a date of the table to be taken as its day.
EARLIEST = datetime.timedelta(days=60)
# Within how many days the editors usually filled in the date of a change, or told of it.
SOON = datetime.timedelta(days=7)
TOLD = datetime.timedelta(days=45)

HOLDERS = {"ukraine": "ua", "russia": "ru", "donetsk pr": "ru", "luhansk pr": "ru", "dpr": "ru", "lpr": "ru"}
TELLING = re.compile(
    r"aptured by (Ukraine|Russia|Donetsk PR|Luhansk PR|DPR|LPR)(?:/ ?(?:DPR|LPR))?"
    r"(?: on| by| around)? (\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2},? \d{4})"
)


@dataclasses.dataclass
class Spell:
    """A time during which the table gave a town one status."""

    status: str
    readings: list
    start: datetime.date | None = None
    basis: str = ""  # how the first day is known: told, as-of or scrape

    @property
    def seen(self):
        return self.readings[0].seen


@dataclasses.dataclass
class History:
    spells: list
    days: list

    def status(self, day):
        """What the table in the end said of that day; None when it said nothing."""
        index = bisect.bisect_right(self.days, day) - 1
        if index < 0 or self.spells[index].status == table.GONE:
            return None
        return self.spells[index].status


def spells(readings):
    """The readings as spells, without those that were reverted."""
    found = []
    for reading in readings:
        if found and found[-1].status == reading.status:
            found[-1].readings.append(reading)
        else:
            found.append(Spell(reading.status, [reading]))
    while True:
        brief = [
            (found[index + 1].seen - found[index].seen, index)
            for index in range(1, len(found) - 1)
            if found[index - 1].status == found[index + 1].status
        ]
        brief = [entry for entry in brief if entry[0] < REVERTED]
        if not brief:
            return found
        index = min(brief)[1]
        found[index - 1].readings += found[index + 1].readings
        del found[index : index + 2]


def told(town):
    """The changes that the last account of the town tells of, with their days."""
    last = next((reading.info for reading in reversed(town.readings) if reading.info), "")
    changes = []
    for holder, text in TELLING.findall(last):
        day = table.date(text)
        if day:
            changes.append((day, HOLDERS[holder.lower()]))
    return changes


def assigned(found, changes):
    """Each told change with the one spell of its holder that began nearest to it, and before the next one began."""
    days = {}
    for day, holder in changes:
        fits = [
            (abs(day - spell.readings[0].day), index)
            for index, spell in enumerate(found)
            if spell.status == holder
            and spell.readings[0].day - EARLIEST <= day <= spell.readings[0].day + TOLD
            and (index + 1 == len(found) or day < found[index + 1].readings[0].day)
        ]
        if fits:
            days[min(fits)[1]] = day
    return days


def history(town):
    """The settled history of a town."""
    found = spells(town.readings)
    days = assigned(found, told(town))
    for index, spell in enumerate(found):
        first = spell.readings[0].day
        spell.start, spell.basis = first, "scrape"
        if index == 0 or spell.status == table.GONE or found[index - 1].status == table.GONE:
            continue
        before = found[index - 1]
        if index in days and before.start <= days[index]:
            spell.start, spell.basis = days[index], "told"
            continue
        known = max((reading.as_of for reading in before.readings if reading.as_of), default=before.start)
        dates = [
            reading.as_of for reading in spell.readings
            if reading.as_of and reading.seen - spell.seen <= SOON
            and max(known, before.start) < reading.as_of and first - EARLIEST <= reading.as_of <= first
        ]  # fmt: skip
        if dates:
            spell.start, spell.basis = dates[-1], "as-of"
    return History(found, [spell.start for spell in found])


def changes(histories):
    """Every settled change between two known holders or contest, with its day and how that is known."""
    for key, past in histories.items():
        for before, spell in zip(past.spells, past.spells[1:]):
            if {before.status, spell.status} & {table.GONE, "unknown"}:
                continue
            yield key, before.status, spell.status, spell.start, spell.basis
