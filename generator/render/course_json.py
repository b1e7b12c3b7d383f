"""Course → `course.json`, for programs: one entry a module, which is kept between builds, and what all modules share.

No page loads it, and it is no part of what readers keep offline. Its shape is `generator/history/shape.py`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from pydantic import BaseModel

from generator import addresses
from generator.course import PLACEHOLDER, Build, Frame, SafetyMessage, digest
from generator.history import shape
from generator.order import TREES, Tree
from generator.render.outputs import path_of
from generator.render.questions import QuestionView, question_views
from generator.reviews.reviewed import standing_of
from generator.reviews.text import text_digest
from generator.schema.fields import Field
from generator.schema.module import Module, Worksheet
from generator.text import RichText, plain, to_html
from generator.translations.leaves import LAYOUT, Leaf, leaves_of
from generator.wording import one_line

COUNSELORS_ALONE = frozenset({"guide", "needs", "quiz"})
"""Parts of a module whose texts only the counselors' file has. What patients see of the quiz is in `questions`."""

Parts = Mapping[Tree, str]
"""A module's entry as JSON on one line, by tree."""


def file_digest(module: Module) -> str:
    """The digest of a module's text as its own file has it: what has to raise the revision when it changes."""
    return _digest(leaves_of(module))


def parts_of(module: Module, own: str, frame: Frame, build: Build) -> Parts:
    """The module's entry for each tree that is built; `own` is the digest of its own file."""
    leaves = leaves_of(module)
    digests = {"file": own, "reviewed": text_digest(module, frame)}
    return {tree: _line(_entry(module, leaves, digests, tree, frame)) for tree in build.trees}


def whole(tree: Tree, frame: Frame, build: Build, parts: Iterable[str]) -> bytes:
    """The whole file; `parts` are the modules' entries in the course's order."""
    rows = ",\n".join(parts)
    return f'{head(tree, frame, build)[:-1]}, "modules": [\n{rows}\n]}}\n'.encode()


def head(tree: Tree, frame: Frame, build: Build) -> str:
    """All but the modules, as JSON on one line."""
    spec = frame.spec
    course = shape.CourseEntry(
        id=spec.id,
        title=spec.title,
        tagline=spec.tagline.words,
        version=build.version,
        language=frame.language,
        languages=spec.languages,
        pages=build.address(f"{frame.language}/{path_of(tree, addresses.HOME)}"),
    )
    planned = spec.planned.items() if tree == "counselors" else ()
    return _line(
        {
            "format": shape.FORMAT,
            "tree": tree,
            "course": course.model_dump(),
            "everywhere": frame.safety.everywhere,
            "on_worksheets": frame.safety.worksheets,
            "safety": [_message(message, frame).model_dump() for message in frame.messages.values()],
            "numbers": [{"id": id_, **number.model_dump()} for id_, number in frame.safety.numbers.items()],
            "sources": [
                shape.Work(id=id_, **work.model_dump(exclude={"recheck"})).model_dump()
                for id_, work in sorted(frame.sources.items())
            ],
            "planned": [{"id": id_, "title": str(title)} for id_, title in planned],
        }
    )


def _line(value: Any) -> str:
    """JSON on one line."""
    return json.dumps(value.model_dump() if isinstance(value, BaseModel) else value, ensure_ascii=False)


def _message(message: SafetyMessage, frame: Frame) -> shape.Message:
    language = message.language or frame.language
    texts = frame.safety.messages[message.id].text
    written = str(texts.get(language) or texts.get(language.partition("-")[0]) or "")
    return shape.Message(
        id=message.id,
        language=language,
        title=message.title,
        text=message.words,
        html=to_html(message.text, str),
        sheet_line=plain(message.sheet_line).strip(),
        numbers=tuple(dict.fromkeys(PLACEHOLDER.findall(written))),
    )


def _entry(
    module: Module, leaves: tuple[Leaf, ...], digests: Mapping[str, str], tree: Tree, frame: Frame
) -> shape.ModuleEntry:
    for_counselors = tree == "counselors"
    shown = [leaf for leaf in leaves if for_counselors or leaf.path[0] not in COUNSELORS_ALONE]
    questions = tuple(_question(view, for_counselors) for view in question_views(module, frame.strings))
    # What a reader of this file can see; patients do not see answers, but they see choices.
    here = _digest(shown, _line([question.model_dump() for question in questions]))
    return shape.ModuleEntry(
        id=module.id,
        language=frame.language,
        title=module.title,
        revision=module.revision,
        track=module.track,
        minutes=module.minutes,
        main_message=module.main_message.words,
        for_whom=module.for_whom.words,
        needs=module.needs if for_counselors else (),
        today=module.today.words,
        objectives=tuple(shape.Named(id=one.id, text=one.text.words) for one in module.objectives),
        safety=module.safety,
        sources=module.sources,
        terms=tuple(shape.Named(id=term.id, text=term.term) for term in module.glossary),
        questions=questions,
        worksheets=tuple(map(_worksheet, module.worksheets)),
        texts=tuple(_text(leaf, module) for leaf in shown if leaf.text is not None),
        review=_review(module, frame),
        changes=tuple(shape.Change(**change.model_dump()) for change in module.changes) if for_counselors else (),
        digests=shape.Digests(here=here, **digests),
    )


