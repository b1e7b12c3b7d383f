"""A new release → what to announce of it: safety first, then what its authors say, then which sheets to throw away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.history.compare import differences
from generator.history.differences import Differences, LanguageChanges
from generator.history.paper import paper_lines
from generator.history.released import NotCompared, last_before, read_version
from generator.history.told import number_line
from generator.language.names import language_name


def news(site: Path, version: str) -> tuple[str, ...]:
    """What people are told at a release, line by line; nothing at the first one."""
    last = last_before(site, version)
    if last is None:
        return ()
    try:
        found = differences(read_version(site, last), read_version(site, version), (last, version))
    except NotCompared as error:
        return (f"note: what changed cannot be said: {error}",)
    if not found.changed:
        return (f"Nothing that people read changed since version {last}.",)
    return (f"What changed since version {last} (psychoed diff {last} {version} says it in full):", *_lines(found))


def _lines(found: Differences) -> Iterator[str]:
    for language in found.languages:
        lines = tuple(_of_language(language, found))
        if lines and len(found.languages) > 1:
            yield f"  {language_name(language.language, 'en')}"
        yield from (f"  - {line}" for line in lines)


def _of_language(found: LanguageChanges, differences: Differences) -> Iterator[str]:
    yield from (f"SAFETY: the message “{message.where}” changed." for message in found.messages)
    yield from (f"SAFETY: {number_line(number)}" for number in found.numbers)
    yield from (f"New lesson: “{title}”." for title in found.new)
    for module in found.modules:
        mark = "SAFETY: " if "safety" in module.kinds else ""
        yield from (f"{mark}{module.title}, revision {revision}: {note}" for revision, note in module.notes)
    yield from (line.words for line in paper_lines(found, differences))
