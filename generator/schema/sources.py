"""Sources that modules may cite by id; `modules/sources.yml`."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, RootModel

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
    """Who wrote it."""
    title: PlainText
    """The title of the work."""
    year: Annotated[int, Field(ge=1900, le=2100)]
    """The year in which it came out."""
    publication: PlainText
    """The publisher or journal."""
    identifiers: PlainText | None = None
    """DOI, ISBN or another number to find it by."""
    evidence: Literal[
        "guideline", "systematic review", "trial", "observational", "expert consensus", "lived experience"
    ]
    """What kind of evidence it gives.

    - `guideline`: a guideline of an expert body.
    - `systematic review`: a review of all studies on a question.
    - `trial`: a study that compares groups by chance.
    - `observational`: a study that watches what happens.
    - `expert consensus`: what experts agree on.
    - `lived experience`: what people who were there report.
    """
    recheck: bool
    """`true` if somebody still has to look at the work itself before a release."""

    @property
    def evidence_name(self) -> str:
        """Under which name the interface has the word for its kind of evidence."""
        return f"review_evidence_{self.evidence.replace(' ', '_')}"


class SourcesSpec(RootModel[dict[Slug, SourceWork]]):
    """Source id → work."""

    model_config = ConfigDict(defer_build=True)
