"""The kinds of picture the generator draws, one file a kind, one line a kind here."""

from typing import Annotated

from pydantic import Field

from generator.schema.pictures.cycle import Cycle
from generator.schema.pictures.ladder import Ladder
from generator.schema.pictures.meter import Meter
from generator.schema.pictures.piles import Piles
from generator.schema.pictures.spectrum import Spectrum
from generator.schema.pictures.systems import Systems
from generator.schema.pictures.wave import Wave

Picture = Annotated[Wave | Meter | Cycle | Systems | Ladder | Spectrum | Piles, Field(discriminator="kind")]
PICTURES = (Wave, Meter, Cycle, Systems, Ladder, Spectrum, Piles)
