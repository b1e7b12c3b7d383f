"""What pages and sheets say of a module's review, in each language and state."""

from __future__ import annotations

from dataclasses import replace

from generator.course import Frame
from generator.render.print.sheets import sheets
from generator.render.review_lines import course_mark, course_note, review_lines
from generator.render.web import lay_out
from generator.reviews.reviewed import with_standings
from generator.schema.module import Person
from tests.render.printed import BUILD, tiny_frame, tiny_module
from tests.reviews.signed import signed

MODULE = tiny_module()


def translated() -> Frame:
    """The tiny frame as that of a second language; its words stay English, to compare them."""
    frame = tiny_frame()
    spec = frame.spec.model_copy(update={"languages": ("de", frame.language)})
    return replace(frame, spec=spec)


def test_a_translation_says_that_nobody_has_reviewed_it_until_it_is_signed_in_its_language() -> None:
    frame = translated()
    review = MODULE.review.model_copy(update={"translated_by": Person(name="Rosa Lima", role="translator")})
    module = MODULE.model_copy(update={"review": review})
    lines = review_lines(module, frame)
    assert lines.mark == course_mark(frame) == "Draft – a translation that nobody has reviewed"
    assert lines.authors == ("Written by The Psychoed project, course authors.", "Translated by Rosa Lima, translator.")
    after = review_lines(module, signed(frame, [module]))
    assert after.mark == ""
    assert after.checked.startswith("Checked by Ana Ruiz, LCSW, ")


def test_a_half_finished_review_names_nobody() -> None:
    frame = signed(tiny_frame(), [MODULE])
    some = replace(frame, sign_offs={MODULE.id: frame.sign_offs[MODULE.id][:2]})
    lines = review_lines(MODULE, some)
    assert (lines.mark, lines.checked, lines.reviewers) == ("Draft – its review is not finished", "", ())


def test_the_course_s_own_pages_are_as_reviewed_as_its_modules() -> None:
    frame = tiny_frame()
    marks = [course_mark(replace(frame, reviewed=how)) for how in ("none", "some", "all")]
    assert marks == [frame.strings["draft"], frame.strings["draft_some"], ""]
    notes = {course_note(replace(frame, reviewed=how)) for how in ("none", "some", "all")}
    assert len(notes) == 3


def test_a_name_is_shown_letter_for_letter_on_pages_and_sheets() -> None:
    name = "Ana <b>Ruiz</b> & “Co” #link"
    frame = with_standings(signed(tiny_frame(), [MODULE], name=name), [MODULE])
    for part in ("head", "review"):
        html = lay_out(part, str, frame, BUILD, module=MODULE)
        assert "Ana &lt;b&gt;Ruiz&lt;/b&gt; &amp; “Co” #link, LCSW" in html
        assert "<b>" not in html
    assert any(f"{name}, LCSW" in sheet.payload for sheet in sheets(MODULE, frame, BUILD))


def test_a_standing_is_worked_out_once_for_all_pages() -> None:
    frame = with_standings(signed(tiny_frame(), [MODULE]), [MODULE])
    # Nothing is asked of the sign-offs any more.
    assert review_lines(MODULE, replace(frame, sign_offs={})).checked.startswith("Checked by Ana Ruiz")