def _digest(leaves: Iterable[Leaf], *more: str) -> str:
    """Over texts and values; how lines are broken, and how much room something has, does not count."""
    rows = (
        f"{leaf.key} {leaf.value if leaf.text is None else one_line(leaf.text)}" for leaf in leaves if _counts(leaf)
    )
    return digest(*rows, *more)


def _counts(leaf: Leaf) -> bool:
    return leaf.text is not None or leaf.path[-1] not in LAYOUT


def _text(leaf: Leaf, module: Module) -> shape.Text:
    value: Any = module
    for step in leaf.path:
        value = getattr(value, step) if isinstance(step, str) and isinstance(value, BaseModel) else value[step]
    if not isinstance(value, RichText):
        return shape.Text(key=leaf.key, text=str(value))
    marked = to_html(value.nodes, str)
    return shape.Text(key=leaf.key, text=value.words, html=None if marked == escape(value.words) else marked)


def _question(view: QuestionView, with_answers: bool) -> shape.Question:
    answers = sorted(view.answers, key=lambda answer: answer.place)
    return shape.Question(
        id=view.spec.id,
        kind=view.spec.kind,
        objective=getattr(view.spec, "objective", None),
        ask=view.spec.ask.words,
        choices=tuple(choice.words for choice in view.choices),
        matches=tuple(choice.words for choice in view.matches),
        answers=tuple(
            shape.Answer.model_validate(
                {"text": _said(answer.text), "verdict": answer.verdict, "feedback": answer.feedback.words}
            )
            for answer in answers
        )
        if with_answers
        else None,
    )


def _said(text: RichText | str) -> str:
    return text.words if isinstance(text, RichText) else text


def _worksheet(sheet: Worksheet) -> shape.Worksheet:
    return shape.Worksheet(
        id=sheet.id,
        title=sheet.title,
        purpose=sheet.purpose.words,
        minutes=sheet.minutes,
        fields=tuple(map(_field, sheet.fields)),
        renamed=dict(sheet.renamed),
    )


def _field(field: Field) -> shape.WorksheetField:
    id_ = getattr(field, "id", None)
    label = getattr(field, "label", None) or getattr(field, "title", None) or ""
    return shape.WorksheetField(id=id_, kind=field.kind, label=label, keeps=tuple(_keeps(field, id_)) if id_ else ())


def _keeps(value: object, at: str) -> Iterator[str]:
    """The ids that answers are kept by, each within the one around it."""
    yield at
    for inner in vars(value).values() if isinstance(value, BaseModel) else ():
        if isinstance(inner, dict):
            yield from (f"{at}/{key}" for key in inner)
        elif isinstance(inner, tuple):
            for item in inner:
                if isinstance(item, BaseModel) and hasattr(item, "id"):
                    yield from _keeps(item, f"{at}/{item.id}")


def _review(module: Module, frame: Frame) -> shape.Review:
    found = standing_of(module, frame)
    translator = module.review.translated_by
    return shape.Review(
        status=found.status,
        next_review=found.next_check,
        due=found.due,
        written_by=module.review.written_by.name,
        translated_by=translator.name if translator else None,
        reviewers=tuple(
            shape.Reviewer(kind=one.kind, name=one.name, standing=one.standing, date=one.date)
            for one in found.reviewers
        ),
    )


def key_of(parts: Parts) -> str:
    """A digest of a module's entries, by which they are found again."""
    return hashlib.sha256(as_kept(parts)).hexdigest()


def as_kept(parts: Parts) -> bytes:
    """A module's entries as they are kept between builds: one line a tree."""
    return "".join(f"{tree} {entry}\n" for tree, entry in sorted(parts.items())).encode()


def from_kept(content: bytes, key: str) -> Parts | None:
    """The entries that were kept, or None where they are not those of this key."""
    if hashlib.sha256(content).hexdigest() != key:
        return None
    rows = dict(line.split(" ", 1) for line in content.decode().split("\n") if line)
    return {tree: rows[tree] for tree in TREES if tree in rows}
