"""The bricks of the module language: the strict base model and the kinds of text.

Every key is known, every type exact, every value frozen: what passes here is trusted from here on.

The files of this folder do without `from __future__ import annotations`: pydantic would have to compile each of their
1,300 annotations from text, at every start.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from generator.text import ONE_PLAIN_LINE, RichLine, RichText

__all__ = ["Minutes", "PlainText", "RichLine", "RichText", "SafetyId", "Slug", "Spec"]


class Spec(BaseModel):
    """What an author may write: unknown keys are refused, nothing is coerced, nothing changes later."""

    # Built when first used: only the outermost model of a file is, with the others inside it.
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)

    GONE: ClassVar[Mapping[str, str]] = {}
    """Keys that older files have, and what to do with each."""


Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60),
    Field(
        description="A permanent name: small letters, digits and hyphens. Links and kept answers hang on it, so never"
        " change it after a release."
    ),
]
SafetyId = Annotated[
    str,
    StringConstraints(pattern=r"^S-[A-Z]+(-[A-Z]+)*$", max_length=40),
    Field(description="The id of a safety message in safety.yml."),
]
PlainText = Annotated[
    str,
    # One line, shown letter for letter: control characters and line ends have no place in a title or label.
    StringConstraints(pattern=ONE_PLAIN_LINE, max_length=300),
    Field(description="One line of plain words, shown exactly as written."),
]
Minutes = Annotated[int, Field(ge=1, le=240, description="Whole minutes.")]
