"""A sign-off file → what is wrong with it: an entry that was edited, or signed by nobody, or belongs elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.due_reviews import MOST_MONTHS
from generator.problems import Problem, Problems, in_order
from generator.reviews.due import months_between
from generator.reviews.seal import is_sealed
from generator.reviews.somebody import is_nobody, is_placeholder
from generator.rules import Rule
from generator.schema.signoffs import SignOff, SignOffsSpec
from generator.source import Document, Path, shown

SIGN_OFF_IS_SEALED = Rule(
    "sign-off-is-sealed",
    "A sign-off says what `psychoed review sign` wrote, letter for letter.",
    "It names a person who answers for what patients read. The seal finds accidents and edits by hand; it does not"
    " prove who wrote it (standards G1, G2).",
    "Take the file from before the change, or take this entry out and let the person sign again.",
)
SIGN_OFF_IS_BY_SOMEBODY = Rule(
    "sign-off-is-by-somebody",
    "A sign-off has a real name and role; a clinical one has a credential and where it is licensed, and one by lived"
    " experience has the person's consent.",
    "No review is claimed that did not happen, and nobody is named who did not agree (standards G1, G2).",
    "Take this entry out, and let the person sign with `psychoed review sign`.",
)
SIGN_OFF_HAS_ITS_MODULE = Rule(
    "sign-off-has-its-module",
    "A sign-off file stands in the folder of its language, has its module's name, and the module is there.",
    "A signature that stands beside another text would vouch for words that nobody read.",
    "Put the file back where it belongs, or take it away if the module is gone.",
)
SIGN_OFF_DATES_FIT = Rule(
    "sign-off-dates-fit",
    "A sign-off's day is past, and its next review is at most 24 months later.",
    "What was right two years ago may be wrong now (standards G1).",
    "Take this entry out, and let the person sign again with an earlier month.",
)
SIGN_OFF_RULES: tuple[Rule, ...] = (
    SIGN_OFF_HAS_ITS_MODULE,
    SIGN_OFF_IS_SEALED,
    SIGN_OFF_IS_BY_SOMEBODY,
    SIGN_OFF_DATES_FIT,
)


def check_sign_offs(spec: SignOffsSpec, document: Document, module: str, language: str, today: date | None) -> Problems:
    """Find what is wrong in the file of a module's sign-offs; `module` and `language` are where it stands.

    Example:
        module: another-module
        language: en
        sign_offs: []
    """
    found = [*_elsewhere(spec, document, module, language)]
    for index, sign_off in enumerate(spec.sign_offs):
        path: Path = ("sign_offs", index)
        if not is_sealed(sign_off, spec.module, spec.language):
            said = f"this sign-off by {shown(sign_off.name)} was changed after it was written"
            found.append(document.problem((*path, "kind"), said, SIGN_OFF_IS_SEALED.id))
        found += [document.problem((*path, key), said, rule.id) for key, said, rule in flaws(sign_off, today)]
    return in_order(found)


def _elsewhere(spec: SignOffsSpec, document: Document, module: str, language: str) -> Iterator[Problem]:
    for key, says, stands in (("module", spec.module, module), ("language", spec.language, language)):
        if says != stands:
            said = f"these sign-offs are for the {key} '{shown(says)}', and the file stands at '{stands}'"
            yield document.problem((key,), said, SIGN_OFF_HAS_ITS_MODULE.id)


def flaws(sign_off: SignOff, today: date | None) -> Iterator[tuple[str, str, Rule]]:
    """What a person could not have signed so: the key, a sentence, the rule. `psychoed review sign` asks the same."""
    if is_nobody(sign_off.name):
        yield "name", f"'{shown(sign_off.name)}' is nobody's name", SIGN_OFF_IS_BY_SOMEBODY
    if is_placeholder(sign_off.role):
        yield "role", f"'{shown(sign_off.role)}' is nobody's role", SIGN_OFF_IS_BY_SOMEBODY
    if sign_off.kind == "clinical":
        for key, what in (("credential", "a credential, as LCSW"), ("license_state", "a license's state, as MN")):
            if is_placeholder(getattr(sign_off, key) or ""):
                yield key, f"a clinical review needs {what}", SIGN_OFF_IS_BY_SOMEBODY
    if sign_off.kind == "lived-experience" and not sign_off.may_be_named:
        said = "nothing says that the person agreed to be named with this name or these initials"
        yield "may_be_named", said, SIGN_OFF_IS_BY_SOMEBODY
    if sign_off.decision != "approve" and not sign_off.remarks:
        yield "decision", f"'{sign_off.decision}' needs remarks that say what should change", SIGN_OFF_IS_BY_SOMEBODY
    yield from _dates(sign_off, today)


def _dates(sign_off: SignOff, today: date | None) -> Iterator[tuple[str, str, Rule]]:
    try:
        day = date.fromisoformat(sign_off.date)
    except ValueError:
        yield "date", f"there is no day '{sign_off.date}'", SIGN_OFF_DATES_FIT
        return
    if today and day > today:
        yield "date", f"{sign_off.date} is still to come", SIGN_OFF_DATES_FIT
    ahead = months_between(day, sign_off.next_review)
    if not 0 < ahead <= MOST_MONTHS:
        said = f"the next review is {ahead} months after this one; it should be 1 to {MOST_MONTHS}"
        yield "next_review", said, SIGN_OFF_DATES_FIT
