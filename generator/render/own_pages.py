"""clinic.yml → the clinic's own pages, in the patients' tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator import addresses
from generator.clinic.display import address_of, pages_of, with_local_numbers
from generator.course import Build, Frame, Lent
from generator.facts import Facts
from generator.language.names import language_name
from generator.render.lent import lent
from generator.render.outputs import Page, SearchEntry
from generator.render.web import lay_out
from generator.schema.clinic import ExtraPage


def own_pages(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Page, ...]:
    """A page for each; one that is not written in this language stands there with a notice, so that no link is dead."""
    return tuple(_page(page, frame, build) for page in pages_of(frame))


def _page(page: ExtraPage, frame: Frame, build: Build) -> Page:
    address, text = address_of(page, frame), with_local_numbers(page.text, frame)
    body = lay_out("extra", addresses.linker(address, "", frame.slug), frame, build, title=page.title, text=text)
    title = frame.outside_title if frame.spec.discreet else page.title
    found = SearchEntry("", page.title, text.words)
    made = Page("patients", address, "about", title, text.words, body, search=(found,))
    if page.language in (None, frame.language):
        return made
    notice = frame.strings["lent_page"].format(
        language=language_name(frame.language, frame.language), other=language_name(page.language, frame.language)
    )
    return lent(made, replace(frame, language=page.language, lent=Lent(frame.language, notice)))
