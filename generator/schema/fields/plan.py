"""Plan: when this happens, then I will do that."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, RichLine, Slug, Spec


class Plan(Spec):
    """When/then rows; `starts` may give the first words of some rows.

    Example:
        kind: plan
        id: my-plan
        label: My plan
        when: When my number is at
        then: I will
        rows: 3
    """

    kind: Literal["plan"]
    id: Slug
    label: PlainText
    hint: RichLine | None = None
    when: PlainText
    then: PlainText
    starts: tuple[PlainText, ...] = ()
    rows: Annotated[int, Field(ge=1, le=10)]
