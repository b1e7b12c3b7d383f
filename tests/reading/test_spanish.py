"""Spanish: syllables of words cut by hand, and both formulas on a text counted by hand."""

from __future__ import annotations

from math import isclose

import pytest

from generator.reading import Sentence, reading_of
from generator.reading.spanish import syllables

# Cut by the rules of the Ortografía de la lengua española (RAE 2010).
_CUT = """
    a-dic-ción re-cu-pe-ra-ción con-su-mir an-to-jo ga-nas im-pul-so re-ca-í-da des-liz so-bre-do-sis o-pioi-de
    re-ce-ta me-di-ci-na con-se-je-ro e-no-jo es-trés an-sie-dad tris-te-za ver-güen-za cul-pa lí-mi-tes
    sui-ci-dio vio-len-cia ho-ja pre-gun-tas se-gu-ro va-pe-ar pa-ís ma-íz a-ho-ra bú-ho
    prohi-bir ahu-mar le-er po-e-ta a-é-re-o ciu-dad rui-do cui-de viu-da lin-güís-ti-ca
    que gue-rra gui-ta-rra pin-güi-no quie-ro a-guan-tar u-ru-guay ley yo y
    ya muy re-ír o-í-do hé-ro-e vi-ví-ais cam-biáis pei-ne au-la eu-ro
    chi-co no-che ham-bre hie-lo hue-so
"""
CUT = _CUT.split()


@pytest.mark.parametrize("cut", CUT)
def test_syllables(cut: str) -> None:
    assert syllables(cut.replace("-", "")) == len(cut.split("-"))


def test_at_least_sixty_words_were_cut() -> None:
    assert len(set(CUT)) >= 60


def test_joined_and_protected_words() -> None:
    assert (syllables("teórico-práctico"), syllables("benzodiacepinas"), syllables("naloxona")) == (7, 2, 2)


def test_both_formulas_on_a_text_counted_by_hand() -> None:
    # Us-ted pue-de pe-dir a-yu-da (9 syllables, 4 words). Lla-me hoy (3, 2). No es-tá so-lo (5, 3): 17, 9, 3 sentences.
    texts = ("Usted puede pedir ayuda.", "Llame hoy.", "No está solo.")
    found = reading_of([Sentence((), text) for text in texts], "es")
    assert found is not None
    assert (found.counts.words, found.counts.sentences, found.long_word_share) == (9, 3, 1 / 9)
    huerta, inflesz = found.scores
    assert (huerta.name, inflesz.name) == ("Fernández Huerta", "INFLESZ")
    assert isclose(huerta.value, 206.84 - 60 * 17 / 9 - 1.02 * 9 / 3)
    assert isclose(inflesz.value, 206.835 - 62.3 * 17 / 9 - 9 / 3)
