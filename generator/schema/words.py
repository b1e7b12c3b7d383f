"""Words to avoid and what to write in their place; `modules/words.yml`."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, RootModel

from generator.schema.base import PlainText, Spec


class AvoidedWord(Spec):
    """Word forms to avoid, what to use, and when they may stand; in English unless `language` says otherwise.

    A form is found as whole words, in capitals too, and with or without the accents on its vowels.

    Example:
        avoid: [addict, addicts]
        use: [person with an addiction]
        allowed_when: names of groups or works
        level: block
    """

    avoid: Annotated[tuple[PlainText, ...], Field(min_length=1)]
    """The word forms to avoid."""
    use: Annotated[tuple[PlainText, ...], Field(min_length=1)]
    """What to write in their place."""
    allowed_when: PlainText | None = None
    """When they may stand, as “names of groups”."""
    level: Literal["block", "warn", "info", "explain"]
    """How strict this is.

    - `block`: the course is not built.
    - `warn`: the check warns.
    - `info`: nothing is said.
    - `explain`: patients may read it where the module explains it.
    """
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")] = "en"
    """The language of the word forms, as `es`; English if nothing is said."""
    where: Literal["everywhere", "patients", "feedback", "worksheets"] = "everywhere"
    """Where they are looked for.

    - `everywhere`: in all that people read, guides as well.
    - `patients`: in what patients read.
    - `feedback`: in what the quiz says back.
    - `worksheets`: in what worksheets ask.
    """


class WordsSpec(RootModel[tuple[AvoidedWord, ...]]):
    """The word list in order."""

    model_config = ConfigDict(defer_build=True)
