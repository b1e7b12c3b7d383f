"""group.yml → what its words must not hold: letters without a shape on paper, words that shame, numbers, links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.course_file import LANGUAGE_IS_THERE
from generator.checks.shared_words import check_words
from generator.course import walk
from generator.language.strings import interface_languages
from generator.problems import Problem, Problems, did_you_mean, in_order
from generator.rules import Rule
from generator.schema.group import GroupKit, GroupSpec
from generator.schema.words import AvoidedWord
from generator.source import Document, Path, shown
from generator.text import RichText, links

GROUP_HAS_NO_LINK = Rule(
    "group-has-no-link",
    "The words that all groups share hold no links.",
    "They are said out loud, printed, and shown on a screen; nobody can follow a link there.",
    "Write the words alone.",
)
GROUP_RULES: tuple[Rule, ...] = (GROUP_HAS_NO_LINK,)


def check_group(group: GroupSpec, document: Document, words: Sequence[AvoidedWord]) -> Problems:
    """Find what the words of a kit must not hold, in every language.

    Example:
        en:
          breath: Call 555-010-1234 and [breathe](module:stress).
    """
    return in_order(problem for language, kit in group.root.items() for problem in _kit(language, kit, document, words))


def check_group_languages(group: GroupSpec, document: Document, languages: Sequence[str]) -> Problems:
    """Find kits in languages that nobody can choose, and languages of the course that no kit is for.

    Example:
        english:
          breath: Let’s take one slow breath.
    """
    known = {*languages, *interface_languages()}
    unknown = [
        Problem(
            document.path,
            *document.key_place((language,)),
            f"there is no language '{shown(language)}' in this course{did_you_mean(language, known)}",
            LANGUAGE_IS_THERE.id,
            "warning",
        )
        for language in group.root
        if language not in known
    ]
    missing = [language for language in languages if language not in group.root]
    silent = [
        Problem(document.path, 1, 1, f"'{language}' has no words for groups here", LANGUAGE_IS_THERE.id, "warning")
        for language in missing
    ]
    return in_order((*unknown, *silent))


def _kit(language: str, kit: GroupKit, document: Document, words: Sequence[AvoidedWord]) -> Iterator[Problem]:
    yield from check_words(kit, document, language, words, (language,))
    for path, target in _links(kit, (language,)):
        yield document.problem(path, f"a link to '{target}' stands here; write the words alone", GROUP_HAS_NO_LINK.id)


def _links(kit: GroupKit, path: Path) -> Iterator[tuple[Path, str]]:
    for place, text in walk(kit, path):
        if isinstance(text, RichText):
            yield from ((place, target) for target in links(text.nodes))
