"""A module and its translations → what one has and the other lacks, and what was translated from older words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.facts import Facts
from generator.problems import Level, Problem, Problems, in_order
from generator.rules import Rule
from generator.source import Document
from generator.translations.leaves import places
from generator.translations.marks import Mark
from generator.translations.states import Ledger, Unit, state_of

TRANSLATION_HAS_A_SOURCE = Rule(
    "translation-has-a-source",
    "A module in another language has its source in the course's first language.",
    "The source is what a translation is held to; without it nobody sees what changed (standards TR3).",
    "Correct the file's name, or write the module in the first language too.",
)
TRANSLATION_MATCHES = Rule(
    "translation-matches-its-source",
    "A translation has the same parts, ids, numbers and right answers as its source.",
    "A missing question or another right answer would teach people something else (standards TR3).",
    "Bring the part in line with the source; only texts differ.",
)
TRANSLATION_KEEPS_LINKS = Rule(
    "translation-keeps-its-links",
    "The links of a translated text lead to the same places as those of the source.",
    "A word that is explained in one language has to be explained in the other.",
    "Set the same links; the words in the square brackets are translated, what stands in the round ones is not.",
)
TRANSLATION_KEEPS_NUMBERS = Rule(
    "translation-keeps-its-numbers",
    "The numbers written in digits are the same in a text and its translation.",
    "A wrong digit in a telephone number, a dose of minutes or a count of steps is easily overlooked (standards TR1).",
    "Correct the number; write it in digits where the source does.",
)
TRANSLATION_IS_UP_TO_DATE = Rule(
    "translation-is-up-to-date",
    "A translated text was made from the source as it is today.",
    "Who reads the translation would learn what the source no longer says (standards TR3).",
    "Read both, change the translation, then `psychoed translate accept` its file.",
    "warning",
)
TRANSLATION_IS_CONFIRMED = Rule(
    "translation-is-confirmed",
    "Each text of a translation is noted as made from its source.",
    "Only what is noted can be found again when the source changes (standards TR3).",
    "Compare the file with its source, then `psychoed translate accept` it.",
    "warning",
)
TRANSLATION_RULES = (
    TRANSLATION_HAS_A_SOURCE,
    TRANSLATION_MATCHES,
    TRANSLATION_KEEPS_LINKS,
    TRANSLATION_KEEPS_NUMBERS,
    TRANSLATION_IS_UP_TO_DATE,
    TRANSLATION_IS_CONFIRMED,
)
_LONGEST_LIST = 3


@dataclass(frozen=True, slots=True)
class _Pair:
    source: Facts
    target: Facts

    def say(self, mark: Mark, rule: Rule, message: str, level: Level | None = None) -> Problem:
        """A problem at a place of the translation."""
        return Problem(self.target.path, mark.line, mark.column, message, rule.id, level or rule.level)


def check_translations(
    source: Sequence[Facts], target: Sequence[Facts], ledgers: Mapping[str, Ledger | None], there: Collection[str]
) -> Problems:
    """Compare each module of a language with the same module of the first one.

    `ledgers` has the ledger of each module of the language; `there` the ids of all files of the first one, because a
    source that cannot be read is not missing.

    Example:
        quiz: [{kind: true_false, id: a-question-that-the-source-does-not-have}]
    """
    by_id = {module.id: module for module in source}
    found: list[Problem] = []
    for module in target:
        if module.id in by_id:
            pair = _Pair(by_id[module.id], module)
            found += (*_compared(pair), *_dated(pair, ledgers.get(module.id)))
        elif module.id not in there:
            message = f"the course's first language has no module '{module.id}'"
            found.append(Problem(module.path, *module.spot("id"), message, TRANSLATION_HAS_A_SOURCE.id))
    return in_order(found)


def _compared(pair: _Pair) -> Iterator[Problem]:
    if _shape(pair.target) == _shape(pair.source):
        return  # Nearly always; what follows takes twenty times as long.
    ours = {mark.key: mark for mark in pair.target.marks}
    theirs = {mark.key: mark for mark in pair.source.marks}
    uneven = _uneven(ours, theirs)
    for part, (here, there) in uneven.items():
        said = f"'{part}' has {here} items; in {pair.source.path}, line {_place(part, theirs).line}, it has {there}"
        yield pair.say(_place(part, ours), TRANSLATION_MATCHES, said)
    # Behind an item too many, all others would be compared with their neighbours.
    ours, theirs = _outside(uneven, ours), _outside(uneven, theirs)
    yield from _missing(pair, ours, theirs)
    yield from _extra(pair, ours, theirs)
    for key, mark in ours.items():
        if key in theirs:
            yield from _differing(pair, mark, theirs[key])


def _shape(module: Facts) -> list[tuple[str, bool, str]]:
    """All that a translation and its source have to share."""
    return [(mark.key, bool(mark.text), mark.value) for mark in module.marks]


def _uneven(ours: Mapping[str, Mark], theirs: Mapping[str, Mark]) -> dict[str, tuple[int, int]]:
    """Lists without ids that both have, with different numbers of items; the outermost of them."""
    here, there = _lengths(ours), _lengths(theirs)
    differing = {part: (here[part], there[part]) for part in here if part in there and here[part] != there[part]}
    return {part: counts for part, counts in differing.items() if not _is_inside(part, differing.keys() - {part})}


def _lengths(marks: Mapping[str, Mark]) -> Counter[str]:
    """How many numbered items each part has."""
    split = (part.rpartition("/") for part in _parts(marks))
    return Counter(around for around, _, step in split if step.isdecimal())


def _is_inside(key: str, parts: Collection[str]) -> bool:
    return any(key.startswith(f"{part}/") for part in parts)


def _outside(parts: Collection[str], marks: Mapping[str, Mark]) -> dict[str, Mark]:
    return {key: mark for key, mark in marks.items() if not _is_inside(key, parts)}


def _missing(pair: _Pair, ours: Mapping[str, Mark], theirs: Mapping[str, Mark]) -> Iterator[Problem]:
    """Parts of the source, each said once: where all of a part is missing, its own parts are not said."""
    there = _parts(ours)
    gone = {_first_unknown(key, there): mark for key, mark in reversed(list(theirs.items())) if key not in ours}
    for part, mark in gone.items():
        parent = part.rpartition("/")[0]
        said = f"{_named(part)} is missing; it stands in {pair.source.path}, line {mark.line}"
        yield pair.say(_place(parent, ours), TRANSLATION_MATCHES, said)


def _extra(pair: _Pair, ours: Mapping[str, Mark], theirs: Mapping[str, Mark]) -> Iterator[Problem]:
    there = _parts(theirs)
    more = {_first_unknown(key, there): mark for key, mark in reversed(list(ours.items())) if key not in theirs}
    for part, mark in more.items():
        yield pair.say(mark, TRANSLATION_MATCHES, f"{_named(part)} is not in the source, {pair.source.path}")


def _parts(marks: Mapping[str, Mark]) -> set[str]:
    """Each key and all that is around it."""
    steps = (key.split("/") for key in marks)
    return {"/".join(path[:length]) for path in steps for length in range(1, len(path) + 1)}


def _first_unknown(key: str, known: set[str]) -> str:
    """The outermost part of a key that is not known."""
    steps = key.split("/")
    return next(part for length in range(1, len(steps) + 1) if (part := "/".join(steps[:length])) not in known)


def _named(part: str) -> str:
    """A part as a sentence names it: `option 3 of quiz/body-signs`."""
    around, _, last = part.rpartition("/")
    if last.isdecimal():
        around, _, name = around.rpartition("/")
        return f"item {int(last) + 1} of '{name}'" + (f" in {around}" if around else "")
    return f"'{last}'" + (f" in {around}" if around else "")


def _place(part: str, ours: Mapping[str, Mark]) -> Mark:
    """The first value inside a part, or of what is around it."""
    while part:
        for key, mark in ours.items():
            if key == part or key.startswith(f"{part}/"):
                return mark
        part = part.rpartition("/")[0]
    return next(iter(ours.values()))


def _differing(pair: _Pair, mark: Mark, source: Mark) -> Iterator[Problem]:
    where = f"{pair.source.path}, line {source.line}"
    if bool(mark.text) != bool(source.text) or (not mark.text and mark.value != source.value):
        yield pair.say(
            mark, TRANSLATION_MATCHES, f"{_named(mark.key)} is {mark.value}; in {where} it is {source.value}"
        )
        return
    links, _, digits = mark.value.partition("|")
    their_links, _, their_digits = source.value.partition("|")
    if links != their_links:
        said = f"the links here lead to {links or 'nothing'}; in {where} they lead to {their_links or 'nothing'}"
        yield pair.say(mark, TRANSLATION_KEEPS_LINKS, said)
    if digits != their_digits:
        said = f"the numbers here are {_listed(digits)}; in {where} they are {_listed(their_digits)}"
        yield pair.say(mark, TRANSLATION_KEEPS_NUMBERS, said)


def _listed(digits: str) -> str:
    return ", ".join(digits.split()) or "none"


def check_shared_translation(path: str, ours: Document, units: Sequence[Unit], language: str) -> Problems:
    """The same of a shared file, which holds all languages: what was translated from older words, what nobody noted.

    `path` is the file as messages name it.

    Example:
        S-BODY: {text: {en: Stop if you feel faint or sick., es: Pare si siente mareo.}}
    """
    found = [problem for unit in units for problem in _lost_places(path, ours, unit)]
    for unit in units:
        if unit.state == "stale" and unit.target and unit.place:
            line = ours.place(unit.source.path)[0]
            said = f"the source in line {line} changed after this was translated"
            place = ours.place(unit.place)
            rule = TRANSLATION_IS_UP_TO_DATE
            found.append(Problem(path, *place, said, rule.id, rule.level))
    noted = [unit for unit in units if unit.state in ("unconfirmed", "untranslated") and unit.place]
    if noted:
        said = f"{len(noted)} texts in '{language}' are not noted as made from their source"
        place = ours.place(noted[0].place or ())
        rule = TRANSLATION_IS_CONFIRMED
        found.append(Problem(path, *place, said, rule.id, rule.level))
    return tuple(found)


def _lost_places(path: str, ours: Document, unit: Unit) -> Iterator[Problem]:
    """A safety message without the number that its source has people call. It may have more: another line, for its language."""
    if unit.target is None or unit.place is None:
        return
    lost = [place for place in places(unit.source.text or "") if place not in places(unit.target.text or "")]
    if lost:
        line = ours.place(unit.source.path)[0]
        said = f"{', '.join(lost)} of the source in line {line} is missing here"
        rule = TRANSLATION_KEEPS_NUMBERS
        yield Problem(path, *ours.place(unit.place), said, rule.id, rule.level)


def _dated(pair: _Pair, ledger: Ledger | None) -> Iterator[Problem]:
    """What was made from older words, and what nobody noted."""
    there = {mark.key: mark for mark in pair.target.marks if mark.text}
    texts = [mark for mark in pair.source.marks if mark.text and mark.key in there]
    states = [(state_of(mark.text, (ledger or {}).get(mark.key), True, False), mark) for mark in texts]
    for state, group in groupby(sorted(states, key=lambda one: one[0]), key=lambda one: one[0]):
        marks = [mark for _, mark in group]
        if state == "stale":
            for mark in marks:
                said = f"the source changed after this was translated; see {pair.source.path}, line {mark.line}"
                yield pair.say(there[mark.key], TRANSLATION_IS_UP_TO_DATE, said)
        elif state == "unconfirmed":
            lines = ", ".join(str(there[mark.key].line) for mark in marks[:_LONGEST_LIST])
            more = "" if len(marks) <= _LONGEST_LIST else f" and {len(marks) - _LONGEST_LIST} more"
            said = f"{len(marks)} texts are not noted as made from {pair.source.path} (lines {lines}{more})"
            yield pair.say(there[marks[0].key], TRANSLATION_IS_CONFIRMED, said)
