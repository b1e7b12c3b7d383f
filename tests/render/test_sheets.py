"""What the sheets say, before and after they are set."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from printed import (
    BUILD,
    letters,
    letters_of,
    named,
    pages_of,
    part_of,
    sheets_of,
    shipped,
    tiny_frame,
    tiny_module,
    tiny_sheets,
)

from generator import addresses
from generator.course import rich_texts
from generator.editions import EDITIONS
from generator.paths import LOCALES, TEMPLATES
from generator.render.outputs import Sheet
from generator.render.print.code import qr_svg, spoken
from generator.render.print.sheets import sheets
from generator.render.print.values import printable
from generator.schema.blocks import BLOCKS
from generator.schema.fields import FIELDS
from generator.schema.module import Module
from generator.schema.questions import QUESTIONS
from generator.schema.questions.one_answer import OneAnswer
from generator.shuffle import shuffled
from generator.text import RichLine, RichText, on_paper, parse, plain

FACES = [
    *(("blocks", kind, "print") for kind in BLOCKS),
    *(("fields", kind, "print") for kind in FIELDS),
    *(("questions", kind, "print") for kind in QUESTIONS),
    *(("questions", kind, "key") for kind in QUESTIONS),
]
HOSTILE = (
    '#read("x")',
    "<script>alert(1)</script>",
    "$x$ and $ y $",
    "# *[x](y)",
    "@ref <label> // no comment /* none */",
    "#{panic()} \\u{41} `code` ~ -- --- ... 'single' \"double\"",
    "{page} {minutes} {{ jinja }} {% raw %}",
)


def _kind(spec: type) -> str:
    return spec.model_fields["kind"].annotation.__args__[0]  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize(("folder", "spec", "face"), FACES)
def test_every_kind_has_its_print_template_and_a_line_in_the_table(folder: str, spec: type, face: str) -> None:
    kind = _kind(spec)
    assert "#let draw(item, ctx)" in (TEMPLATES / folder / kind / f"{face}.typ").read_text("utf-8")
    table = (TEMPLATES / "layouts/print/kinds.typ").read_text("utf-8")
    assert f'#import "/{folder}/{kind}/{face}.typ"' in table


def test_every_interface_word_of_the_templates_is_in_the_locale() -> None:
    files = [*TEMPLATES.glob("layouts/print/*.typ"), *TEMPLATES.glob("*/*/print.typ"), *TEMPLATES.glob("*/*/key.typ")]
    asked = {key for file in files for key in re.findall(r'say\(ctx, "(\w+)"[,)]', file.read_text("utf-8"))}
    assert asked
    assert sorted(asked - set(tiny_frame().strings)) == []


def test_every_print_word_of_the_locale_is_used() -> None:
    files = [*TEMPLATES.glob("layouts/print/*.typ"), *TEMPLATES.glob("*/*/print.typ")]
    used = "".join(file.read_text("utf-8") for file in files)
    ours = re.findall(r"^(print_\w+):", (LOCALES / "en.yml").read_text("utf-8"), re.MULTILINE)
    parts = {f"print_part_{part}" for part in ("what", "why", "how", "practice")}
    others = [*TEMPLATES.glob("**/*.html"), *Path(sheets.__code__.co_filename).parent.glob("*.py")]
    elsewhere = "".join(file.read_text("utf-8") for file in others)
    assert [key for key in ours if key not in used + elsewhere and key not in parts] == []


def test_a_module_gives_each_sheet_on_each_paper_in_each_edition() -> None:
    module = tiny_module()
    worksheets = [f"worksheet-{number}" for number, _ in enumerate(module.worksheets, 1)]
    names = ["handout", "lesson", *worksheets, "quiz", "cards", "poster", "guide", "role-plays"]
    forms = {"form", "large-form"}
    assert [sheet.address for sheet in tiny_sheets()] == [
        addresses.sheet(module.id, f"01-{name}", paper, edition.name)
        for name in names
        for paper in BUILD.papers
        for edition in EDITIONS
        if name in worksheets or edition.name not in forms
    ]
    leaders = {sheet.address for sheet in tiny_sheets() if "guide" in sheet.address or "role-plays" in sheet.address}
    assert {sheet.tree for sheet in tiny_sheets() if sheet.address in leaders} == {"counselors"}
    assert {sheet.tree for sheet in tiny_sheets() if sheet.address not in leaders} == {"patients"}


def test_a_payload_is_sorted_and_compact_json() -> None:
    for sheet in tiny_sheets():
        again = json.dumps(json.loads(sheet.payload), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        assert sheet.payload == again
    assert [sheet.key for sheet in tiny_sheets()] == [sheet.key for sheet in sheets(tiny_module(), tiny_frame(), BUILD)]


def test_rich_text_ids_and_labels_keep_their_shape_and_order() -> None:
    assert printable(RichLine("a **b**")) == {
        "rich": [
            {"k": "text", "v": "a ", "c": []},
            {"k": "strong", "v": "", "c": [{"k": "text", "v": "b", "c": []}]},
        ]
    }
    assert printable({"z": "Last", "a": "First"}) == [{"id": "z", "text": "Last"}, {"id": "a", "text": "First"}]


def test_links_are_words_on_paper() -> None:
    text = "[craving](term:craving), [stress](module:stress), [the page](https://a.example/b), [988](tel:988)"
    nodes = on_paper(parse(text)[0].children)
    assert plain(nodes) == "craving, stress, the page (https://a.example/b), 988"
    assert [node.kind for node in nodes if plain((node,)) == "988"] == ["strong"]


def test_an_address_that_is_its_own_words_is_printed_once() -> None:
    assert plain(on_paper(parse("[https://a.example](https://a.example)")[0].children)) == "https://a.example"


def test_shuffling_depends_on_the_seed_alone_and_moves_three_or_more() -> None:
    assert shuffled("abcd", "stress/ride") == shuffled("abcd", "stress/ride")
    for number in range(500):
        assert shuffled("abc", f"m/{number}") != ("a", "b", "c")
        assert sorted(shuffled("abcdef", f"m/{number}")) == list("abcdef")
    assert {shuffled("ab", f"m/{number}") for number in range(20)} == {("a", "b"), ("b", "a")}


def test_the_quiz_sheet_knows_no_answers() -> None:
    feedback = [
        text.words for path, text in rich_texts(tiny_module().quiz) if path[-1] in ("feedback", "if_true", "if_false")
    ]
    assert feedback
    for paper in BUILD.papers:
        quiz = named(f"quiz-{paper}", tiny_sheets())
        guide = named(f"guide-{paper}", tiny_sheets())
        for words in feedback:
            assert letters(words) not in letters_of(quiz)
            assert letters(words) in letters_of(guide)
        assert '"right":true' not in quiz.payload
        assert '"answer"' not in quiz.payload


def test_letters_on_the_sheet_and_in_the_key_are_the_same() -> None:
    module = tiny_module()
    question = next(question for question in module.quiz if isinstance(question, OneAnswer))
    for place, option in enumerate(shuffled(question.options, f"{module.id}/{question.id}")):
        line = letters(f"{'ABCD'[place]}{option.text.words}")
        assert line in letters_of(named("quiz-letter", tiny_sheets()))
        assert line in letters_of(named("guide-letter", tiny_sheets()))


def _with_text(words: str) -> Module:
    module = tiny_module()
    section = module.lesson[0]
    # Markdown's own signs are escaped, as an author would; what stays is for Typst to misread.
    escaped = re.sub(r"([\\`*_{}\[\]<>#])", r"\\\1", words)
    text = next(block for block in section.blocks if block.kind == "text").model_copy(
        update={"text": RichText(escaped)}
    )
    section = section.model_copy(update={"heading": words, "blocks": (text, *section.blocks)})
    sheet = module.worksheets[0].model_copy(update={"title": words})
    return module.model_copy(update={"title": words, "lesson": (section, *module.lesson[1:]), "worksheets": (sheet,)})


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_comes_out_as_itself(words: str) -> None:
    made = sheets_of(_with_text(words))
    lesson = letters_of(named("lesson-letter", made))
    assert lesson.count(letters(words)) >= 3  # title, heading, text
    assert letters(words) in letters_of(named("handout-letter", made))
    worksheet = next(sheet for sheet in made if "-letter" in sheet.address and _is_worksheet(sheet))
    assert letters(words) in letters_of(worksheet)


def _is_worksheet(sheet: Sheet) -> bool:
    return part_of(sheet)["layout"] == "worksheet"


def test_the_code_is_one_plain_drawing_with_a_quiet_zone() -> None:
    drawn = qr_svg("https://course.example/1.2/en/stress/index.html")
    assert drawn.startswith("<svg ")
    assert "id=" not in drawn
    assert 'd="M4 4.5h7' in drawn
    assert spoken("https://course.example/1.2/en/stress/index.html") == "course.example/1.2/en/stress"


@pytest.mark.parametrize("name", [f"{name}-{paper}" for name in ("handout", "lesson") for paper in BUILD.papers])
def test_a_handout_and_a_lesson_hold_every_safety_message(name: str) -> None:
    for made, module, frame in ((tiny_sheets(), tiny_module(), tiny_frame()), *shipped()):
        words = letters_of(named(name, made))
        for message in (frame.crisis, *frame.safety_of(module)):
            assert letters(message.words) in words, f"{module.id}: {message.id}"


def test_a_handout_takes_what_to_do_and_to_remember_by_kind() -> None:
    body = part_of(named("handout-letter", tiny_sheets()))["body"]
    kinds = {name: [item["kind"] for item in body[name]] for name in ("ideas", "actions", "cards", "remember")}
    assert kinds == {"ideas": ["key_idea"], "actions": ["steps"], "cards": ["card"], "remember": ["remember"]}
    assert body["picture"]["picture"] == "the-wave"


def test_a_lesson_without_steps_gives_the_handout_something_to_try() -> None:
    module = tiny_module()
    sections = tuple(
        section.model_copy(update={"blocks": tuple(block for block in section.blocks if block.kind != "steps")})
        for section in module.lesson
    )
    made = sheets_of(module.model_copy(update={"lesson": sections}))
    actions = part_of(named("handout-letter", made))["body"]["actions"]
    assert [item["kind"] for item in actions] == ["try_this"]
    assert letters("Sit down. Look at one thing.") in letters_of(named("handout-letter", made))


def test_the_note_of_a_module_stands_at_the_top_of_its_guide_alone() -> None:
    made = sheets_of(tiny_module().model_copy(update={"note": RichText("Ask the nurse first.")}))
    assert letters("Ask the nurse first.") in letters(pages_of(named("guide-letter", made))[0])
    assert all(
        letters("Ask the nurse first.") not in letters_of(sheet) for sheet in made if "guide" not in sheet.address
    )


def test_a_picture_is_drawn_once_for_a_sheet_that_shows_one_face() -> None:
    pictures = part_of(named("lesson-letter", tiny_sheets()))["pictures"]
    assert {frozenset(picture) for picture in pictures.values()} == {frozenset({"alt", "caption", "named", "title"})}
