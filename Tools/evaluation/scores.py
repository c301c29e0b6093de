"""The arithmetic of agreement: counts of pairs, F1 for each class, Cohen's kappa, coverage, lag.

No accuracy: where one class fills the table, naming it always would win. The baseline that does so is scored beside.
"""
import collections
import statistics

from table import CLASSES


class Pairs:
    """How often each answer met each later state."""

    def __init__(self, pairs=()):
        self.counts = collections.Counter(pairs)

    def add(self, answer, truth, times=1):
        self.counts[answer, truth] += times

    @property
    def total(self):
        return sum(self.counts.values())

    def answered(self, name):
        return sum(count for (answer, _), count in self.counts.items() if answer == name)

    def true(self, name):
        return sum(count for (_, truth), count in self.counts.items() if truth == name)

    def f1(self, name):
        """Harmonic mean of precision and recall: 2·both / (answered + true). None when the class never occurs."""
        whole = self.answered(name) + self.true(name)
        return 2 * self.counts[name, name] / whole if whole else None

    def macro_f1(self):
        """The mean over the classes that the later state holds; None without any."""
        values = [self.f1(name) for name in CLASSES if self.true(name)]
        return sum(values) / len(values) if values else None

    def kappa(self):
        """Cohen's kappa: agreement beyond what the two margins alone would give; None when it is not defined."""
        total = self.total
        if not total:
            return None
        observed = sum(self.counts[name, name] for name in CLASSES) / total
        expected = sum(self.answered(name) * self.true(name) for name in CLASSES) / total**2
        return (observed - expected) / (1 - expected) if expected < 1 else None

    def coverage(self):
        """The share of places and days with an answer other than unknown."""
        return 1 - self.answered("unknown") / self.total if self.total else None

    def share(self, name):
        """The share of places and days that the answers give to a class."""
        return self.answered(name) / self.total if self.total else None


def lag(change, first):
    """Days from a change to the first day on which the answer had it; negative when it had it before."""
    return None if first is None else (first - change).days


def summary(lags):
    """Median, quartiles and extent of the lags that are known, with how many changes were never seen."""
    known = sorted(value for value in lags if value is not None)
    if not known:
        return {"changes": len(lags), "missed": len(lags)}
    quarters = statistics.quantiles(known, n=4, method="inclusive") if len(known) > 1 else [known[0]] * 3
    return {
        "changes": len(lags),
        "missed": len(lags) - len(known),
        "quartile": quarters[0],
        "median": quarters[1],
        "third": quarters[2],
        "mean": sum(known) / len(known),
        "early": sum(1 for value in known if value < 0),
        "same day": sum(1 for value in known if value == 0),
        "late": sum(1 for value in known if value > 0),
    }
