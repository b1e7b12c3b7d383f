"""What an author wrote, out of the payload of a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.wording import NOT_READ

NOT_PRINTED = NOT_READ | {"settings", "publication", "identifiers", "evidence"}
"""Keys of a sheet's body whose text is a name for the template, or stands on the web alone."""


def texts(value: Any, key: str = "") -> Iterator[str]:
    """Every text in a sheet's body that people read."""
    match value:
        case str():
            if key not in NOT_PRINTED:
                yield value
        case {"rich": nodes}:
            yield "".join(map(plain, nodes))
        case dict():
            for name, item in value.items():
                yield from texts(item, name)
        case list():
            for item in value:
                yield from texts(item, key)


def plain(node: dict[str, Any]) -> str:
    """The words of a text node."""
    inner = "".join(map(plain, node["c"]))
    return {"text": node["v"], "break": " ", "paragraph": f"{inner}\n", "item": f"{inner}\n"}.get(node["k"], inner)
