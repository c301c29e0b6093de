"""Compares what the ledger answers with what the table itself said later."""
import dataclasses
import datetime

import scores
import settled
import table

# From how long before a change to how long after it the answer is watched for the new status.
BEFORE = datetime.timedelta(days=30)
AFTER = datetime.timedelta(days=365)
# Lags are told apart by how the day of the change is known. A change dated by its scrape cannot be seen before it.
CHUNK = 8  # days asked about at once
BASES = ("told", "as-of", "scrape")


@dataclasses.dataclass
class Setting:
    """One row of the report: a ledger and a profile."""

    label: str
    profile: str
    retractions: bool = True


SETTINGS = (
    Setting("default-1", "default-1"),
    Setting("last-report", "last-report"),
    Setting("majority", "majority"),
    Setting("carry-6m", "carry-6m"),
    Setting("roots off", "no-roots"),
    Setting("cascade off", "no-cascade"),
    Setting("retractions off", "default-1", retractions=False),
    Setting("theta_control 4", "control-at-4"),
    Setting("theta_rival 4", "rival-at-4"),
)


def days(source, step):
    """The days asked about: every so many days from a week after the first scrape to the last."""
    day = source.first_day + datetime.timedelta(days=7)
    while day <= source.last_day:
        yield day
        day += datetime.timedelta(days=step)


def agreement(ledger, profile, histories, asked, by=None):
    """The pairs of answer and later state on the days asked about, as known that day or by the day `by`."""
    pairs = scores.Pairs()
    questions = [(day, by or day, ()) for day in asked]
    for day, answers in zip(asked, ledger.ask(profile, questions)):
        for key, past in histories.items():
            truth = past.status(day)
            if truth is not None:
                pairs.add(answers.get(key, "unknown"), truth)
    return pairs


def baseline(status, histories, asked):
    """The pairs of one answer given always."""
    states = (past.status(day) for past in histories.values() for day in asked)
    return scores.Pairs((status, truth) for truth in states if truth is not None)


def lags(ledger, profile, histories):
    """For each settled change, how many days later the answer had it, by how the day of the change is known.

    The answer is asked on the days on which something was published, for only then can it change. A status that the
    answer had already when the watch began counts from that day; one that it lost again before the change does not.
    """
    watches = [Watch(*entry) for entry in settled.changes(histories)]
    close(watches, histories)
    published = [datetime.date.fromisoformat(day) for day in ledger.published]
    for start in range(0, len(published), CHUNK):
        questions = []
        for day in published[start : start + CHUNK]:
            towns = {watch.town for watch in watches if watch.begin <= day <= watch.end and watch.wants(day)}
            if towns:
                questions.append((day, day, sorted(towns)))
        for question, answers in zip(questions, ledger.ask(profile, questions)):
            for watch in watches:
                watch.see(question[0], answers.get(watch.town))
    found = {basis: [] for basis in BASES}
    for watch in watches:
        found[watch.basis].append(scores.lag(watch.change, watch.first))
    return found


@dataclasses.dataclass
class Watch:
    """One settled change, and when the answer first had it."""

    town: str
    before: str
    status: str
    change: datetime.date
    basis: str
    begin: datetime.date | None = None
    end: datetime.date | None = None
    first: datetime.date | None = None

    def wants(self, day):
        """Whether anything can still be learned on that day."""
        return self.first is None or day <= self.change

    def see(self, day, answer):
        if answer is None or not self.begin <= day <= self.end:
            return
        if answer == self.status:
            self.first = self.first or day
        elif day < self.change:
            self.first = None


def close(watches, histories):
    """Sets the days of each watch: it ends when the status ends, for seen later it is another change."""
    ends = {}
    for key, past in histories.items():
        for index, spell in enumerate(past.spells):
            after = past.spells[index + 1].start if index + 1 < len(past.spells) else datetime.date.max
            ends[key, spell.start, spell.status] = max(spell.start, after)
    for watch in watches:
        watch.begin = watch.change - BEFORE
        watch.end = min(watch.change + AFTER, ends[watch.town, watch.change, watch.status])


def subset(source, every):
    """The table with every so-many-th of its towns, in the order of their names."""
    kept = dict(list(source.towns.items())[::every])
    return table.Table(kept, source.scrapes, source.counts)
