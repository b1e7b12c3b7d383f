"""The course as every output reads it: frozen values with all names looked up."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel

from generator.clinic.logo import Logo
from generator.order import FORMATS, TREES, Format, Tree
from generator.overlays.overlay import Overlay
from generator.reviews.standing import Standing
from generator.schema.clinic import ClinicSpec
from generator.schema.course import CourseSpec
from generator.schema.group import GroupKit
from generator.schema.module import Module
from generator.schema.pictures import Picture
from generator.schema.program import ProgramSpec
from generator.schema.safety import Message, SafetySpec
from generator.schema.signoffs import SignOff
from generator.schema.sources import SourceWork
from generator.schema.words import AvoidedWord
from generator.text import Nodes, RichText, foreign, parse, plain

PLACEHOLDER = re.compile(r"\{([a-z0-9-]+)\}")


@dataclass(frozen=True, slots=True)
class SafetyMessage:
    """A safety message in one language; every phone number in it is a link the phone can dial."""

    id: str
    title: str
    text: Nodes
    sheet_line: Nodes
    """The short form for the foot of a sheet; the whole text where there is none."""
    language: str = ""
    """The language of its words, where it is another one than the page's."""

    @property
    def words(self) -> str:
        """The message without markup."""
        return plain(self.text).strip()


@dataclass(frozen=True, slots=True)
class Build:
    """What comes from outside: the version's label, the address, the papers, and what is made."""

    version: str
    site_url: str
    papers: tuple[str, ...]
    editions: tuple[str, ...] = ("standard", "large", "copy")
    formats: tuple[Format, ...] = FORMATS
    """What is made: pages, printed sheets, or both."""
    trees: tuple[Tree, ...] = TREES
    """Whose pages and sheets are made."""

    def address(self, path: str = "") -> str:
        """The web address of a path in the version's folder."""
        return f"{self.site_url}{self.version}/{path}"

    def patients(self, language: str) -> str:
        """What leads from the counselors' tree to the patients': a step, or the whole address where one stands alone."""
        return "../" if "patients" in self.trees else self.address(f"{language}/")


@dataclass(frozen=True, slots=True)
class Lent:
    """To whom pages are lent: the language that lacks them, and what its readers are told in it."""

    language: str
    notice: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What all modules of one language share."""

    language: str
    spec: CourseSpec
    safety: SafetySpec
    messages: Mapping[str, SafetyMessage]
    sources: Mapping[str, SourceWork]
    words: tuple[AvoidedWord, ...]
    strings: Mapping[str, str]
    digest: str
    """Of all that a module's outputs depend on beside the module; programs are no part of it."""
    clinic: ClinicSpec = field(default_factory=ClinicSpec)
    logo: Logo | None = None
    """The clinic's, looked through."""
    overlays: tuple[Overlay, ...] = ()
    """Those that the clinic has chosen, in its order."""
    programs: tuple[ProgramSpec, ...] = ()
    """For the course's own pages and sheets; nothing made of a module may show them."""
    group: GroupKit | None = None
    """What all groups share; for the course's own pages and sheets, too."""
    lent: Lent | None = None
    """Set where its pages stand in for those that another language lacks."""
    lender: Frame | None = None
    """The frame of the first language, lent to this one; None in the first language itself."""

    sign_offs: Mapping[str, tuple[SignOff, ...]] = field(default_factory=dict)
    """Who reviewed which text of a module, by its id; those that a module's outputs show are part of its own key."""
    today: date | None = None
    """The day by which a review is due; what a module shows of it is part of its own key."""
    outdated: frozenset[str] = frozenset()
    """Modules whose translation was made from an older source; their keys say so by themselves."""
    standings: Mapping[str, Standing] = field(default_factory=dict)
    """Where modules stand, by id, as far as it was worked out; `reviews.reviewed.standing_of` asks here first."""
    reviewed: Literal["none", "some", "all"] = "none"
    """How many of its modules are approved; for the course's own pages and sheets."""

    @property
    def home(self) -> str:
        """The language in whose folder its pages stand."""
        return self.lent.language if self.lent else self.language

    @property
    def others(self) -> tuple[str, ...]:
        """The other languages that its pages are there in."""
        return tuple(language for language in self.spec.languages if language != self.home)

    def foreign(self, language: str) -> str:
        """The language of a text as an attribute says it; empty where it is the page's own."""
        return "" if language == self.language else language

    @property
    def crisis(self) -> SafetyMessage:
        """The message that stands on every page and every sheet."""
        return self.messages[self.safety.everywhere]

    @property
    def privacy(self) -> SafetyMessage:
        """The message that stands wherever people write or type."""
        return self.messages[self.safety.worksheets]

    @property
    def topics_outside(self) -> bool:
        """Whether file names and covers may say what a module is about."""
        return self.spec.outside is not None and self.spec.outside.topics

    @property
    def outside_title(self) -> str:
        """What the course is called where strangers may see it."""
        return self.spec.outside.title if self.spec.outside else self.strings["outside_title"]

    @property
    def site_name(self) -> str:
        """What the course is called in windows, tabs and the pages' headers."""
        return self.outside_title if self.spec.discreet else self.spec.title

    @property
    def icon(self) -> str:
        """The icon in the browser's tab: the course's, or one that could be anything."""
        return "icon-plain" if self.spec.discreet else "icon"

    @property
    def prefix(self) -> str:
        """What the names of all that a browser keeps of the course begin with."""
        return f"{self.slug(self.spec.id)}:"

    @property
    def made_for(self) -> str:
        """Whom the chosen overlays are for, in one line; empty without any. A discreet course does not say it."""
        if not self.overlays:
            return ""
        if self.spec.discreet:
            return self.strings["made_for_some"]
        return self.strings["made_for"].format(people=", ".join(overlay.title for overlay in self.overlays))

    def slug(self, id_: str) -> str:
        """An id as addresses show it: in a discreet course a code that stays the same as long as the id does."""
        return f"p{digest(id_)[:6]}" if self.spec.discreet else id_

    def number_of(self, module: str) -> int:
        """A module's place in the course, from 1; 0 for one that course.yml does not list."""
        return self.spec.modules.index(module) + 1 if module in self.spec.modules else 0

    def tab_title(self, title: str, module: str) -> str:
        """A page's title as the browser's tab and history show it: in a discreet course the module's number."""
        return f"{self.outside_title} {self.number_of(module)}" if self.spec.discreet else title

    def safety_of(self, module: Module) -> tuple[SafetyMessage, ...]:
        """The module's own messages in its order, without the one that stands everywhere anyway."""
        return tuple(self.messages[id_] for id_ in module.safety if id_ != self.safety.everywhere)


