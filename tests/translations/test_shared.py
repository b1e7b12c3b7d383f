"""Texts of files that hold all languages: found side by side, given out, brought back, and held to what they were made from."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.load import read_source
from generator.schema.group import GroupSpec
from generator.schema.safety import SafetySpec
from generator.source import read_yaml
from generator.translations.pair import Pair, read_shared_pair
from generator.translations.shared import Both, texts_of
from tests.translations.course import MODULE, change, translated


def run(course: Path, *words: str) -> str:
    place = ["--course", str(course), "--site", str(course.parent / "site")]
    done = CliRunner().invoke(main, [*place, "translate", *words])
    assert done.exit_code == 0, (words, done.output, done.exception)
    return done.output


def both(course: Path, name: str, model: type) -> dict[str, Both]:
    source, _ = read_source(course, name)
    assert source
    document, _ = read_yaml(source)
    assert document
    return {one.source.key: one for one in texts_of(document, model, "en", "es")}


def pair_of(course: Path) -> Pair:
    pair, problems = read_shared_pair(course, "safety.yml", SafetySpec, "en", "es")
    assert pair, problems
    return pair


def test_texts_by_language_are_found_side_by_side(tmp_path: Path) -> None:
    course = translated(tmp_path)
    found = both(course, "safety.yml", SafetySpec)
    crisis = found["messages/S-CRISIS/text"]
    assert crisis.source.text == crisis.target.text == "Call or text {lifeline} any time."
    assert crisis.target.path == ("messages", "S-CRISIS", "text", "es")
    assert not [key for key in found if "triggers" in key or "where" in key]


def test_a_whole_language_that_is_missing_is_missing_text_by_text(tmp_path: Path) -> None:
    course = translated(tmp_path)
    text = (course / "group.yml").read_text("utf-8").partition("\nes:")[0] + "\n"
    (course / "group.yml").write_text(text, "utf-8")
    found = both(course, "group.yml", GroupSpec)
    assert found
    assert all(one.source.text and one.target.text is None for one in found.values())
    assert all(one.target.path[0] == "es" for one in found.values())


def test_a_changed_safety_message_marks_its_translation(tmp_path: Path) -> None:
    course = translated(tmp_path)
    run(course, "accept", str(course / "safety.yml"))
    assert {unit.state for unit in pair_of(course).units} == {"current"}
    change(course, "safety.yml", "      en: Stop if you feel faint.", "      en: Stop if you feel faint or sick.")
    stale = [unit.key for unit in pair_of(course).units if unit.state == "stale"]
    assert stale == ["messages/S-BODY/text"]


def test_a_text_goes_out_and_comes_back_into_its_place(tmp_path: Path) -> None:
    course = translated(tmp_path)
    run(course, "accept", str(course / "safety.yml"))
    change(course, "safety.yml", "      en: Stop if you feel faint.", "      en: Stop if you feel sick.")
    run(course, "export", "es", "shared/safety", "--open", "--out", str(tmp_path / "po"))
    (po,) = (tmp_path / "po").iterdir()
    there = po.read_text("utf-8")
    assert there.count("\nmsgctxt") == 1
    done = there.replace("#, fuzzy\n", "").replace(
        'msgstr "Stop if you feel faint."', 'msgstr "Pare si se siente mal."'
    )
    po.write_text(done, "utf-8")
    before = (course / "safety.yml").read_text("utf-8")
    run(course, "import", str(po), "--yes")
    after = (course / "safety.yml").read_text("utf-8")
    assert after == before.replace("      es: Stop if you feel faint.", "      es: Pare si se siente mal.")
    assert {unit.state for unit in pair_of(course).units} == {"current"}


def test_nothing_is_written_without_a_yes(tmp_path: Path) -> None:
    course = translated(tmp_path)
    run(course, "export", "es", MODULE, "--out", str(tmp_path / "po"))
    (po,) = (tmp_path / "po").iterdir()
    po.write_text(po.read_text("utf-8").replace("#, fuzzy\n", "").replace("water.º", "tea."), "utf-8")
    before = (course / f"es/{MODULE}.yml").read_bytes()
    place = ["--course", str(course), "--site", str(tmp_path / "site")]
    done = CliRunner().invoke(main, [*place, "translate", "import", str(po)], input="n\n")
    assert "Nothing was written." in done.output
    silent = CliRunner().invoke(main, [*place, "translate", "import", str(po)], input="")
    assert silent.exit_code == 2 and "--yes writes without asking" in silent.output
    assert (course / f"es/{MODULE}.yml").read_bytes() == before


def test_a_file_of_another_course_is_refused(tmp_path: Path) -> None:
    course = translated(tmp_path)
    run(course, "export", "es", MODULE, "--out", str(tmp_path / "po"))
    (po,) = (tmp_path / "po").iterdir()
    po.write_text(po.read_text("utf-8").replace("Project-Id-Version: tiny", "Project-Id-Version: other"), "utf-8")
    place = ["--course", str(course), "--site", str(tmp_path / "site")]
    done = CliRunner().invoke(main, [*place, "translate", "import", str(po), "--yes"])
    assert done.exit_code == 1
    assert "this file was made of the course 'other'; this one is 'tiny'" in done.output


def test_an_export_does_not_replace_files_unasked(tmp_path: Path) -> None:
    course = translated(tmp_path)
    run(course, "export", "es", MODULE, "--out", str(tmp_path / "po"))
    place = ["--course", str(course), "--site", str(tmp_path / "site")]
    done = CliRunner().invoke(main, [*place, "translate", "export", "es", MODULE, "--out", str(tmp_path / "po")])
    assert done.exit_code == 2
    assert "is there already" in done.output


def test_status_counts_and_names_what_is_old(tmp_path: Path) -> None:
    course = translated(tmp_path)
    assert "not noted yet" in run(course, "status")
    run(course, "accept", str(course / f"es/{MODULE}.yml"))
    change(course, f"en/{MODULE}.yml", "today: Drink a glass of water.", "today: Drink two cups of tea.")
    said = run(course, "status", "--language", "es")
    assert "1 changed in the source since" in said
    assert "line 13: today (source: line 13)" in said


def test_a_message_without_the_number_that_its_source_has_people_call_is_an_error(tmp_path: Path) -> None:
    course = translated(tmp_path)
    change(course, "safety.yml", "es: Call or text {lifeline} any time.", "es: Llame al 989.")
    found = CliRunner().invoke(main, ["--course", str(course), "--site", str(tmp_path / "site"), "check"])
    (said,) = [line for line in found.output.splitlines() if "[translation-keeps-its-numbers]" in line]
    assert "safety.yml:21:11: error: {lifeline} of the source in line 20 is missing here" in said


def test_a_po_file_does_not_take_a_number_out_of_a_message(tmp_path: Path) -> None:
    course = translated(tmp_path)
    run(course, "export", "es", "--out", str(tmp_path / "po"))
    file = tmp_path / "po" / "shared-safety.es.po"
    text = file.read_text("utf-8").replace("#, fuzzy\n", "")
    said = 'msgid "Call or text {lifeline} any time."\nmsgstr "'
    assert said in text
    file.write_text(text.replace(said, f"{said}Llame."), "utf-8")
    place = ["--course", str(course), "--site", str(tmp_path / "site")]
    before = (course / "safety.yml").read_bytes()
    done = CliRunner().invoke(main, [*place, "translate", "import", "--yes", str(file)])
    assert done.exit_code == 1
    assert "{lifeline} of the source is missing [po-entry-fits]" in done.output
    assert (course / "safety.yml").read_bytes() == before
