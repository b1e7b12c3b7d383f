"""What differs → lines for people: headings, sentences, and texts before and after. Text and Markdown show the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.history.differences import (
    AnswersChanged,
    Differences,
    KeptAnswers,
    LanguageChanges,
    ModuleChanges,
    NumberChanged,
    QuizChanges,
    Reworded,
    WorksheetChanges,
)
from generator.history.paper import paper_lines
from generator.history.words import Piece, pieces
from generator.language.names import language_name

_KEPT = {
    "lost": "Worksheet “{worksheet}”: answers that people kept in “{field}” have no field any more.",
    "partly": "Worksheet “{worksheet}”: some of the answers that people kept in “{field}” have no field any more.",
    "moved": "Worksheet “{worksheet}”: “{field}” has another id; answers that people kept are found again.",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A heading of a level (1 to 3), or a sentence (0); with pieces it is one text before or after."""

    level: int
    words: str
    pieces: tuple[Piece, ...] = ()


def lines_of(found: Differences) -> Iterator[Line]:
    """The whole report. Empty lines are the formats' business."""
    new = found.new or "the files of today"
    yield Line(1, f"What changed from {found.old} to {new}")
    if not found.changed:
        yield Line(0, "Nothing that people read changed.")
    yield from _languages(found)
    for language in found.languages:
        if not language.changed:
            continue
        if len(found.languages) > 1:
            yield Line(1, language_name(language.language, "en"))
        if not language.whole:
            yield Line(0, "One of the two holds the patients’ pages alone, so guides and answers are not compared.")
        yield from _language(language, found)


def _languages(found: Differences) -> Iterator[Line]:
    for how, codes in (("New language", found.new_languages), ("No longer there", found.gone_languages)):
        yield from (Line(0, f"{how}: {language_name(code, 'en')}.") for code in codes)


def _language(found: LanguageChanges, differences: Differences) -> Iterator[Line]:
    yield from _safety(found)
    yield from _under("What to throw away", (Line(0, line.words) for line in paper_lines(found, differences)))
    yield from _under("Lessons", _lessons(found))
    for module in found.modules:
        yield from _module(module)
    yield from _under("Sources", (line for work in found.works for line in _reworded(work)))


def _under(heading: str, lines: Iterable[Line]) -> Iterator[Line]:
    """The lines under a heading; nothing where there are none."""
    there = tuple(lines)
    yield from ((Line(2, heading), *there) if there else ())


def _safety(found: LanguageChanges) -> Iterator[Line]:
    return _under("Safety first", (*_messages(found), *_numbers(found)))


def _messages(found: LanguageChanges) -> Iterator[Line]:
    for message in found.messages:
        how = "is new" if not message.before else "is gone" if not message.after else "changed"
        yield from _texts(f"The safety message “{message.where}” {how}.", message)


def _numbers(found: LanguageChanges) -> Iterator[Line]:
    yield from (Line(0, number_line(number)) for number in found.numbers)


def number_line(number: NumberChanged) -> str:
    """A phone number that changed, as a sentence."""
    if number.before and number.after:
        return f"The number of {number.of} was {number.before} and is {number.after} now."
    if number.after:
        return f"A number is new: {number.of}, {number.after}."
    return f"A number is gone: {number.of}, {number.before}."


def _lessons(found: LanguageChanges) -> Iterator[Line]:
    if found.title:
        yield from _reworded(found.title)
    yield from (Line(0, f"New: “{title}”.") for title in found.new)
    yield from (Line(0, f"No longer in the course: “{title}” (revision {number}).") for title, number in found.gone)


def _module(module: ModuleChanges) -> Iterator[Line]:
    before, after = module.revisions
    yield Line(2, f"{module.title} ({f'revision {before} → {after}' if before != after else f'revision {after}'})")
    yield from (Line(0, f"Its authors say of revision {revision}: {note}") for revision, note in module.notes)
    if module.retired:
        yield Line(0, "It is no longer in use.")
    if module.title != module.title_before:
        yield Line(0, f"It was called “{module.title_before}”.")
    yield from _own_safety(module)
    yield from _quiz(module.quiz)
    yield from _worksheets(module.worksheets)
    yield from (line for text in (*module.lesson, *module.guide) for line in _reworded(text))
    yield from (Line(0, f"Source, new: {work}.") for work in module.sources.new)
    yield from (Line(0, f"Source, no longer cited: {work}.") for work in module.sources.gone)
    if module.other:
        yield Line(0, "No words changed; but the order of parts, a link, a picture, or how a field is filled in did.")


def _own_safety(module: ModuleChanges) -> Iterator[Line]:
    yield from (Line(0, f"Safety: it shows the message “{title}” now.") for title in module.safety.new)
    yield from (Line(0, f"Safety: it no longer shows the message “{title}”.") for title in module.safety.gone)
    yield from (Line(0, f"Safety: the message “{title}” on its sheets changed.") for title in module.changed_messages)


def _quiz(quiz: QuizChanges) -> Iterator[Line]:
    yield from (line for answers in quiz.answers for line in _answers(answers))
    yield from (
        Line(0, f"Question “{ask}”: choices have other letters or places; use quiz and key of one revision.")
        for ask in quiz.letters
    )
    yield from (Line(0, f"Question, new: “{ask}”") for ask in quiz.new)
    yield from (Line(0, f"Question, gone: “{ask}”") for ask in quiz.gone)
    yield from (line for text in quiz.wording for line in _reworded(text))


def _answers(found: AnswersChanged) -> Iterator[Line]:
    yield Line(0, f"Question “{found.ask}”: the right answer changed.")
    yield Line(0, "", (Piece("gone", "; ".join(found.before)),))
    yield Line(0, "", (Piece("new", "; ".join(found.after)),))


def _worksheets(found: WorksheetChanges) -> Iterator[Line]:
    yield from (Line(0, f"Worksheet, new: “{title}”.") for title in found.new)
    yield from (
        Line(0, f"Worksheet, gone: “{title}”. Answers that people kept have no page any more.") for title in found.gone
    )
    yield from (Line(0, f"Worksheet “{title}”: the field “{label}” is new.") for title, label in found.new_fields)
    yield from (Line(0, _kept(one)) for one in found.kept)
    yield from (line for _, text in found.wording for line in _reworded(text))


def _kept(one: KeptAnswers) -> str:
    return _KEPT[one.how].format(worksheet=one.worksheet, field=one.field)


def _reworded(text: Reworded) -> Iterator[Line]:
    how = (
        ": a text is new."
        if not text.before
        else ": a text is gone."
        if not text.after
        else " says something in other words."
    )
    yield from _texts(f"{text.where}{how}", text)


def _texts(heading: str, text: Reworded) -> Iterator[Line]:
    yield Line(0, heading)
    both = pieces(text.before, text.after)
    if text.before:
        yield Line(0, "before", tuple(piece for piece in both if piece.how != "new"))
    if text.after:
        yield Line(0, "after", tuple(piece for piece in both if piece.how != "gone"))
