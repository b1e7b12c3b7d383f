"""A module's quiz in two versions → right answers, letters and words that changed."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from generator.history.differences import AnswersChanged, QuizChanges, Reworded
from generator.history.shape import Answer, ModuleEntry, Question
from generator.history.words import Became, in_any_order

_BETWEEN = " – "


def quiz_changes(before: ModuleEntry, after: ModuleEntry) -> QuizChanges:
    """What changed; questions go together by their ids. Without answers in both, only words are compared."""
    old = {question.id: question for question in before.questions}
    new = {question.id: question for question in after.questions}
    both = [(old[id_], new[id_]) for id_ in new if id_ in old]
    return QuizChanges(
        answers=tuple(found for one, other in both for found in _answers(one, other)),
        letters=tuple(asked(other.ask) for one, other in both if _has_other_letters(one, other)),
        new=tuple(question.ask for id_, question in new.items() if id_ not in old),
        gone=tuple(question.ask for id_, question in old.items() if id_ not in new),
        wording=tuple(text for one, other in both for text in _wording(one, other)),
    )


def asked(ask: str, room: int = 60) -> str:
    """A question by its first words, where it is long."""
    return textwrap.shorten(ask, room, placeholder=" …")


def _answers(before: Question, after: Question) -> Iterator[AnswersChanged]:
    if before.answers is None or after.answers is None or not _is_judged_otherwise(before, after):
        return
    yield AnswersChanged(asked(after.ask), _right(before.answers), _right(after.answers))


def _right(answers: Sequence[Answer]) -> tuple[str, ...]:
    said = {"yes": "", "depends": " (it depends)"}
    return tuple(answer.text + said[answer.verdict] for answer in answers if answer.verdict in said)


def _is_judged_otherwise(before: Question, after: Question) -> bool:
    old, new = before.answers or (), after.answers or ()
    if before.kind != after.kind:
        return before.kind != "reflection"
    match before.kind:
        case "matching":
            return _is_matched_otherwise(before, after)
        case "ordering":
            return any(one != other for one, other in _became(old, new))
        case _:
            return any(_verdict(old, one) != _verdict(new, other) for one, other in _became(old, new))


def _verdict(answers: Sequence[Answer], place: int | None) -> str:
    """What a choice is worth; one that is not there is worth as much as a wrong one."""
    return "no" if place is None else answers[place].verdict


def _became(old: Sequence[Answer], new: Sequence[Answer]) -> tuple[Became, ...]:
    return in_any_order([_said(answer) for answer in old], [_said(answer) for answer in new])


def _said(answer: Answer) -> str:
    """The words of a choice; a step of an ordering without its number."""
    number, dot, words = answer.text.partition(". ")
    return words if dot and number.isdecimal() else answer.text


def _is_matched_otherwise(before: Question, after: Question) -> bool:
    """Whether some left side belongs to another right side now; both may have new words."""
    old, new = _rights(before), _rights(after)
    if len(old) != len(new):
        return True
    lefts = dict(in_any_order(before.choices, after.choices))
    rights = dict(in_any_order(old, new))
    return lefts != rights


def _rights(question: Question) -> list[str]:
    pairs = zip(question.choices, question.answers or (), strict=False)
    return [answer.text.removeprefix(left + _BETWEEN) for left, answer in pairs]


def _has_other_letters(before: Question, after: Question) -> bool:
    """Whether choices have other letters: then an older key does not fit a newer quiz."""
    shown = ((before.choices, after.choices), (before.matches, after.matches))
    return any(one != other for old, new in shown for one, other in in_any_order(old, new))


def _wording(before: Question, after: Question) -> Iterator[Reworded]:
    where = f"Question “{asked(after.ask)}”"
    if before.ask != after.ask:
        yield Reworded(where, before.ask, after.ask)
    yield from _changed(where, before.choices, after.choices)
    yield from _changed(where, before.matches, after.matches)
    old, new = before.answers or (), after.answers or ()
    for one, other in _became(old, new) if old and new else ():
        if one is not None and other is not None and old[one].feedback != new[other].feedback:
            yield Reworded(f"{where}, feedback", old[one].feedback, new[other].feedback)


def _changed(where: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Reworded]:
    for one, other in in_any_order(before, after):
        old, new = "" if one is None else before[one], "" if other is None else after[other]
        if old != new:
            yield Reworded(f"{where}, a choice", old, new)
