"""What all groups share → two sheets: one page for the leader, and the group agreement to sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import addresses
from generator.course import Build, Frame
from generator.facts import Facts
from generator.render.print.content import Content, parts
from generator.schema.group import GroupKit
from generator.wording import ASIDE

NAMES = {"every-group": "kit_title", "agreement": "kit_agreement"}
"""The sheets' names, which tell strangers nothing of topics, and the interface words for them."""
KEYS = {
    "every-group": tuple(name for name in GroupKit.model_fields if name not in {"agreement", *ASIDE}),
    "agreement": ("agreement",),
}
"""What of the kit stands on which sheet."""


def contents(facts: Sequence[Facts], frame: Frame, build: Build) -> Iterator[Content]:
    """Both sheets; none where the course has no kit in this language."""
    kit = frame.group
    if kit is None:
        return
    for name, layout in (("every-group", "every_group"), ("agreement", "agreement")):
        title = frame.strings[NAMES[name]]
        yield Content(
            module=None,
            tree="counselors",
            name=name,
            page=addresses.EVERY_GROUP,
            over=frame.spec.title,
            title=title,
            short=title,
            layout=layout,
            body=parts(kit, *KEYS[name]),
            # People sign it; the copy is theirs.
            written_on=name == "agreement",
        )
