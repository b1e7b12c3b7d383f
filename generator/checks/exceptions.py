"""Exceptions that an author wrote → those that answer nothing, or may not be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pydantic import BaseModel

from generator.checks import RULES
from generator.checks.exception_rules import EXCEPTION_IS_ALLOWED, EXCEPTION_IS_USED
from generator.exceptions import ENOUGH, WHOLE_FILE, Held, answered, held_in, texts_at
from generator.problems import Problem, Problems, did_you_mean
from generator.schema.exceptions import MarkedException
from generator.source import Document, Path, shown

Lists = Sequence[tuple[Path, Sequence[MarkedException]]]
"""Where lists of exceptions stand in a file, and what they hold."""


def settled(problems: Problems, lists: Lists, spec: BaseModel, document: Document) -> Problems:
    """What is wrong with a file, with answers where its exceptions give them, and what is wrong with these.

    Example:
        exceptions:
          - rule: word-is-person-frist
            words: Alcoholics Anonymous
            reason: The name of a group.
    """
    held = tuple(one for path, items in lists for one in held_in(items, document, path))
    if not held:
        return problems
    told = answered(problems, held, texts_at(spec, document))
    return (*told, *check_allowed(held), *check_used(held, told))


def check_allowed(held: Sequence[Held]) -> Iterator[Problem]:
    """Find exceptions of unknown rules, and of rules that hold for all."""
    for one in held:
        id_ = one.said.rule
        if id_ not in RULES:
            known = [rule.id for rule in RULES.values() if rule.answerable]
            said = f"there is no rule '{shown(id_)}'{did_you_mean(id_, known)}"
            yield one.problem(said, EXCEPTION_IS_ALLOWED.id)
        elif not RULES[id_].answerable:
            said = f"no exception can answer '{id_}'; mend what it speaks of, and take this out"
            yield one.problem(said, EXCEPTION_IS_ALLOWED.id)


def check_used(held: Sequence[Held], problems: Collection[Problem]) -> Iterator[Problem]:
    """Find exceptions that answer none of the problems."""
    used = {place for problem in problems for place in problem.answered_at}
    for one in held:
        if one.place not in used and one.said.rule in RULES and RULES[one.said.rule].answerable:
            yield one.problem(_unused(one), EXCEPTION_IS_USED.id)


def used_in_a_language(problems: Problems) -> Problems:
    """What was found in a course's languages, without exceptions that one language has a use for and another has not."""
    used = {place for problem in problems for place in problem.answered_at}
    return tuple(
        problem
        for problem in problems
        if problem.rule != EXCEPTION_IS_USED.id or f"{problem.path}:{problem.line}:{problem.column}" not in used
    )


def _unused(held: Held) -> str:
    rule = held.said.rule
    if held.said.at is None:
        said = f"'{rule}' has nothing to say of “{shown(held.said.words or '')}” in this file"
        few = len(held.said.words or "") < ENOUGH
        return f"{said}; copy more of the words, or take this out" if few else f"{said}; take this out"
    if not held.part:
        ways = f"write keys, ids and numbers with dots between them, as `quiz.1`, or `{WHOLE_FILE}`"
        return f"this file has no part '{shown(held.said.at)}'; {ways}"
    return f"'{rule}' has nothing to say at '{shown(held.said.at)}'; take this out"
