"""Table: a log, a chart or a schedule with typed columns."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.schema.base import PlainText, RichLine, Slug, Spec


class Column(Spec):
    """A column: what goes into it (`text`, `number`, `scale` 0–10, `time`, `day`, `check` or `choice`).

    `wide` gives it twice the room. `options` belongs to `choice` alone.

    Example:
        id: how-strong
        label: How strong, 0–10
        holds: scale
    """

    id: Slug
    label: PlainText
    """The heading of the column."""
    holds: Literal["text", "number", "scale", "time", "day", "check", "choice"] = "text"
    """What people put into the column.

    - `text`: words.
    - `number`: a number.
    - `scale`: a number from 0 to 10.
    - `time`: a time of day.
    - `day`: a day.
    - `check`: a tick.
    - `choice`: one of the `options`.
    """
    wide: bool = False
    """`true` gives the column twice the room."""
    options: Annotated[dict[Slug, PlainText], Field(min_length=2, max_length=5)] | None = None
    """What to choose from, for `holds: choice` alone: an id of your own for each, then its words."""

    @model_validator(mode="after")
    def _options_belong_to_choice(self) -> Self:
        if (self.holds == "choice") != (self.options is not None):
            raise PydanticCustomError(
                "column-options-belong-to-choice",
                "column '{id}': `options` goes with `holds: choice`, and only with it",
                {"id": self.id},
            )
        return self


class Table(Spec):
    """Columns, and either so many empty `rows` or `row_labels` with a permanent id each.

    Example:
        kind: table
        id: urge-log
        label: My urge log
        columns:
          - id: when
            label: Day and time
          - id: strength
            label: How strong, 0–10
            holds: scale
        rows: 6
    """

    kind: Literal["table"]
    id: Slug
    label: PlainText
    """The words in front of what people fill in: what to write or choose here."""
    hint: RichLine | None = None
    """A short line of help under the label, such as an example of an answer."""
    columns: Annotated[tuple[Column, ...], Field(min_length=1, max_length=8)]
    """The columns, from left to right."""
    rows: Annotated[int, Field(ge=1, le=31)] | None = None
    """How many empty rows. Write this or `row_labels`."""
    row_labels: Annotated[dict[Slug, PlainText], Field(min_length=1, max_length=31)] | None = None
    """A label for each row: an id of your own, then its words. Write this or `rows`."""
    row_heading: PlainText | None = None
    """The heading over the row labels."""

    @model_validator(mode="after")
    def _has_rows_one_way(self) -> Self:
        if (self.rows is None) == (self.row_labels is None):
            raise PydanticCustomError(
                "table-has-rows", "table '{id}' needs `rows` or `row_labels`, one of the two", {"id": self.id}
            )
        return self
