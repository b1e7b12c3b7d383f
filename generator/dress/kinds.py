"""The kinds of page, and what each wears beside what all wear: stylesheets and scripts by their names in the templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

PageKind = Literal[
    "lesson",
    "worksheet",
    "home",
    "help",
    "glossary",
    "about",
    "guide",
    "group",
    "find",
    "counselors",
    "plan",
    "assign",
    "codes",
    "programs",
    "program",
    "changes",
]


@dataclass(frozen=True, slots=True)
class Wear:
    """What a kind of page needs: names in `styles/` and `scripts/` of the templates."""

    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()


WEAR: Mapping[PageKind, Wear] = {
    "lesson": Wear(("boxes", "cards", "opened", "fields", "quiz"), ("quiz",)),
    "worksheet": Wear(("boxes", "opened", "fields", "kept"), ("switch", "worksheet")),
    "home": Wear(("boxes", "cards")),
    "help": Wear(("boxes",)),
    "glossary": Wear(("words",)),
    "about": Wear(("boxes",)),
    "guide": Wear(("boxes", "guide", "opened", "fields"), ("guide",)),
    "group": Wear(("boxes", "guide", "opened")),
    "find": Wear(("fields", "find"), ("find-modules",)),
    "counselors": Wear(("boxes", "cards", "counselors")),
    "plan": Wear(("fields", "plans", "kept"), ("codes", "switch", "plan")),
    "assign": Wear(("opened", "fields", "plans", "assign"), ("codes", "qr", "assign")),
    "programs": Wear(("boxes", "cards", "programs")),
    "program": Wear(("boxes", "guide", "opened", "fields", "programs"), ("program",)),
    "codes": Wear(("fields", "plans"), ("codes", "readback")),
    "changes": Wear(("boxes", "guide")),
}
"""`about` is also what a page of no known kind wears."""
