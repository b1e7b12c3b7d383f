"""What all groups share, whatever the topic: words to open and close with, the group's agreement, how to role-play."""

from typing import Annotated

from pydantic import Field, RootModel

from generator.schema.base import RichText, Spec


class GroupKit(Spec):
    """The kit of one language.

    Example:
        openings:
          - We are here to look after ourselves and each other.
    """

    openings: Annotated[tuple[RichText, ...], Field(min_length=1, max_length=12)]


class GroupSpec(RootModel[dict[str, GroupKit]]):
    """What `modules/group.yml` holds: a kit a language."""
