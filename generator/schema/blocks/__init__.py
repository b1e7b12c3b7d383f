"""The lesson blocks an author may write, one file a kind, one line a kind here."""

from typing import Annotated

from pydantic import Field

from generator.schema.blocks.card import Card
from generator.schema.blocks.key_idea import KeyIdea
from generator.schema.blocks.know import Know
from generator.schema.blocks.picture import PictureBlock
from generator.schema.blocks.remember import Remember
from generator.schema.blocks.safety import SafetyBlock
from generator.schema.blocks.steps import Steps
from generator.schema.blocks.story import Story
from generator.schema.blocks.text import Text
from generator.schema.blocks.try_this import TryThis

Block = Annotated[
    Text | KeyIdea | Story | Steps | PictureBlock | TryThis | Know | Remember | Card | SafetyBlock,
    Field(discriminator="kind"),
]
BLOCKS = (Text, KeyIdea, Story, Steps, PictureBlock, TryThis, Know, Remember, Card, SafetyBlock)
