"""`course.json` of two versions → what differs, for people. Layout is never compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.history.compare_quiz import quiz_changes
from generator.history.compare_worksheets import reworded, worksheet_changes
from generator.history.differences import Differences, LanguageChanges, ModuleChanges, Moved, NumberChanged, Reworded
from generator.history.shape import CourseFile, Message, ModuleEntry, Number, Work
from generator.history.words import in_order

_PARTS = {
    "title": "Title",
    "needs": "What it helps with",
    "main_message": "Main message",
    "for_whom": "For whom",
    "objectives": "Objectives",
    "today": "For today",
    "lesson": "Lesson",
    "pictures": "Picture",
    "glossary": "Words explained",
    "guide": "Guide",
}
_APART = frozenset({"quiz", "title", "worksheets"})
"""Parts that are compared by themselves."""
_GUIDE = frozenset({"guide", "needs"})


def differences(
    old: Mapping[str, CourseFile], new: Mapping[str, CourseFile], names: tuple[str, str], only: Sequence[str] = ()
) -> Differences:
    """Compare two versions, each by language; `names` are their versions, the second empty for the files of today.

    With `only`, the ids of modules, nothing else is compared.
    """
    return Differences(
        *names,
        languages=tuple(_language(old[language], new[language], only) for language in new if language in old),
        new_languages=() if only else tuple(language for language in new if language not in old),
        gone_languages=() if only else tuple(language for language in old if language not in new),
    )


def _language(old: CourseFile, new: CourseFile, only: Sequence[str]) -> LanguageChanges:
    before = {module.id: module for module in old.modules if not only or module.id in only}
    after = {module.id: module for module in new.modules if not only or module.id in only}
    messages = tuple(found for found in _messages(old, new) if not only or found[0] in _carried(old, new, only))
    changed = {id_ for id_, _ in messages}
    on_all = changed & {old.everywhere, old.on_worksheets, new.everywhere, new.on_worksheets}
    both = (_module(before[id_], after[id_], old, new, changed - on_all) for id_ in after if id_ in before)
    modules = sorted((one for one in both if one.changed), key=lambda one: "safety" not in one.kinds)
    titles = {message.id: message.title for message in (*old.safety, *new.safety)}
    return LanguageChanges(
        language=new.course.language,
        whole=old.tree == new.tree == "counselors",
        title=None if only else _title(old, new),
        new=tuple(module.title for id_, module in after.items() if id_ not in before),
        gone=tuple((module.title, module.revision) for id_, module in before.items() if id_ not in after),
        messages=tuple(text for _, text in messages),
        everywhere=tuple(titles[id_] for id_ in sorted(on_all)),
        numbers=tuple(_numbers(old, new, changed if only else None)),
        works=() if only else tuple(_works(old.sources, new.sources)),
        modules=tuple(modules),
    )


def _title(old: CourseFile, new: CourseFile) -> Reworded | None:
    before, after = old.course.title, new.course.title
    return None if before == after else Reworded("Title of the course", before, after)


def _messages(old: CourseFile, new: CourseFile) -> Iterator[tuple[str, Reworded]]:
    """Messages whose words or numbers changed, with their ids."""
    before, after = {one.id: one for one in old.safety}, {one.id: one for one in new.safety}
    for id_ in dict.fromkeys((*after, *before)):
        one, other = before.get(id_), after.get(id_)
        if _all_of(one) != _all_of(other):
            there = other or one
            assert there
            # The words may be the same where a phone dials another number.
            was, now = _text_of(one), _text_of(other)
            if was == now and one and other:
                was, now = one.sheet_line, other.sheet_line
            yield id_, Reworded(there.title, was, now)


def _text_of(message: Message | None) -> str:
    if message is None:
        return ""
    end = "" if message.title.endswith((".", "?", "!")) else "."
    return f"{message.title}{end} {message.text}"


def _all_of(message: Message | None) -> tuple[str, ...]:
    return (message.title, message.html, message.sheet_line) if message else ()


def _carried(old: CourseFile, new: CourseFile, only: Sequence[str]) -> set[str]:
    """Ids of the messages that stand on sheets of these modules."""
    own = (id_ for file in (old, new) for module in file.modules if module.id in only for id_ in module.safety)
    return {old.everywhere, old.on_worksheets, new.everywhere, new.on_worksheets, *own}


def _numbers(old: CourseFile, new: CourseFile, within: set[str] | None) -> Iterator[NumberChanged]:
    """Numbers that changed; with ids of messages, only those in them."""
    before, after = {one.id: one for one in old.numbers}, {one.id: one for one in new.numbers}
    if within is not None:
        said = (id_ for file in (old, new) for one in file.safety if one.id in within for id_ in one.numbers)
        shown = set(said)
        before, after = ({id_: one for id_, one in all_.items() if id_ in shown} for all_ in (before, after))
    for id_ in dict.fromkeys((*after, *before)):
        one, other = before.get(id_), after.get(id_)
        if one is None or other is None or (one.shown, one.dial, one.text) != (other.shown, other.dial, other.text):
            there = other or one
            assert there
            yield NumberChanged(there.of, _shown(one), _shown(other))


def _shown(number: Number | None) -> str:
    if number is None:
        return ""
    same = number.dial == "".join(sign for sign in number.shown if sign.isdecimal())
    return f"{number.shown}{'' if same else f' (dials {number.dial})'}{', by text' if number.text else ''}"


def _works(old: Sequence[Work], new: Sequence[Work]) -> Iterator[Reworded]:
    before = {work.id: work for work in old}
    for work in new:
        was = before.get(work.id)
        if was and was != work:
            yield Reworded("Source", _cited(was), _cited(work))


def _cited(work: Work) -> str:
    parts = (work.authors, work.title, work.publication, str(work.year), work.identifiers or "", work.evidence)
    return ". ".join(part.rstrip(".") for part in parts if part)


def _module(
    before: ModuleEntry, after: ModuleEntry, old: CourseFile, new: CourseFile, changed_messages: set[str]
) -> ModuleChanges:
    titles = {message.id: message.title for message in (*old.safety, *new.safety)}
    found = ModuleChanges(
        id=after.id,
        title=after.title,
        title_before=before.title,
        revisions=(before.revision, after.revision),
        retired=after.review.status == "retired" != before.review.status,
        safety=_moved(before.safety, after.safety, titles),
        changed_messages=tuple(titles[id_] for id_ in after.safety if id_ in changed_messages),
        quiz=quiz_changes(before, after),
        worksheets=worksheet_changes(before, after),
        lesson=tuple(_wording(before, after, guide=False)),
        guide=tuple(_wording(before, after, guide=True)) if old.tree == new.tree == "counselors" else (),
        sources=_moved(before.sources, after.sources, {work.id: _cited(work) for work in (*old.sources, *new.sources)}),
        notes=tuple((one.revision, one.note) for one in after.changes if one.revision > before.revision),
        other=False,
    )
    # Digests of different trees are of different texts.
    is_other = (
        old.tree == new.tree
        and before.digests.here != after.digests.here
        and not (found.kinds or found.worksheets.kept)
    )
    return replace(found, other=is_other)


def _moved(before: Sequence[str], after: Sequence[str], said: Mapping[str, str]) -> Moved:
    new = tuple(said.get(id_, id_) for id_ in after if id_ not in before)
    return Moved(new, tuple(said.get(id_, id_) for id_ in before if id_ not in after))


def _wording(before: ModuleEntry, after: ModuleEntry, *, guide: bool) -> Iterator[Reworded]:
    """Texts of the lesson and what goes with it, or of the guide: part by part, in the order of the file."""
    old, new = _by_part(before, guide), _by_part(after, guide)
    for part in dict.fromkeys((*new, *old)):
        texts = [text for _, text in old.get(part, ())], [text for _, text in new.get(part, ())]
        if part != "lesson":
            yield from reworded(_PARTS.get(part, part), *texts)
            continue
        for one, other in in_order(*texts):
            was, now = "" if one is None else texts[0][one], "" if other is None else texts[1][other]
            if was != now:
                there, place = (new[part], other) if other is not None else (old[part], one)
                assert place is not None
                yield Reworded(_section(there[place][0], there), was, now)


def _by_part(module: ModuleEntry, guide: bool) -> dict[str, list[tuple[str, str]]]:
    """Key and text of each text, by the first part of the key."""
    parts: dict[str, list[tuple[str, str]]] = {}
    for text in module.texts:
        part = text.key.partition("/")[0]
        if part not in _APART and (part in _GUIDE) is guide:
            parts.setdefault(part, []).append((text.key, text.text))
    return parts


def _section(key: str, texts: Sequence[tuple[str, str]]) -> str:
    """The part of the lesson that a text stands in, by its heading."""
    start = "/".join(key.split("/")[:2])
    heading = next((text for there, text in texts if there == f"{start}/heading"), "")
    return f"Lesson, “{heading}”" if heading else "Lesson"
