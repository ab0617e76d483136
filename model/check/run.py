"""The rules, and what they say of a set of minutes: findings, never a stop to typing."""

from collections.abc import Callable, Iterator

from model.check import attendance, decisions, structure, writing
from model.check.finding import ORDER, Finding, Level
from model.record.members import Register
from model.record.minutes import Minutes

Rule = Callable[[Minutes, Register], Iterator[Finding]]
NOBODY = Register()

RULES: tuple[Rule, ...] = (
    structure.head, structure.blocks, structure.links, structure.items, structure.frame,
    attendance.members, attendance.lists, attendance.stays, attendance.named, attendance.guests,
    decisions.forms, decisions.duties, decisions.sums, writing.days, writing.typing,
)  # fmt: skip


def findings(minutes: Minutes, register: Register = NOBODY, *, least: Level = "warning") -> tuple[Finding, ...]:
    """What the rules say of `minutes`, from `least` upwards, but what somebody has silenced.

    `register` says who belongs to the body; without it nobody can be missing.
    """
    silenced = {(s.rule, s.node) for s in minutes.lifecycle.silenced}
    wanted = ORDER[: ORDER.index(least) + 1]
    return tuple(
        found
        for rule in RULES
        for found in rule(minutes, register)
        if found.level in wanted and (found.rule, found.node) not in silenced
    )
