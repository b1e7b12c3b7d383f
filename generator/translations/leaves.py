"""A module → its leaves: every text and every other value under a key that is the same in all languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from generator.course import digest
from generator.schema.module import Module
from generator.source import Document, Path
from generator.text import RichText, links
from generator.translations.marks import Mark
from generator.wording import NOT_READ, one_line

OF_ITS_OWN = frozenset({"revision", "review", "changes", "exceptions", "note"})
"""Keys of a module that each language has for itself."""

LAYOUT = frozenset({"lines", "wide"})
"""Keys whose numbers say how much room something has; a longer language may need more."""

_PLACE = re.compile(r"\{[a-z0-9-]+\}")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value of a module: its key (`quiz/body-signs/ask`), its path in the file, and what it is."""

    key: str
    path: Path
    text: str | None
    """What people read, as it is written; None for ids, numbers and fixed words."""
    value: str
    """How the value is compared; empty for a text."""

    @property
    def digest(self) -> str:
        """Of the text; line ends and spaces do not count."""
        return text_digest(self.text or "")


def text_digest(text: str) -> str:
    """Twelve hex digits over a text; how its lines are broken does not count."""
    return digest(one_line(text))[:12]


def leaves_of(module: Module) -> tuple[Leaf, ...]:
    """Every value of the module that its translations share or translate, in the order of the file."""
    return tuple(_leaves(module, (), ""))


def marks_of(module: Module, document: Document) -> tuple[Mark, ...]:
    """The same as marks, with their places."""
    return tuple(
        Mark(leaf.key, *document.place(leaf.path), "" if leaf.text is None else leaf.digest, _value(leaf))
        for leaf in leaves_of(module)
    )


def targets(text: str) -> tuple[str, ...]:
    """What the text's links lead to, sorted."""
    return tuple(sorted(links(RichText(text).nodes)))


def places(text: str) -> tuple[str, ...]:
    """The places in braces that telephone numbers of safety.yml are set into, sorted, each once."""
    return tuple(sorted(set(_PLACE.findall(text))))


def numbers(text: str) -> tuple[str, ...]:
    """The numbers written in digits, sorted; a number with a comma is the same as one with a point."""
    return tuple(sorted(number.replace(",", ".") for number in _NUMBER.findall(text)))


def _value(leaf: Leaf) -> str:
    if leaf.text is None:
        return leaf.value
    # Plain text may hold brackets that are no links.
    found = targets(leaf.text) if "](" in leaf.text else ()
    return f"{' '.join(found)}|{' '.join(numbers(leaf.text))}"


def _leaves(value: object, path: Path, key: str, name: str = "") -> Iterator[Leaf]:
    if isinstance(value, BaseModel):
        for field in type(value).model_fields:
            if path or field not in OF_ITS_OWN:
                yield from _leaves(getattr(value, field), (*path, field), _under(key, field), field)
    elif isinstance(value, dict):
        for inner, item in value.items():
            yield from _leaves(item, (*path, inner), _under(key, str(inner)), name)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _leaves(item, (*path, index), _under(key, str(getattr(item, "id", index))), name)
    # `sign` is a fixed word in a picture, and a sentence in the guide; what has markup is always read.
    elif isinstance(value, RichText) or (isinstance(value, str) and name not in NOT_READ):
        yield Leaf(key, path, str(value), "")
    elif value is not None and not (name in LAYOUT and isinstance(value, int)):
        yield Leaf(key, path, None, str(value) if isinstance(value, str) else repr(value))


def _under(key: str, step: str) -> str:
    return f"{key}/{step}" if key else step
