"""Scenarios done once without harm, then killed at moments drawn at random, and what became of each."""

import random
from dataclasses import asdict

from django.test.utils import setup_test_environment

from tests.kills.aftermath import hours_later, start_again
from tests.kills.moments import STATEMENT, killed_at, moments_of
from tests.kills.outcome import Outcome


def run(scenarios, kills, seed):
    """The Outcomes (list of dict) of `scenarios` (of Scenario), each killed so many times, when `seed` says.

    The database has the skeleton of the site, and nobody else uses it.
    """
    setup_test_environment()
    return [asdict(_run(scenario, kills, seed)) for scenario in scenarios]


def _run(scenario, kills, seed):
    outcome, draws = Outcome(scenario.title), random.Random(f"{seed} {scenario.title}")  # noqa: S311
    thing = scenario.prepare()
    before = scenario.state(thing)
    names = moments_of(lambda: scenario.do(thing))
    after = scenario.state(thing)
    outcome.moments = len(names)
    if before == after:
        outcome.lost.append("the gesture does nothing")
    numbers = drawn(draws, names, kills)
    for rank in (0, 1):
        some = [_Killed(scenario, outcome, names, number, before, after) for number in numbers[rank::2]]
        found, faults = hours_later(is_checked_first=bool(rank))
        outcome.orphans += found
        outcome.lost += faults
        for one in some:
            outcome.lost += [f"{one.where}\u00a0: {fault}" for fault in one.faults_at_last()]
    return outcome


def drawn(draws, names, kills):
    """The moments (list of int, from 1) when one dies, by `draws` (Random), each once: half of them among all `names`.

    The other half are not around a statement: dying at one or another of the same transaction leaves the same thing.
    """
    numbers = range(1, len(names) + 1)
    rare = [number for number in numbers if f" {STATEMENT} " not in names[number - 1]]
    some = draws.sample(rare, min(kills // 2, len(rare)))
    others = [number for number in numbers if number not in some]
    return sorted(some + draws.sample(others, min(kills - len(some), len(others))))


class _Killed:
    """One gesture that was killed at a moment, and what is seen of it once the site has started again."""

    def __init__(self, scenario, outcome, names, number, before, after):
        self.scenario, self.outcome, self.before, self.after = scenario, outcome, before, after
        self.where = f"{scenario.title}, moment {number} ({names[number - 1]})"
        self.thing = scenario.prepare()
        self.said = scenario.acknowledged(self.thing)
        self.faults = []
        if scenario.state(self.thing) != before:
            self.faults.append("what is there before is not always the same")
        if killed_at(lambda: scenario.do(self.thing), number):
            outcome.kills += 1
        else:
            self.faults.append("it was not killed")
        start_again()
        self.seen = scenario.state(self.thing)
        if self.seen not in (before, after):
            self.faults.append(f"at the start: {_difference(self.seen, before, after)}")

    def faults_at_last(self):
        """What is wrong (list of str) with it, hours later; the same person does it again where it was not done."""
        scenario, thing = self.scenario, self.thing
        later, wanted = scenario.state(thing), [self.seen]
        if scenario.is_done_by_commands and self.seen == self.before:
            wanted = [self.after]
        if later not in wanted:
            self.faults.append(f"hours later: {_difference(later, *wanted)}")
        if not self.said <= scenario.acknowledged(thing) and not scenario.may_forget:
            self.faults.append("something that was acknowledged is not there any more")
        self.outcome.before += self.seen == self.before
        self.outcome.after += self.seen == self.after
        if later == self.before or scenario.may_be_done_again:
            self.faults += _do_again(scenario, thing, self.after)
            self.outcome.done_again += 1
        return self.faults


def _do_again(scenario, thing, after):
    """What is wrong (list of str) once the same person has done the same thing again."""
    try:
        scenario.do(thing)
    except Exception as error:
        return [f"done again: {type(error).__name__} {error}"]
    seen = scenario.state(thing)
    return [] if seen == after else [f"done again: {_difference(seen, after)}"]


def _difference(seen, *wanted):
    """How `seen` (dict) differs from the nearest of `wanted` (str)."""
    return min(
        (
            ", ".join(
                f"{name} {seen.get(name)!r} instead of {one.get(name)!r}"
                for name in sorted(seen | one)
                if seen.get(name) != one.get(name)
            )
            for one in wanted
        ),
        key=len,
    )
