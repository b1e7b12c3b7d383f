"""Pictures to draw: the examples of the manual, everyday ones, and ones with more words than fit."""

from __future__ import annotations

import inspect
import json
import textwrap

import pytest
import yaml
from pydantic import TypeAdapter

from generator.schema.pictures import PICTURES, Picture
from generator.schema.pictures.cycle import Cycle
from generator.schema.pictures.ladder import Ladder
from generator.schema.pictures.meter import Mark, Meter
from generator.schema.pictures.part import Part, PictureSpec
from generator.schema.pictures.piles import Pile, Piles
from generator.schema.pictures.spectrum import Spectrum
from generator.schema.pictures.systems import System, Systems
from generator.schema.pictures.wave import Wave

LONG_LABEL = "Una etiqueta muy larga que hizo falta al traducir esta parte, y que con un tercio más"
LONG_DETAIL = "Una descripción larga que explica con palabras sencillas lo que pasa en el cuerpo" + " y en el día" * 6
FRAME = {"id": "a", "title": "A title", "caption": "A caption.", "alt": "An alternative."}
SIGNS = ("star", "bolt", "hand", "heart", "ear", "speech", "sun", "moon")


def example_of(kind: type[PictureSpec]) -> Picture:
    """Read the example in a kind's docstring."""
    source = textwrap.dedent(inspect.cleandoc(kind.__doc__ or "").split("Example:")[1])
    return TypeAdapter[Picture](Picture).validate_json(json.dumps(yaml.safe_load(source)))


def pictures_with(label: str, detail: str | None) -> list[Picture]:
    """Every kind in every number of parts, each part with these words and its number."""

    def part(place: int) -> Part:
        return Part(label=f"{label} {place}", detail=detail and f"{detail} {place}")

    def parts(count: int) -> tuple[Part, ...]:
        return tuple(part(place) for place in range(1, count + 1))

    def system(place: int) -> System:
        return System(label=f"{label} {place}", detail=f"{detail} {place}", sign=SIGNS[(place * 3) % 8])  # type: ignore[arg-type]

    def pile(place: int) -> Pile:
        return Pile(
            label=f"{label} {place}", detail=f"{detail} {place}", items=(f"{label} i{place}", f"{detail} j{place}")
        )

    def mark(place: int) -> Mark:
        return Mark(at=place + 4, label=f"{label} {place}", detail=detail and f"{detail} {place}")

    return [
        *(
            Wave(kind="wave", up=f"{label} up", along=f"{label} along", parts=parts(count), **FRAME)
            for count in range(2, 6)
        ),
        *(Meter(kind="meter", parts=tuple(map(mark, range(1, count + 1))), **FRAME) for count in range(2, 7)),
        *(Cycle(kind="cycle", parts=parts(count), way_out=f"{label} out", **FRAME) for count in range(3, 6)),
        *(Systems(kind="systems", parts=tuple(map(system, range(1, count + 1))), **FRAME) for count in range(2, 5)),
        *(Ladder(kind="ladder", parts=parts(count), **FRAME) for count in range(3, 7)),
        *(Spectrum(kind="spectrum", parts=parts(count), best=count // 2 + 1, **FRAME) for count in range(3, 6)),
        Piles(kind="piles", parts=(pile(1), pile(2)), **FRAME),
    ]


EXAMPLES = [example_of(kind) for kind in PICTURES]
SHORT = pictures_with("Calm", None)
EVERYDAY = pictures_with("Notice it", "Take a slow breath")
LONG = pictures_with(LONG_LABEL, LONG_DETAIL)
ONE_WORD = pictures_with("Responsabilidades", "Desproporcionadamente")
BROKEN = pictures_with("Donaudampfschifffahrtsgesellschaftskapitänsmützen", "W" * 60)
ALL = [*EXAMPLES, *SHORT, *EVERYDAY, *LONG, *ONE_WORD, *BROKEN]


@pytest.fixture(params=ALL, ids=lambda picture: f"{picture.kind}-{len(picture.parts)}")
def picture(request: pytest.FixtureRequest) -> Picture:
    """One picture after the other."""
    drawn: Picture = request.param
    return drawn


@pytest.fixture(
    params=pictures_with("<script>a & b</script>", "\"quoted\" 'so' ]]> &amp;"), ids=lambda picture: picture.kind
)
def hostile(request: pytest.FixtureRequest) -> Picture:
    """Pictures whose words look like markup."""
    drawn: Picture = request.param
    return drawn
