"""Sources that modules may cite by id; `modules/sources.yml`."""

from typing import Annotated, Literal

from pydantic import Field, RootModel

from generator.schema.base import PlainText, Slug, Spec


class SourceWork(Spec):
    """A book, report or article. What is not known is left out, never guessed.

    Example:
        authors: NIDA
        title: Drugs, Brains, and Behavior
        year: 2020
        publication: NIH/NIDA
        identifiers: NIH Pub No. 20-DA-5605
        evidence: expert consensus
        recheck: true
    """

    authors: PlainText
    title: PlainText
    year: Annotated[int, Field(ge=1900, le=2100)]
    publication: PlainText
    identifiers: PlainText | None = None
    evidence: Literal[
        "guideline", "systematic review", "trial", "observational", "expert consensus", "lived experience"
    ]
    recheck: bool


class SourcesSpec(RootModel[dict[Slug, SourceWork]]):
    """Source id → work."""
