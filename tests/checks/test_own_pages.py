"""A clinic's own pages in clinic.yml: ids, links, numbers and words that would not do are said at their place."""

from __future__ import annotations

import pytest

from generator.order import Place
from tests.checks.test_clinic_file import TYPED, beside_numbers, said

PAGES = (
    ("help", "Words.", "3:9: error: the id 'help' is taken by a part of the course itself [id-is-free]"),
    ("one-thing", "Words.", "3:9: error: the id 'one-thing' is taken by a module [id-is-free]"),
    (
        "bus",
        "See [it](module:one-thng).",
        "5:11: error: there is no module 'one-thng'; did you mean 'one-thing'? [clinic-link-leads-somewhere]",
    ),
    (
        "bus",
        "See [it](term:craving).",
        "5:11: error: 'term:craving' cannot be linked from here; link a module or a web address "
        "[clinic-link-leads-somewhere]",
    ),
    (
        "bus",
        "Call {fornt_desk}.",
        "5:11: error: unknown number '{fornt_desk}'; did you mean 'front_desk'? [local-number-is-known]",
    ),
    (
        "bus",
        "Call 555-010-1234.",
        f"5:11: warning: the phone number '555-010-1234' is typed here; {TYPED} [phone-number-is-not-typed]",
    ),
    (
        "bus",
        "Call [us](tel:5550100).",
        f"5:11: warning: a link dials '5550100' here; {TYPED} [phone-number-is-not-typed]",
    ),
    (
        "bus",
        "For every addict.",
        "5:11: error: “addict” stands here; write “person with an addiction” [word-is-person-first]",
    ),
)


@pytest.mark.parametrize(("id_", "text", "message"), PAGES)
def test_a_page_of_its_own_is_looked_through(id_: str, text: str, message: str, tiny: Place) -> None:
    page = f'pages:\n\n  - id: {id_}\n    title: Getting here\n    text: "{text}"\n'
    assert beside_numbers(tiny, page) == [message]


def test_two_pages_at_one_address_are_said_and_two_languages_are_none(tiny: Place) -> None:
    def pages(*languages: str) -> str:
        rows = (f"  - {{id: bus, title: Bus, text: Words., {language}}}\n" for language in languages)
        return "pages:\n" + "".join(rows)

    assert beside_numbers(tiny, pages("language: en", "language: en")) == [
        "3:10: error: 'bus' stands here a second time; the first is in line 2 [id-is-unique]"
    ]
    assert beside_numbers(tiny, pages("language: en", "language: es")) == [
        "3:51: error: the page 'bus' is in the language 'es'; the course's languages are: en [language-is-there]"
    ]


def test_a_number_that_is_not_there_leaves_no_hole_in_a_page(tiny: Place) -> None:
    found = said(tiny, "pages:\n  - {id: bus, title: Bus, text: 'Call {medical}.'}\n")
    assert "2:33: error: '{medical}' stands here, and `numbers` has no 'medical' [local-number-is-known]" in found
