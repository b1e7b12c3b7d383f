"""The kinds of worksheet field, one file a kind, one line a kind here."""

from typing import Annotated

from pydantic import Field as Shape

from generator.schema.fields.agreement import Agreement
from generator.schema.fields.checklist import Checklist
from generator.schema.fields.labelled_picture import LabelledPicture
from generator.schema.fields.long_text import LongText
from generator.schema.fields.note import Note
from generator.schema.fields.one_of import OneOf
from generator.schema.fields.plan import Plan
from generator.schema.fields.rating_grid import RatingGrid
from generator.schema.fields.scale import Scale
from generator.schema.fields.short_text import ShortText
from generator.schema.fields.table import Table
from generator.schema.fields.wallet_card import WalletCard

Field = Annotated[
    Note
    | ShortText
    | LongText
    | Checklist
    | OneOf
    | Scale
    | Table
    | Plan
    | RatingGrid
    | LabelledPicture
    | WalletCard
    | Agreement,
    Shape(discriminator="kind"),
]
FIELDS = (
    Note,
    ShortText,
    LongText,
    Checklist,
    OneOf,
    Scale,
    Table,
    Plan,
    RatingGrid,
    LabelledPicture,
    WalletCard,
    Agreement,
)
