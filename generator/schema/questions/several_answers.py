"""Several answers: two or more options are right."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.schema.base import RichLine, Slug, Spec
from generator.schema.questions.option import Option


class SeveralAnswers(Spec):
    """Three to six options, at least two right and at least one not, feedback on each.

    Example:
        kind: several_answers
        id: body-signs
        objective: name-signs
        ask: Which of these are body signs of stress? Choose each one that fits.
        options:
          - text: Tight shoulders
            right: true
            feedback: Yes. Stress can tighten muscles.
          - text: A fast heartbeat
            right: true
            feedback: Yes. The heart speeds up under stress.
          - text: Thinking “I can’t do this”
            feedback: This is a thought sign. It counts too, in another group.
    """

    kind: Literal["several_answers"]
    id: Slug
    objective: Slug
    """The id of the objective that this question checks."""
    ask: RichLine
    """The question itself, in one or two short sentences. A short story about one person works well."""
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=6)]
    """Three to six options; at least two are right, and at least one is not."""

    @model_validator(mode="after")
    def _has_right_and_wrong_options(self) -> Self:
        right = sum(option.right for option in self.options)
        if right < 2 or right == len(self.options):
            raise PydanticCustomError(
                "question-has-several-right-answers",
                "{count} of {options} options are marked `right: true`; "
                "a several_answers question needs at least 2, and at least 1 that is not",
                {"count": right, "options": len(self.options)},
            )
        return self
