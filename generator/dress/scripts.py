"""Scripts of the templates → what a page loads: minified, with the interface words that they say in front."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache

from rjsmin import jsmin

from generator.paths import SCRIPTS

_WORD = re.compile(r"\bwords\.([a-z][a-z_0-9]*)\b")


FIRST = "first"
"""The script that stands in the page's head."""
FRAME = ("base", "frame")
"""What every page of the site loads, as one file."""
FRONT = "front"
"""The front page of all versions says it inside itself."""
LONE = "lone"
"""What a page that is one file holds, and no page of the site loads."""


class WordMissing(Exception):
    """A script says a word that the language's file of interface words does not have."""


def script(names: Sequence[str], strings: Mapping[str, str]) -> str:
    """Scripts one after the other, with their words. Raises WordMissing for a word that is not in `strings`."""
    read = [_script(name) for name in names]
    keys = sorted({key for _, said in read for key in said})
    missing = [key for key in keys if key not in strings]
    if missing:
        raise WordMissing(
            f"scripts of {', '.join(names)} say words.{missing[0]}, which is not among the interface words"
        )
    # In JSON a line separator is a letter as any other; in scripts of old browsers it ends the line.
    said = json.dumps({key: strings[key] for key in keys}, ensure_ascii=False, separators=(",", ":"))
    safe = said.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"var psychoed=window.psychoed||{{words:{{}},parts:{{}}}};Object.assign(psychoed.words,{safe});" + "".join(
        f"{code}\n" for code, _ in read
    )


@cache
def first_script() -> str:
    """What stands in the page's head: it sets how the reader chose to see pages before anything is drawn."""
    return str(jsmin((SCRIPTS / f"{FIRST}.js").read_text(encoding="utf-8"))).strip()


@cache
def _script(name: str) -> tuple[str, tuple[str, ...]]:
    """The minified code, and the words it says."""
    text = (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
    return str(jsmin(text)).strip(), tuple(sorted(set(_WORD.findall(text))))
