"""The tree of tags in a PDF, as a screen reader goes through it."""

from __future__ import annotations

from collections.abc import Iterator

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject


def elements(node: object, kind: str = "") -> Iterator[DictionaryObject]:
    """The elements of a kind (`Table`, `TR`) below a node, in reading order; all of them if no kind is named."""
    node = node.get_object() if isinstance(node, PdfObject) else node
    if isinstance(node, ArrayObject):
        for child in node:
            yield from elements(child, kind)
    elif isinstance(node, DictionaryObject):
        if "/S" in node and kind in ("", str(node["/S"])[1:]):
            yield node
        yield from elements(node.get("/K"), kind)
