"""Plan ↔ code: the few letters that stand for a plan, or for what somebody did of it, on paper, in a QR code, in a link.

    dev-18RS2-NR9G-KPCV-8G      version, head, a group a module, two signs that check the rest

A code is a version's label, then groups in the 32 signs below. The head is a digit for the form (1 a plan, 2 what was
done), three signs for the course, and one for how many modules there are: so no code that was cut short is taken for a
shorter one. A module's four signs are made of its id alone, so they mean the same module in
every version, and nothing that somebody typed can be in them. What was done has a fifth sign in each group: 1 read,
2 practiced, 3 both. The last two signs are a number by which every single wrong sign is found, and every swap of two
neighbours. Dashes and capitals are for the eye. `scripts/codes.js` does the same in a browser.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, unique
from typing import Literal

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O or U, which are read as others."""
MOST_MODULES = 100
LONGEST = 1_000
"""Letters that are looked at; a code of the most modules, spaced and dashed, is shorter."""

_ORDER = SIGNS + ".-"
"""What a sign counts in the check."""
_PRIME, _STEP = 1021, 10
"""The powers of 10 take every value up to 1020: so two places never weigh the same, nor do neighbours by one."""
_HEAD, _COURSE, _CHECK, _GROUP = 5, 3, 2, 4
_FORM = {"plan": "1", "done": "2"}
_KIND: dict[str, Kind] = {"1": "plan", "2": "done"}
_READ, _PRACTICED = 1, 2
_VERSION = re.compile(r"dev|[0-9]{4}\.(?:0|[1-9][0-9]{0,2})(?:\.(?:0|[1-9][0-9]{0,2}))?")
# Spaces, dashes of every length, and what keeps or breaks lines. Spelled out, for languages differ in what a space is.
_BETWEEN = re.compile(
    r"[\t-\r \u00a0\u00ad\u1680\u2000-\u200b\u2010-\u2015\u2028\u2029\u202f\u205f\u2060\u2212\u3000\ufe58\ufe63\ufeff\uff0d_-]+"
)
_PART = re.compile(r"[A-Za-z0-9.]+")

Kind = Literal["plan", "done"]