def safety_message(
    id_: str, message: Message, safety: SafetySpec, language: str, instead: Sequence[str] = ()
) -> SafetyMessage:
    """Look the message's numbers up and put it into one language.

    Where it is not there in that one, it is said in the first of `instead` that it has, and marked: no reader finds none.
    """
    wanted = (language, language.partition("-")[0], *instead, *message.text)
    said = next(one for one in wanted if one in message.text and one in message.title)
    text = parse(with_numbers(message.text[said], safety))[0].children
    short = message.sheet_line.get(said)
    line = parse(with_numbers(short, safety))[0].children if short else text
    if said.partition("-")[0] == language.partition("-")[0]:
        return SafetyMessage(id_, message.title[said], text, line)
    return SafetyMessage(id_, message.title[said], foreign(text, said), foreign(line, said), said)


def with_numbers(text: str, safety: SafetySpec) -> str:
    """Put `[988](tel:988)` in the place of `{lifeline}`."""

    def link(found: re.Match[str]) -> str:
        number = safety.numbers[found[1]]
        return f"[{number.shown}]({'sms' if number.text else 'tel'}:{number.dial})"

    return PLACEHOLDER.sub(link, text)


def picture_of(module: Module, id_: str) -> Picture:
    """The module's picture with that id; a rule has made sure that it is there."""
    return next(picture for picture in module.pictures if picture.id == id_)


def walk(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every value in a spec with its path, outside in, in the order of the file."""
    found: list[tuple[tuple[str | int, ...], Any]] = []
    _gather(value, path, found)
    return iter(found)


def _gather(value: Any, path: tuple[str | int, ...], found: list[tuple[tuple[str | int, ...], Any]]) -> None:
    # A list that all calls share: generators inside generators would hand each value up through every level.
    found.append((path, value))
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            _gather(getattr(value, name), (*path, name), found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _gather(item, (*path, key), found)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _gather(item, (*path, index), found)


def rich_texts(value: Any) -> Iterator[tuple[tuple[str | int, ...], RichText]]:
    """Every rich text in a spec with its path."""
    return ((path, item) for path, item in walk(value) if isinstance(item, RichText))


def digest(*parts: str) -> str:
    """SHA-256 (hex) over the parts; their borders count."""
    whole = hashlib.sha256()
    for part in parts:
        raw = part.encode()
        whole.update(len(raw).to_bytes(8, "big") + raw)
    return whole.hexdigest()
