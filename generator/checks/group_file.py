"""group.yml → what its words must not hold: letters without a shape on paper, words that shame, numbers, links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.course_file import LANGUAGE_IS_THERE
from generator.checks.letter_can_be_printed import RULE as LETTER_CAN_BE_PRINTED
from generator.checks.phone_number_is_not_typed import RULE as PHONE_NUMBER_IS_NOT_TYPED
from generator.checks.phone_number_is_not_typed import typed_number
from generator.checks.word_is_person_first import RULE as WORD_IS_PERSON_FIRST
from generator.checks.word_is_person_first import avoided
from generator.course import walk
from generator.letters import named, not_printable
from generator.paths import LOCALES
from generator.problems import Problem, Problems, did_you_mean, in_order
from generator.reading import is_english
from generator.rules import Rule
from generator.schema.group import GroupKit, GroupSpec
from generator.schema.words import AvoidedWord
from generator.source import Document, Path, shown
from generator.text import RichText, links
from generator.wording import wording

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
    known = {*languages, *(path.stem for path in LOCALES.glob("*.yml"))}
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
    said = tuple(wording(kit, (language,)))
    for path, text in said:
        if letter := not_printable(text):
            yield document.problem(
                path, f"{named(letter)} cannot be printed; say it in words", LETTER_CAN_BE_PRINTED.id
            )
        if number := typed_number(text):
            message = f"the phone number '{number}' is typed here; every page and sheet has the crisis line already"
            yield document.problem(path, message, PHONE_NUMBER_IS_NOT_TYPED.id)
    for path, message, level in avoided(said, words if is_english(language) else ()):
        yield Problem(document.path, *document.place(path), message, WORD_IS_PERSON_FIRST.id, level)
    for path, target in _links(kit, (language,)):
        yield document.problem(path, f"a link to '{target}' stands here; write the words alone", GROUP_HAS_NO_LINK.id)


def _links(kit: GroupKit, path: Path) -> Iterator[tuple[Path, str]]:
    for place, text in walk(kit, path):
        if isinstance(text, RichText):
            yield from ((place, target) for target in links(text.nodes))