@unique
class Reason(Enum):
    """Why a text is not taken for a code."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    NOT_A_CODE = "not-a-code"
    """Nothing like a version and groups after it."""
    CUT_SHORT = "cut-short"
    """Signs are missing, or there are too many."""
    MISTYPED = "mistyped"
    """As long as a code, but a sign is not the right one."""
    NEWER_FORM = "newer-form"
    OTHER_COURSE = "other-course"


@dataclass(frozen=True, slots=True)
class Item:
    """A module in a code, by its four signs, and what the reader says of it."""

    module: str
    is_read: bool = False
    is_practiced: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """What a code holds. Each module stands in it once."""

    kind: Kind
    version: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class NotCode:
    """A text that is no code of this course."""

    reason: Reason


def course_signs(course: str) -> str:
    """The three signs of a course, made of its id."""
    return _signs_of(f"course {course}", _COURSE)


def module_signs(module: str) -> str:
    """The four signs of a module, made of its id."""
    return _signs_of(f"module {module}", _GROUP)


def write_code(code: Code, course: str) -> str:
    """Write a code in groups. Raises ValueError for what no code can hold: no module, too many, an odd version."""
    if not 0 < len(code.items) <= MOST_MODULES or not _VERSION.fullmatch(code.version):
        raise ValueError(f"no code can hold {len(code.items)} modules of version '{code.version}'")
    head = f"{_FORM[code.kind]}{course_signs(course)}{_count(len(code.items))}"
    groups = (head, *(_group(item, code.kind) for item in code.items))
    return "-".join((code.version, *groups, _check(f"{code.version.upper()}-{''.join(groups)}")))


def dense(code: str) -> str:
    """The same code with no dash but the one after its version: for addresses."""
    version, _, groups = code.partition("-")
    return f"{version}-{groups.replace('-', '')}"


def read_code(text: str, course: str) -> Code | NotCode:
    """Read what somebody typed, scanned or followed. Large and small letters, spaces and dashes do not matter."""
    if len(text) > LONGEST:
        return NotCode(Reason.TOO_LONG)
    parts = _BETWEEN.sub("-", text).strip("-")
    if not parts:
        return NotCode(Reason.EMPTY)
    label, _, rest = parts.partition("-")
    version, signs = _version(label), _folded(rest.replace("-", ""))
    if version is None or not signs or set(signs) - set(SIGNS):
        return NotCode(Reason.MISTYPED if _is_near(parts) else Reason.NOT_A_CODE)
    return _read(version, signs, course)


def _read(version: str, signs: str, course: str) -> Code | NotCode:
    kind = _KIND.get(signs[0])
    width = _width(kind or "plan")
    count, left = divmod(len(signs) - _HEAD - _CHECK, width)
    if kind and (left or count < 1 or signs[_HEAD - 1] != _count(count)):
        return NotCode(Reason.CUT_SHORT)
    if _check(f"{version.upper()}-{signs[:-_CHECK]}") != signs[-_CHECK:]:
        return NotCode(Reason.MISTYPED)
    if kind is None:
        return NotCode(Reason.NEWER_FORM)
    if signs[1 : 1 + _COURSE] != course_signs(course):
        return NotCode(Reason.OTHER_COURSE)
    if count > MOST_MODULES:
        return NotCode(Reason.TOO_LONG)
    body = signs[_HEAD:-_CHECK]
    items: dict[str, Item] = {}
    for at in range(0, len(body), width):
        items.setdefault(body[at : at + _GROUP], _item(body[at : at + width]))
    return Code(kind, version, tuple(items.values()))


def _count(modules: int) -> str:
    """The sign that says how many modules there are; after 31 it starts again."""
    return SIGNS[modules % len(SIGNS)]


def _width(kind: Kind) -> int:
    return _GROUP + (kind == "done")


def _group(item: Item, kind: Kind) -> str:
    done = SIGNS[_READ * item.is_read + _PRACTICED * item.is_practiced]
    return item.module + (done if kind == "done" else "")


def _item(group: str) -> Item:
    done = SIGNS.index(group[_GROUP]) if len(group) > _GROUP else 0
    return Item(group[:_GROUP], bool(done & _READ), bool(done & _PRACTICED))


def _folded(text: str) -> str:
    """As people misread: O for 0, I and L for 1."""
    return text.upper().translate(str.maketrans("OIL", "011"))


def _version(label: str) -> str | None:
    """The version's label as it is written, or None."""
    found = "dev" if label.upper() == "DEV" else _folded(label)
    return found if _VERSION.fullmatch(found) else None


def _is_near(parts: str) -> bool:
    """Whether it looks like a code with something wrong in it: letters and digits, some of each, and enough of them."""
    whole = parts.replace("-", "")
    return len(whole) > _HEAD + _GROUP and bool(_PART.fullmatch(whole)) and bool(re.search("[0-9]", whole))


def _check(text: str) -> str:
    """Two signs for all the signs before them; the last of these weighs 10, the one before 100, and so on."""
    total, weight = 0, 1
    for sign in reversed(text):
        weight = weight * _STEP % _PRIME
        total = (total + _ORDER.index(sign) * weight) % _PRIME
    return SIGNS[total // len(SIGNS)] + SIGNS[total % len(SIGNS)]


def _signs_of(text: str, count: int) -> str:
    """The first bits of a digest, five a sign."""
    number = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big") >> (256 - 5 * count)
    return "".join(SIGNS[number >> 5 * place & 31] for place in reversed(range(count)))


def shared_signs(modules: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of different modules whose four signs are the same, in the order given."""
    first: dict[str, str] = {}
    return tuple(
        (first[module_signs(module)], module)
        for module in dict.fromkeys(modules)
        if first.setdefault(module_signs(module), module) != module
    )


def plan_of(modules: Sequence[str], version: str) -> Code:
    """A plan of modules, by their ids."""
    return Code("plan", version, tuple(Item(module_signs(module)) for module in modules))
