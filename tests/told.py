"""What files tell, in whatever form: as words, in attributes and strings, escaped, in a PDF; and what of it is a leak."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import PurePath
from urllib.parse import unquote

import pypdf
import pypdfium2

LONG = 25
"""Letters; with so many a line is looked for wherever words may run into each other."""
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"|\'((?:[^\'\\]|\\.)*)\'|`([^`]*)`', re.S)
_WORD = re.compile(r"[^\W_]+")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nrt]))")


def squeezed(text: str) -> str:
    """Letters and digits alone, small."""
    return re.sub(r"[\W_]+", "", text).lower()


def spaced(text: str) -> str:
    """The words with one space around each."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


@dataclass(frozen=True, slots=True)
class Told:
    """All that some texts say: run together, as words, and each piece by itself."""

    whole: str
    words: str
    pieces: frozenset[str]

    def has(self, line: str) -> bool:
        """Whether a line stands in it; a short one as words in their order, one or two words as a piece of their own."""
        if len(squeezed(line)) > LONG:
            return squeezed(line) in self.whole
        return spaced(line) in self.words if len(spaced(line).split()) > 2 else squeezed(line) in self.pieces


def told(texts: Iterable[str]) -> Told:
    """What plain texts say."""
    all_texts = list(texts)
    # A sign that is no letter between them: no line is found across two texts.
    return Told(
        "|".join(map(squeezed, all_texts)), "|".join(map(spaced, all_texts)), frozenset(map(squeezed, all_texts)) - {""}
    )


def told_by_files(files: Iterable[tuple[str, bytes]]) -> Told:
    """What files say; each comes with its name, which says how to read it."""
    return told(text for name, content in files for text in _texts(PurePath(name).suffix, content))


def leaks(lines: Iterable[str], patients: Told, own: Told) -> list[str]:
    """The lines that stand in the patients' files though nothing that is written for patients says the same."""
    return [line for line in dict.fromkeys(lines) if squeezed(line) and patients.has(line) and not own.has(line)]


def _texts(kind: str, content: bytes) -> Iterator[str]:
    if kind == ".pdf":
        yield from _of_pdf(content)
        return
    if content[:4] in (b"\x89PNG", b"wOF2", b"\xff\xd8\xff\xe0"):
        return
    raw = content.decode("utf-8")
    plain = decoded(raw)
    yield plain
    for found in _STRING.finditer(plain):
        yield from (piece for part in found.groups() if part for piece in re.split(r"[\n|;]", part))
    if kind in (".html", ".svg", ".xml"):
        page = _Reader()
        page.feed(raw)
        yield " ".join(page.texts)
        yield from page.texts
        for value in map(decoded, page.values):
            yield value
            # A picture in an address holds markup of its own.
            if "<" in value:
                yield from _texts(".svg", value.encode())


def decoded(text: str) -> str:
    """Without the escapes of HTML (even twice), of JavaScript and JSON, and of addresses."""

    def sign(found: re.Match[str]) -> str:
        return " " if found[3] else chr(int(found[1] or found[2], 16))

    return unquote(_ESCAPE.sub(sign, html.unescape(html.unescape(text))))


class _Reader(HTMLParser):
    """The texts and the values of attributes, as a browser has them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.values: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the values."""
        self.values += [value for _, value in attrs if value]

    def handle_comment(self, data: str) -> None:
        """A comment can be read by anybody, too."""
        self.values.append(data)


def _of_pdf(content: bytes) -> Iterator[str]:
    """Its pages, and what stands around them: title, outline, names of fields, attached files."""
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_range() for page in document]
    yield " ".join(pages)
    yield from (line.strip() for page in pages for line in page.splitlines())
    yield from map(str, document.get_metadata_dict().values())
    yield from (item.get_title() for item in document.get_toc())
    reader = pypdf.PdfReader(io.BytesIO(content))
    for value in (reader.get_fields() or {}).values():
        yield from (str(value.get(key, "")) for key in ("/T", "/TU", "/V", "/DV"))
    yield from (json.dumps(name) for name in reader.attachments)
