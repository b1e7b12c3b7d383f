"""The kinds of quiz question, one file a kind, one line a kind here."""

from typing import Annotated

from pydantic import Field

from generator.schema.questions.could_help import CouldHelp
from generator.schema.questions.matching import Matching
from generator.schema.questions.one_answer import OneAnswer
from generator.schema.questions.ordering import Ordering
from generator.schema.questions.reflection import Reflection
from generator.schema.questions.several_answers import SeveralAnswers
from generator.schema.questions.true_false import TrueFalse

Question = Annotated[
    OneAnswer | SeveralAnswers | TrueFalse | Matching | Ordering | CouldHelp | Reflection,
    Field(discriminator="kind"),
]
QUESTIONS = (OneAnswer, SeveralAnswers, TrueFalse, Matching, Ordering, CouldHelp, Reflection)
