"""A finished page → nothing, or the reason why it is refused: no script, handler or address that is not ours.

The last look before a page is written: whatever a theme override or a hole in our escaping brought in, stops the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

# Most pages hold nothing of this but our own scripts; only then are all their tags read, which takes forty times as long.
_SUSPECT = re.compile(
    r"""<script|<(?:iframe|object|embed|base|form|frame|applet)\b|[\s/"']on[a-z]+\s*=|http-equiv\s*=\s*["']?\s*refresh"""
    r"""|[\s/"'](?:src|srcset|data|poster|background|formaction|action)\s*="""
    r"""|<link\b(?![^<>]*\shref="(?:[\w./-]+|data:[^"<>]*)">)|href\s*=(?!"(?:[\w./#%-]*"|https?://|tel:|sms:|data:))""",
    re.IGNORECASE,
)
_LOGO = r'<img class="ps-(?:house-)?logo" src="(?:\.\./)*assets/logo\.(?:svg|png)" alt="[^"<>]*">'
"""It stands on every page of a clinic that has one, and was looked through when it was read."""
_ELSEWHERE = re.compile(r"(?!data:)[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
_RUNS = re.compile(r"(?:javascript|vbscript):", re.IGNORECASE)
_NEVER = frozenset({"iframe", "object", "embed", "base", "form", "frame", "applet"})
_LOADING = frozenset({"src", "srcset", "data", "poster", "background"})


class AuditError(Exception):
    """A page holds what no page of ours may hold; the message says what and where."""


def audit(address: str, page: str, inline: str, style: str = "") -> None:
    """Raise AuditError if the page runs or loads anything but our files and the one `inline` script.

    `style` is the text of our own style element, which need not be read.
    """
    # Our own scripts are on every page; what is left without them is clean, or worth a close look.
    ours = rf'<script data-course="[^"<>]*">{re.escape(inline)}</script>|<script src="[a-z0-9./-]+" defer></script>|{_LOGO}'
    rest = re.sub(ours, "", page.replace(style, "", 1))
    if _SUSPECT.search(rest):
        for found in _Reader(page, inline).found:
            raise AuditError(f"{address}: {found}; nothing of a page may run or load what is not ours")


class _Reader(HTMLParser):
    """Reads every tag as a browser does, and gathers what is not allowed."""

    def __init__(self, page: str, inline: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._inline, self._script = inline, ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and its attributes."""
        self.found += _refused(tag, {name: value or "" for name, value in attrs})
        if tag == "script":
            self._script = "src" if any(name == "src" for name, _ in attrs) else "inline"

    def handle_data(self, data: str) -> None:
        """A script's own text has to be the one we know."""
        if self._script and (self._script == "src" or data != self._inline):
            self.found.append(f"a script that is not ours: {data.strip()[:60]!r}")

    def handle_endtag(self, tag: str) -> None:
        """After the script, text is text again."""
        if tag == "script":
            self._script = ""


def _refused(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    if tag in _NEVER:
        yield f"an element <{tag}>"
    if tag == "meta" and attributes.get("http-equiv", "").strip().lower() == "refresh":
        yield "a page that leads elsewhere by itself"
    for name, value in attributes.items():
        plain = re.sub(r"[\x00-\x20]", "", value)
        if name.startswith("on"):
            yield f"a handler {name} on <{tag}>"
        elif _RUNS.match(plain) or (tag in ("a", "script") and plain.lower().startswith("data:")):
            yield f"an address that runs: {value[:60]!r}"
        elif (name in _LOADING or (tag == "link" and name == "href")) and _ELSEWHERE.match(plain):
            yield f"<{tag}> loads from another place: {value[:60]!r}"
