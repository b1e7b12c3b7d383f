"""Question → what every face of it shows: choices in their order, letters, answers with feedback.

Web page, paper quiz and answer key read the same view, so that the letter B is the same option everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.schema.module import Module
from generator.schema.questions import Question
from generator.schema.questions.could_help import CouldHelp
from generator.schema.questions.matching import Matching
from generator.schema.questions.one_answer import OneAnswer
from generator.schema.questions.ordering import Ordering
from generator.schema.questions.reflection import Reflection
from generator.schema.questions.several_answers import SeveralAnswers
from generator.schema.questions.true_false import TrueFalse
from generator.shuffle import shuffled
from generator.text import RichText

LETTERS = "ABCDEFGHIJ"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader can choose: its place in the author's order, its letter, its text, the value that fits it."""

    place: int
    letter: str
    text: RichText | str
    right: str = ""

    @property
    def words(self) -> str:
        """The text without markup, for lists that can show nothing else."""
        return self.text.words if isinstance(self.text, RichText) else self.text


@dataclass(frozen=True, slots=True)
class Answer:
    """What a choice teaches: whether it fits, in a word and in the author's feedback."""

    place: int
    letter: str
    text: RichText | str
    verdict: str
    verdict_words: str
    feedback: RichText


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question as it is shown; `matches` are what its choices are put together with."""

    spec: Question
    choices: tuple[Choice, ...]
    answers: tuple[Answer, ...]
    matches: tuple[Choice, ...] = ()


Strings = Mapping[str, str]


def question_views(module: Module, strings: Strings) -> tuple[QuestionView, ...]:
    """All questions of the quiz in the author's order, their choices in the order that the seed gives."""
    return tuple(_VIEWS[type(question)](question, f"{module.id}/{question.id}", strings) for question in module.quiz)


def _with_options(question: OneAnswer | SeveralAnswers, seed: str, strings: Strings) -> QuestionView:
    verdicts = [
        ("yes", strings["fits"]) if option.right else ("no", strings["fits_not"]) for option in question.options
    ]
    return _judged(question, question.options, verdicts, seed)


def _could_help(question: CouldHelp, seed: str, strings: Strings) -> QuestionView:
    verdicts = [(idea.helps, strings[f"helps_{idea.helps}"]) for idea in question.ideas]
    return _judged(question, question.ideas, verdicts, seed)


def _judged(question: Question, items: Sequence[Any], verdicts: Sequence[tuple[str, str]], seed: str) -> QuestionView:
    order = shuffled(range(len(items)), seed)
    letters = dict(zip(order, LETTERS, strict=False))
    choices = tuple(Choice(place, letters[place], items[place].text) for place in order)
    answers = tuple(
        Answer(place, letters[place], items[place].text, *verdicts[place], items[place].feedback) for place in order
    )
    return QuestionView(question, choices, answers)


def _true_false(question: TrueFalse, seed: str, strings: Strings) -> QuestionView:
    texts = (strings["is_true"], strings["is_false"])
    right = 0 if question.answer else 1
    feedback = (question.if_true, question.if_false)
    choices = tuple(Choice(place, LETTERS[place], text) for place, text in enumerate(texts))
    answers = tuple(
        Answer(
            place,
            LETTERS[place],
            texts[place],
            *(("yes", strings["fits"]) if place == right else ("no", strings["fits_not"])),
            feedback[place],
        )
        for place in (0, 1)
    )
    return QuestionView(question, choices, answers)


def _matching(question: Matching, seed: str, strings: Strings) -> QuestionView:
    order = shuffled(range(len(question.pairs)), seed)
    letters = dict(zip(order, LETTERS, strict=False))
    choices = tuple(
        Choice(place, str(place + 1), pair.left, right=str(place)) for place, pair in enumerate(question.pairs)
    )
    matches = tuple(Choice(place, letters[place], question.pairs[place].right) for place in order)
    answers = tuple(
        Answer(
            place,
            f"{place + 1} {letters[place]}",
            f"{pair.left.words} – {pair.right.words}",
            "yes",
            strings["fits"],
            pair.feedback,
        )
        for place, pair in enumerate(question.pairs)
    )
    return QuestionView(question, choices, answers, matches)


def _ordering(question: Ordering, seed: str, strings: Strings) -> QuestionView:
    order = shuffled(range(len(question.steps)), seed)
    letters = dict(zip(order, LETTERS, strict=False))
    choices = tuple(Choice(place, letters[place], question.steps[place].text, right=str(place + 1)) for place in order)
    matches = tuple(Choice(number, str(number), str(number)) for number in range(1, len(order) + 1))
    answers = tuple(
        Answer(place, letters[place], f"{place + 1}. {step.text.words}", "yes", strings["fits"], step.feedback)
        for place, step in enumerate(question.steps)
    )
    return QuestionView(question, choices, answers, matches)


def _reflection(question: Reflection, seed: str, strings: Strings) -> QuestionView:
    return QuestionView(
        question, (), (Answer(0, "", "", "yes", strings["think_freely"].rstrip("."), question.feedback),)
    )


_VIEWS: Mapping[type, Callable[[Any, str, Strings], QuestionView]] = {
    OneAnswer: _with_options,
    SeveralAnswers: _with_options,
    TrueFalse: _true_false,
    Matching: _matching,
    Ordering: _ordering,
    CouldHelp: _could_help,
    Reflection: _reflection,
}
