"""What differs → which sheets to throw away, in sentences for whoever has them in a drawer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.history.differences import Differences, LanguageChanges, ModuleChanges


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A sentence on sheets, and whether it is there because of safety."""

    words: str
    is_safety: bool


def paper_lines(found: LanguageChanges, differences: Differences) -> tuple[PaperLine, ...]:
    """Safety first; then what is gone; then lesson by lesson."""
    return tuple(sorted(_lines(found, differences.old), key=lambda line: not line.is_safety))


def _lines(found: LanguageChanges, old: str) -> Iterator[PaperLine]:
    for title in found.everywhere:
        said = f"every lesson, printed from version {old} or older: the message “{title}” on it changed"
        yield PaperLine(f"Throw away every sheet of {said}.", True)
    for title, revision in found.gone:
        yield PaperLine(
            f"Hand out no sheets of “{title}” (revision {revision}) any more: it is no longer in the course.", False
        )
    for module in found.modules:
        if module.retired:
            yield PaperLine(f"Hand out no sheets of “{module.title}” any more: it is no longer in use.", False)
        elif sheets := _sheets(module):
            is_safety = "safety" in module.kinds
            why = ", because of safety" if is_safety else ""
            yield PaperLine(f"Throw away {sheets} of “{module.title_before}” {_which(module, old)}{why}.", is_safety)


def _sheets(module: ModuleChanges) -> str:
    """The sheets that are out of date; works that are cited do not make them so."""
    kinds = module.kinds
    if "safety" in kinds:
        return "all sheets"
    named = [
        *(["the lesson, handout, cards, and poster"] if "wording" in kinds else []),
        *(["the quiz and its answer key"] if "answers" in kinds else []),
        *(f"the worksheet “{title}”" for title in module.worksheets.touched),
        *(["the guide and role-plays"] if "guide" in kinds else []),
        *(["all sheets"] if module.other else []),
    ]
    return ", ".join(named)


def _which(module: ModuleChanges, old: str) -> str:
    before, after = module.revisions
    if before >= after:
        return f"from version {old} or older (its revision is {after} still)"
    return f"with revision {before}{' or lower' if before > 1 else ''}"
