"""Runs the program: makes a ledger of the drafts, and asks it how things stood as anybody could know by a day."""
import concurrent.futures
import json
import os
import subprocess

import drafts

HOLDERS = {actor: status for status, actor in drafts.ACTORS.items()}


class Failed(Exception):
    """The program refused something it should have done; what it said."""


def run(program, *arguments, text=None):
    done = subprocess.run([str(program), *arguments], input=text, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failed(f"daybook {' '.join(arguments[:6])}: status {done.returncode}\n{done.stderr.strip()}")
    return done.stdout


class Ledger:
    """A ledger of the table, with or without what the table took back."""

    def __init__(self, program, folder, table, *, retractions=True):
        self.program, self.folder = program, str(folder)
        run(program, "init", self.folder, "--origin", "example.org/evaluation")
        world, self.counts = drafts.world(table, retractions=retractions)
        for part in (drafts.reference(table), world):
            run(program, "append", "--ledger", self.folder, "--json", "-", text=drafts.lines(part))
        run(program, "replay", "--ledger", self.folder)
        self.published = sorted(
            {draft["payload"]["published"] for draft in world if draft["kind"] == "report"})  # fmt: skip
        self.size = len(world)

    def control(self, profile, at, by, towns=()):
        """The class of each town at the end of day `at`, as anybody could know by the end of day `by`."""
        out = run(
            self.program, "view", "control", *towns, "--ledger", self.folder, "--profile", profile,
            "--at", at.isoformat(), "--published-by", by.isoformat(), "--format", "jsonl")  # fmt: skip
        rows = (json.loads(line) for line in out.splitlines())
        return {row["key"]: answer(row["cells"]) for row in rows}

    def ask(self, profile, questions):
        """Many questions (at, by, towns) at once; the answers come in their order."""
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            yield from pool.map(lambda question: self.control(profile, *question), questions)


def answer(cells):
    """The class of a row: who controls it, or that it is contested; claimed, influence and none name no controller."""
    if cells["status"] == "controlled":
        return HOLDERS.get(cells["controller"], "unknown")
    return "contested" if cells["status"] == "contested" else "unknown"
