"""A picture's text alternative tells what the picture tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule
from generator.schema.pictures import Picture

LONGEST = 350
"""Letters; some screen readers cut longer ones."""

RULE = Rule(
    "alt-text-tells-the-picture",
    f"`alt` tells in sentences, {LONGEST} letters at most, what the picture shows; it is not the title or caption again.",
    "Whoever hears the page hears title and caption anyway, and that it is a picture (PEMAT-P item 17, WCAG 2.2 1.1.1).",
    "Say what the drawing shows, part by part, as you would on the phone; end with a period.",
    answerable=True,
)
_PICTURE_OF = re.compile(
    r"(?:an? |the |una? |el |la )?(?:picture|image|photo|graphic|drawing|illustration|imagen|foto|dibujo|ilustración|gráfico)"
    r" (?:of|showing|that shows|de|que muestra)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Problem]:
    """Look at each picture's text alternative.

    Example:
        alt: Picture of a wave

    Better:
        alt: A curved line. It starts low, climbs to a top, and comes down again.
    """
    for index, picture in enumerate(case.module.pictures):
        for message in _wrong(picture):
            yield case.problem(RULE, ("pictures", index, "alt"), message)


def _wrong(picture: Picture) -> Iterator[str]:
    alt = picture.alt.strip()
    for name, text in (("title", picture.title), ("caption", picture.caption)):
        if alt.rstrip(".").casefold() == text.strip().rstrip(".").casefold():
            yield f"`alt` says the {name} again; tell what the picture shows"
            return
    if found := _PICTURE_OF.match(alt):
        yield f"leave out “{found.group()}”; it is said anyway that this is a picture"
    if len(alt) > LONGEST:
        yield f"`alt` has {len(alt)} letters; the most is {LONGEST}"
    if not alt.rstrip('”")»').endswith((".", "!", "?")):
        yield "`alt` has no end mark; without one it runs into what is read next"
