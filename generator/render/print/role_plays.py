"""The role-plays of a guide → cards to cut out: one for each part, and one for the leader."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.course import Frame
from generator.render.print.content import Content
from generator.render.print.values import printable
from generator.schema.module import Module


def contents(module: Module, frame: Frame) -> Iterator[Content]:
    """The one sheet of cards; none for a module without role-plays."""
    if module.guide.role_plays:
        name = frame.strings["print_role_plays"]
        yield Content(
            module=module,
            tree="counselors",
            name="role-plays",
            page=addresses.guide(frame.slug(module.id)),
            over=module.title,
            title=name,
            short=name,
            layout="role_plays",
            body={"role_plays": printable(module.guide.role_plays)},
        )
