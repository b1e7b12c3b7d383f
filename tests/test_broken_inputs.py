"""Broken modules in, whole messages out: every mistake is said at its place, all of them in one run."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.problems import errors
from tests.cases.bench import FILE, VALID, changed, problems_in, problems_of, put


class Broken(NamedTuple):
    """One change to valid.yml, and the errors it brings."""

    name: str
    old: str
    new: str
    messages: tuple[str, ...]


BROKEN = (
    Broken(
        "an unknown key with a near one",
        "revision: 1\n",
        "revison: 1\n",
        (
            "modules/en/slow-down.yml:1:1: error: the key 'revision' is missing here [key-is-there]",
            "modules/en/slow-down.yml:3:1: error: unknown key 'revison'; did you mean 'revision'? [key-is-known]",
        ),
    ),
    Broken(
        "an unknown key with none near",
        "revision: 1\n",
        ("revision: 1\nxyzzy: 1\n"),
        (
            "modules/en/slow-down.yml:4:1: error: unknown key 'xyzzy'; known here: changes, exceptions, for_whom, glossary, guide, id, lesson, main_message, minutes, needs, note, objectives, pictures, quiz, review, revision, safety, sources, title, today, track, worksheets [key-is-known]",
        ),
    ),
    Broken(
        "an unknown key deep inside",
        "    caption: Notice the number.\n",
        ("    caption: Notice the number.\n    colour: red\n"),
        (
            "modules/en/slow-down.yml:74:5: error: unknown key 'colour'; known here: alt, caption, id, kind, parts, title [key-is-known]",
        ),
    ),
    Broken(
        "an unknown key in a kind of block",
        ("      - kind: safety\n        message: S-BODY\n"),
        ("      - kind: safety\n        message: S-BODY\n        mesage: S-BODY\n"),
        ("modules/en/slow-down.yml:53:9: error: unknown key 'mesage'; did you mean 'message'? [key-is-known]",),
    ),
    Broken(
        "a missing key",
        "main_message: You can slow down before you choose what to do next.\n",
        "",
        ("modules/en/slow-down.yml:1:1: error: the key 'main_message' is missing here [key-is-there]",),
    ),
    Broken(
        "a missing key in a list",
        ("  - id: notice-speed\n    text: Notice when things move too fast.\n"),
        "  - id: notice-speed\n",
        ("modules/en/slow-down.yml:9:5: error: the key 'text' is missing here [key-is-there]",),
    ),
    Broken(
        "a missing feedback",
        "        feedback: Yes. One breath out is a pause.\n",
        "",
        ("modules/en/slow-down.yml:144:9: error: the key 'feedback' is missing here [key-is-there]",),
    ),
    Broken(
        "a key that stands twice",
        "track: core\n",
        ("track: core\ntrack: family\n"),
        (
            "modules/en/slow-down.yml:5:1: error: the key 'track' stands here twice; the first is in line 4 [key-is-there-once]",
        ),
    ),
    Broken(
        "a key that pydantic uses as a mark",
        "revision: 1\n",
        ("revision: 1\n'[key]': 1\n"),
        (
            "modules/en/slow-down.yml:4:1: error: unknown key '[key]'; known here: changes, exceptions, for_whom, glossary, guide, id, lesson, main_message, minutes, needs, note, objectives, pictures, quiz, review, revision, safety, sources, title, today, track, worksheets [key-is-known]",
        ),
    ),
    Broken(
        "a key with a line end in it",
        "revision: 1\n",
        ('revision: 1\n"two\\nlines": 1\n'),
        (
            "modules/en/slow-down.yml:4:1: error: unknown key 'two lines'; known here: changes, exceptions, for_whom, glossary, guide, id, lesson, main_message, minutes, needs, note, objectives, pictures, quiz, review, revision, safety, sources, title, today, track, worksheets [key-is-known]",
        ),
    ),
    Broken(
        "a list as a key",
        "revision: 1\n",
        ("revision: 1\n? [a, b]\n: 1\n"),
        ("modules/en/slow-down.yml:4:3: error: a key has to be a word, not a list or a group of keys [key-is-text]",),
    ),
    Broken(
        "a number in quotes",
        "minutes: 10\n",
        'minutes: "10"\n',
        (
            "modules/en/slow-down.yml:5:10: error: 'minutes' should be a whole number, and here it is text; take the quotes off [value-has-the-right-type]",
        ),
    ),
    Broken(
        "a number with a decimal point",
        "minutes: 10\n",
        "minutes: 10.5\n",
        (
            "modules/en/slow-down.yml:5:10: error: 'minutes' should be a whole number, and here it is a number with a decimal point [value-has-the-right-type]",
        ),
    ),
    Broken(
        "a number out of range",
        "minutes: 10\n",
        "minutes: 0\n",
        ("modules/en/slow-down.yml:5:10: error: 'minutes' is 0; the least is 1 [number-is-in-range]",),
    ),
    Broken(
        "an answer in quotes",
        "    answer: false\n",
        '    answer: "false"\n',
        (
            "modules/en/slow-down.yml:153:13: error: 'answer' should be true or false, and here it is text; take the quotes off [value-has-the-right-type]",
        ),
    ),
    Broken(
        "a YAML 1.1 truth value",
        "    answer: false\n",
        "    answer: no\n",
        (
            "modules/en/slow-down.yml:153:13: error: 'answer' should be true or false, and here it is text; 'no' is a word here, write false [value-has-the-right-type]",
        ),
    ),
    Broken(
        "a label that is a number",
        "        label: How fast am I now?\n",
        "        label: 988\n",
        (
            "modules/en/slow-down.yml:101:16: error: 'label' should be text, and here it is a whole number; put it in quotes [value-has-the-right-type]",
        ),
    ),
    Broken(
        "a label that is a truth value",
        "          heart: My heart beats hard\n",
        "          heart: true\n",
        (
            "modules/en/slow-down.yml:118:18: error: 'heart' should be text, and here it is true or false; put it in quotes [value-has-the-right-type]",
        ),
    ),
    Broken(
        "text in place of a list",
        "safety: [S-CRISIS, S-BODY]\n",
        "safety: S-BODY\n",
        (
            "modules/en/slow-down.yml:14:9: error: 'safety' should be a list, and here it is text [value-has-the-right-type]",
        ),
    ),
    Broken(
        "a list in place of text",
        "today: Take one short pause before your next meal.\n",
        "today: [Take, one]\n",
        (
            "modules/en/slow-down.yml:13:8: error: 'today' should be text, and here it is a list [value-has-the-right-type]",
        ),
    ),
    Broken(
        "text in place of a block",
        (
            "      - kind: steps\n"
            "        title: Take a pause\n"
            "        steps:\n"
            "          - Stop where you are.\n"
            "          - Breathe out once.\n"
        ),
        "      - Stop where you are.\n",
        (
            "modules/en/slow-down.yml:46:9: error: an item of 'blocks' should be a group of keys, and here it is text [value-has-the-right-type]",
        ),
    ),
    Broken(
        "nothing in place of a group",
        (
            "review:\n  status: draft\n  written_by:\n    name: The Psychoed project\n    role: course authors\n  next_review: 2027-11\n"
        ),
        "review:\n",
        (
            "modules/en/slow-down.yml:258:8: error: 'review' should be a group of keys, and here it is empty [value-has-the-right-type]",
        ),
    ),
    Broken(
        "an empty title",
        "title: Slow down first\n",
        'title: ""\n',
        ("modules/en/slow-down.yml:2:8: error: 'title' is empty [text-is-there]",),
    ),
    Broken(
        "an empty text",
        "today: Take one short pause before your next meal.\n",
        'today: " "\n',
        ("modules/en/slow-down.yml:13:8: error: 'today': the text is empty [text-is-there]",),
    ),
    Broken(
        "a title of two lines",
        "title: Slow down first\n",
        'title: "Slow\\ndown"\n',
        (
            "modules/en/slow-down.yml:2:8: error: 'title' should be one line of plain words, with no line end or control character [text-is-one-plain-line]",
        ),
    ),
    Broken(
        "an id with capitals",
        "id: slow-down\n",
        "id: Slow Down\n",
        (
            "modules/en/slow-down.yml:1:5: error: 'Slow Down' is not an id; use small letters, digits and single hyphens, as in 'my-first-sheet' [id-is-a-slug]",
        ),
    ),
    Broken(
        "an item's id with capitals",
        "          heart: My heart beats hard\n",
        "          Heart: My heart beats hard\n",
        (
            "modules/en/slow-down.yml:118:11: error: 'Heart' is not an id; use small letters, digits and single hyphens, as in 'my-first-sheet' [id-is-a-slug]",
        ),
    ),
    Broken(
        "a safety id in small letters",
        "safety: [S-CRISIS, S-BODY]\n",
        "safety: [S-CRISIS, s-body]\n",
        (
            "modules/en/slow-down.yml:14:20: error: 's-body' is not the id of a safety message; they look like 'S-CRISIS' [id-is-a-slug]",
        ),
    ),
    Broken(
        "an unknown status",
        "  status: draft\n",
        "  status: drafted\n",
        (
            "modules/en/slow-down.yml:259:11: error: 'status' cannot be 'drafted'; did you mean 'draft'? [choice-is-known]",
        ),
    ),
    Broken(
        "a month that does not exist",
        "  next_review: 2027-11\n",
        "  next_review: 2027-13\n",
        (
            "modules/en/slow-down.yml:263:16: error: 'next_review' cannot be '2027-13'; write a year and month, as '2027-11' [value-has-the-right-form]",
        ),
    ),
    Broken(
        "an unknown kind of block",
        "      - kind: story\n",
        "      - kind: storry\n",
        ("modules/en/slow-down.yml:38:15: error: unknown kind 'storry'; did you mean 'story'? [kind-is-known]",),
    ),
    Broken(
        "a kind that is a list",
        "      - kind: story\n",
        "      - kind: [story]\n",
        ("modules/en/slow-down.yml:38:15: error: 'kind' cannot be a list; did you mean 'story'? [kind-is-known]",),
    ),
    Broken(
        "a block without a kind",
        ("      - kind: story\n        title: Ada"),
        "      - title: Ada",
        (
            "modules/en/slow-down.yml:38:9: error: the key 'kind' is missing here; it says what this item is [key-is-there]",
        ),
    ),
    Broken(
        "too few objectives",
        ("  - id: use-a-pause\n    text: Use one short pause.\n"),
        "",
        ("modules/en/slow-down.yml:9:3: error: 'objectives' has 1; it needs at least 2 [list-has-enough]",),
    ),
    Broken(
        "too many points to remember",
        "          - It gives you a choice.\n",
        ("          - Two.\n          - Three.\n          - Four.\n          - Five.\n"),
        ("modules/en/slow-down.yml:65:11: error: 'points' has 6; the most is 5 [list-is-not-too-long]",),
    ),
    Broken(
        "a title that is too long",
        "title: Slow down first\n",
        "title: " + "slow " * 61 + "\n",
        ("modules/en/slow-down.yml:2:8: error: 'title' has 304 characters; the most is 300 [text-is-not-too-long]",),
    ),
    Broken(
        "a heading in a text",
        "          A [pause](term:pause) is a short stop before you act. It can last one breath.\n",
        ("          # Pause\n          A [pause](term:pause) is short.\n"),
        ("modules/en/slow-down.yml:21:15: error: 'text': a heading is not allowed here [text-is-simple-markdown]",),
    ),
    Broken(
        "HTML in a text",
        "today: Take one short pause before your next meal.\n",
        "today: Take one <b>short</b> pause.\n",
        (
            "modules/en/slow-down.yml:13:8: warning: '<b>' would be shown letter for letter here; take it out [markup-is-not-left-over]",
        ),
    ),
    Broken(
        "italics in a text",
        "today: Take one short pause before your next meal.\n",
        "today: Take *one* short pause.\n",
        (
            "modules/en/slow-down.yml:13:8: error: 'today': *italics* are not allowed here; use **bold** [text-is-simple-markdown]",
        ),
    ),
    Broken(
        "code in a text",
        "today: Take one short pause before your next meal.\n",
        "today: Take `one` short pause.\n",
        ("modules/en/slow-down.yml:13:8: error: 'today': backticks are not allowed here [text-is-simple-markdown]",),
    ),
    Broken(
        "a list where one line fits",
        "today: Take one short pause before your next meal.\n",
        ("today: |\n  - Take one\n  - short pause\n"),
        (
            "modules/en/slow-down.yml:13:8: error: 'today': this text is one paragraph; lists and blank lines do not fit here [text-is-one-line]",
        ),
    ),
    Broken(
        "a link that runs a program is not read as a link",
        "today: Take one short pause before your next meal.\n",
        "today: Take [one](javascript:alert) short pause.\n",
        (
            "modules/en/slow-down.yml:13:8: warning: '](javascript:alert)' would be shown letter for letter here; take it out [markup-is-not-left-over]",
        ),
    ),
    Broken(
        "a link without encryption",
        "today: Take one short pause before your next meal.\n",
        "today: Read [this](http://example.org) page.\n",
        (
            "modules/en/slow-down.yml:13:8: error: 'today': a link to 'http://example.org' is not allowed; use term:, worksheet:, module: or https: [text-is-simple-markdown]",
        ),
    ),
    Broken(
        "a character that no font has",
        "today: Take one short pause before your next meal.\n",
        'today: "Take \\u0001 one"\n',
        (
            "modules/en/slow-down.yml:13:8: error: 'today': the character U+0001 cannot be shown; delete it [text-is-simple-markdown]",
        ),
    ),
    Broken(
        "two right options where one is right",
        "      - text: Answer as fast as he can.\n",
        ("      - text: Answer as fast as he can.\n        right: true\n"),
        (
            "modules/en/slow-down.yml:139:5: error: 2 options are marked `right: true`; a one_answer question needs exactly 1 [question-has-one-right-answer]",
        ),
    ),
    Broken(
        "one right option where several are",
        ("      - text: A loud voice\n        right: true\n"),
        "      - text: A loud voice\n",
        (
            "modules/en/slow-down.yml:156:5: error: 1 of 3 options are marked `right: true`; a several_answers question needs at least 2, and at least 1 that is not [question-has-several-right-answers]",
        ),
    ),
    Broken(
        "one idea that helps where two should",
        "        helps: depends\n",
        "        helps: no\n",
        (
            "modules/en/slow-down.yml:169:5: error: 1 of the ideas could help; a could_help question needs at least 2 [question-has-ideas-that-help]",
        ),
    ),
    Broken(
        "an idea that helps perhaps",
        "        helps: depends\n",
        "        helps: maybe\n",
        (
            "modules/en/slow-down.yml:178:16: error: 'helps' cannot be 'maybe'; known here: depends, no, yes [choice-is-known]",
        ),
    ),
    Broken(
        "a scale with equal ends",
        "        low_label: Calm\n",
        "        low_label: Too fast\n",
        ("modules/en/slow-down.yml:99:9: error: both ends of the scale are labelled 'Too fast' [scale-has-two-ends]",),
    ),
    Broken(
        "options in a column of words",
        ("          - id: what\n            label: What was going on\n"),
        ("          - id: what\n            label: What was going on\n            options: {a: A, b: B}\n"),
        (
            "modules/en/slow-down.yml:111:13: error: column 'what': `options` goes with `holds: choice`, and only with it [column-options-belong-to-choice]",
        ),
    ),
    Broken(
        "a table without rows",
        "        rows: 5\n",
        "",
        (
            "modules/en/slow-down.yml:104:9: error: table 'pauses' needs `rows` or `row_labels`, one of the two [table-has-rows]",
        ),
    ),
    Broken(
        "ids that stand twice",
        "  - id: use-a-pause\n",
        "  - id: notice-speed\n",
        (
            "modules/en/slow-down.yml:11:9: error: the id 'notice-speed' stands here a second time; the first is in line 9 [id-is-unique]",
            "modules/en/slow-down.yml:141:16: error: unknown objective 'use-a-pause'; known here: notice-speed [objective-is-known]",
            "modules/en/slow-down.yml:151:16: error: unknown objective 'use-a-pause'; known here: notice-speed [objective-is-known]",
        ),
    ),
    Broken(
        "a field id that stands twice",
        ("        id: signs\n        label: My signs\n"),
        ("        id: pauses\n        label: My signs\n"),
        (
            "modules/en/slow-down.yml:115:13: error: the id 'pauses' stands here a second time; the first is in line 105 [id-is-unique]",
        ),
    ),
    Broken(
        "a safety message that is listed twice",
        "safety: [S-CRISIS, S-BODY]\n",
        "safety: [S-CRISIS, S-BODY, S-BODY]\n",
        (
            "modules/en/slow-down.yml:14:28: error: the id 'S-BODY' stands here a second time; the first is in line 14 [id-is-unique]",
        ),
    ),
    Broken(
        "an unknown source",
        "        sources: [first-2001]\n",
        "        sources: [frist-2001]\n",
        (
            "modules/en/slow-down.yml:28:19: error: unknown source 'frist-2001'; did you mean 'first-2001'? [source-is-known]",
        ),
    ),
    Broken(
        "an unknown safety message",
        "safety: [S-CRISIS, S-BODY]\n",
        "safety: [S-CRISIS, S-BODY, S-MEDZ]\n",
        (
            "modules/en/slow-down.yml:14:28: error: unknown safety message 'S-MEDZ'; did you mean 'S-MEDS'? [safety-message-is-known]",
        ),
    ),
    Broken(
        "an unknown picture",
        "        picture: speed-meter\n",
        "        picture: sped-meter\n",
        (
            "modules/en/slow-down.yml:30:18: error: unknown picture 'sped-meter'; did you mean 'speed-meter'? [picture-is-known]",
            "modules/en/slow-down.yml:71:9: error: nothing shows the picture 'speed-meter' [picture-is-used]",
        ),
    ),
    Broken(
        "an unknown objective",
        ("    objective: use-a-pause\n    ask: A pause has to be long.\n"),
        ("    objective: use-pauses\n    ask: A pause has to be long.\n"),
        (
            "modules/en/slow-down.yml:151:16: error: unknown objective 'use-pauses'; did you mean 'use-a-pause'? [objective-is-known]",
        ),
    ),
    Broken(
        "an unknown worksheet",
        "        worksheet: my-pauses\n",
        "        worksheet: my-pause\n",
        (
            "modules/en/slow-down.yml:62:20: error: unknown worksheet 'my-pause'; did you mean 'my-pauses'? [worksheet-is-known]",
        ),
    ),
    Broken(
        "bold marks in a title",
        "title: Slow down first\n",
        'title: "**Slow** down"\n',
        (
            "modules/en/slow-down.yml:2:8: warning: '**' would be shown letter for letter here; take it out [markup-is-not-left-over]",
        ),
    ),
    Broken(
        "a phone number",
        "today: Take one short pause before your next meal.\n",
        "today: Call 1-800-662-4357 today.\n",
        (
            "modules/en/slow-down.yml:13:8: error: the phone number '1-800-662-4357' is typed here; name a safety message in its place, numbers live in safety.yml alone [phone-number-is-not-typed]",
        ),
    ),
    Broken(
        "a word that shames",
        "today: Take one short pause before your next meal.\n",
        "today: Many addicts do.\n",
        (
            "modules/en/slow-down.yml:13:8: error: “addicts” stands here; write “person with an addiction” [word-is-person-first]",
        ),
    ),
    Broken(
        "a tab",
        "      - kind: story\n",
        "\t  - kind: story\n",
        ("modules/en/slow-down.yml:38:1: error: a tab stands here; use spaces [yaml-has-no-tabs]",),
    ),
    Broken(
        "an alias",
        "title: Slow down first\n",
        ("title: &a Slow down first\nnote: *a\n"),
        (
            "modules/en/slow-down.yml:3:7: error: an alias (`*a`) stands here; write the text out, or put it in quotes if it is text [yaml-has-no-aliases]",
        ),
    ),
    Broken(
        "a tag",
        "title: Slow down first\n",
        "title: !!python/object:os.system Slow down\n",
        (
            "modules/en/slow-down.yml:2:8: error: the tag 'tag:yaml.org,2002:python/object:os.system' stands here; tags are not read, delete it [yaml-has-no-tags]",
        ),
    ),
    Broken(
        "a quote that is never closed",
        "title: Slow down first\n",
        'title: "Slow down first\n',
        (
            "modules/en/slow-down.yml:264:1: error: a quote or bracket opened above is never closed [yaml-is-well-formed]",
        ),
    ),
    Broken(
        "a bracket that is never closed",
        "safety: [S-CRISIS, S-BODY]\n",
        "safety: [S-CRISIS, S-BODY\n",
        (
            "modules/en/slow-down.yml:16:7: error: a list or group in brackets is not closed, or a comma is missing [yaml-is-well-formed]",
        ),
    ),
    Broken(
        "a second colon in a line",
        "title: Slow down first\n",
        "title: Slow down: first\n",
        (
            "modules/en/slow-down.yml:2:17: error: a second ': ' stands in this line; put the text in quotes, or indent the line [yaml-is-well-formed]",
        ),
    ),
    Broken(
        "a text that starts with a star",
        "today: Take one short pause before your next meal.\n",
        "today: *Take* one\n",
        (
            "modules/en/slow-down.yml:13:13: error: a text cannot start with `*`; put the text in quotes [yaml-is-well-formed]",
        ),
    ),
    Broken(
        "a text that starts with an at sign",
        "today: Take one short pause before your next meal.\n",
        "today: @home\n",
        (
            "modules/en/slow-down.yml:13:8: error: a text cannot start with this sign; put the text in quotes [yaml-is-well-formed]",
        ),
    ),
    Broken(
        "a key without a colon",
        "track: core\n",
        "track core\n",
        (
            "modules/en/slow-down.yml:5:1: error: a key here has no ':' after it, or a text runs on without quotes [yaml-is-well-formed]",
        ),
    ),
    Broken(
        "an indent that is off",
        "minutes: 10\n",
        " minutes: 10\n",
        (
            "modules/en/slow-down.yml:5:9: error: a second ': ' stands in this line; put the text in quotes, or indent the line [yaml-is-well-formed]",
        ),
    ),
    Broken(
        "a second document",
        ("\nlesson:\n"),
        ("\n---\nlesson:\n"),
        (
            "modules/en/slow-down.yml:16:1: error: `---` starts a second document here; a file holds one [yaml-is-well-formed]",
        ),
    ),
    Broken(
        "a control character",
        "title: Slow down first\n",
        "title: Slow \u0007down first\n",
        (
            "modules/en/slow-down.yml:2:13: error: a character stands here that YAML cannot hold; delete it [yaml-is-well-formed]",
        ),
    ),
    Broken(
        "several problems at once",
        ("revision: 1\ntrack: core\nminutes: 10\n"),
        ('revision: 0\ntrack: Core\nminutes: "10"\nminuets: 10\n'),
        (
            "modules/en/slow-down.yml:3:11: error: 'revision' is 0; the least is 1 [number-is-in-range]",
            "modules/en/slow-down.yml:4:8: error: 'Core' is not an id; use small letters, digits and single hyphens, as in 'my-first-sheet' [id-is-a-slug]",
            "modules/en/slow-down.yml:5:10: error: 'minutes' should be a whole number, and here it is text; take the quotes off [value-has-the-right-type]",
            "modules/en/slow-down.yml:6:1: error: unknown key 'minuets'; did you mean 'minutes'? [key-is-known]",
        ),
    ),
)


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.name.replace(" ", "-"))
def test_a_broken_module_is_said_at_its_place(case: Broken, tmp_path: Path) -> None:
    found = problems_of(changed(case.old, case.new), tmp_path)
    # The valid module is short on purpose; all that a lesson of full length would be told is compared.
    told = [problem for problem in found if problem.rule not in ("lesson-length-is-right", "right-answer-moves")]
    assert tuple(map(str, told)) == case.messages


def test_the_valid_module_has_no_errors(tmp_path: Path) -> None:
    assert errors(problems_of(VALID, tmp_path)) == ()


def laughs() -> str:
    """Nine lines that an alias reader turns into a billion words."""
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 10) + "]" for n in range(1, 9)]
    return "\n".join(lines)


RAW = {
    "an-empty-file": ("", ("1:1: error: the file is empty [file-is-not-empty]",)),
    "white-space-alone": (" \n\n", ("1:1: error: the file is empty [file-is-not-empty]",)),
    "a-comment-alone": ("# soon\n", ("1:1: error: the file is empty [file-is-not-empty]",)),
    "nothing-but-null": (
        "~\n",
        ("1:1: error: the file should be a group of keys, and here it is empty [value-has-the-right-type]",),
    ),
    "a-list": (
        "- id: slow-down\n",
        ("1:1: error: the file should be a group of keys, and here it is a list [value-has-the-right-type]",),
    ),
    "a-billion-laughs": (
        laughs(),
        tuple(
            f"2:{10 + 5 * n}: error: an alias (`*a0`) stands here; write the text out, or put it in quotes if it is text [yaml-has-no-aliases]"
            for n in range(10)
        ),
    ),
    "brackets-in-brackets": (
        "a: " + "[" * 100_000,
        ("1:43: error: the file is nested deeper than 40 levels [yaml-is-not-too-deep]",),
    ),
    "brackets-hidden-by-quotes": (
        "a: " + '["]",' * 100_000,
        ("1:199: error: the file is nested deeper than 40 levels [yaml-is-not-too-deep]",),
    ),
    "dashes-after-dashes": (
        "- " * 100_000 + "a",
        ("1:81: error: the file is nested deeper than 40 levels [yaml-is-not-too-deep]",),
    ),
    "a-nul": (
        "id: slow\0down\n",
        ("1:9: error: a character stands here that YAML cannot hold; delete it [yaml-is-well-formed]",),
    ),
}


@pytest.mark.parametrize("name", RAW)
def test_a_file_that_is_no_module_is_said(name: str, tmp_path: Path) -> None:
    text, messages = RAW[name]
    start = time.perf_counter()
    found = errors(problems_of(text, tmp_path))
    assert tuple(map(str, found)) == tuple(f"modules/{FILE}:{message}" for message in messages)
    assert time.perf_counter() - start < 1


def test_deep_keys_are_said_where_they_get_too_deep(tmp_path: Path) -> None:
    text = "\n".join(" " * depth + f"k{depth}:" for depth in range(60))
    first = min(problems_of(text, tmp_path), key=lambda problem: problem.rule != "yaml-is-not-too-deep")
    assert str(first) == f"modules/{FILE}:42:42: error: the file is nested deeper than 40 levels [yaml-is-not-too-deep]"


def test_a_byte_that_is_not_utf_8_is_placed(tmp_path: Path) -> None:
    file = put(VALID, tmp_path) / FILE
    file.write_bytes(b"id: slow-down\ntitle: Caf" + b"\xe9\n")
    said = "error: the byte 0xe9 is not UTF-8; save the file as UTF-8 [file-is-utf-8]"
    assert list(map(str, problems_in(tmp_path / "modules"))) == [f"modules/{FILE}:2:11: {said}"]


def test_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    assert errors(problems_of("\ufeff" + VALID, tmp_path)) == ()


def test_windows_line_ends_are_no_problem(tmp_path: Path) -> None:
    file = put(VALID, tmp_path) / FILE
    file.write_bytes(VALID.replace("\n", "\r\n").encode())
    assert errors(problems_in(tmp_path / "modules")) == ()


def test_a_link_out_of_the_course_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text(VALID, "utf-8")
    file = put(VALID, tmp_path) / FILE
    file.unlink()
    file.symlink_to(outside)
    said = "error: this link leads out of the course's folder; put the file itself here [file-is-inside-the-course]"
    assert list(map(str, problems_in(tmp_path / "modules"))) == [f"modules/{FILE}:1:1: {said}"]


def test_fifty_megabytes_are_not_read(tmp_path: Path) -> None:
    file = put(VALID, tmp_path) / FILE
    os.truncate(file, 50_000_000)
    start = time.perf_counter()
    said = "error: the file has 50,000,000 bytes; the most is 1,000,000 [file-is-not-too-large]"
    assert list(map(str, problems_in(tmp_path / "modules"))) == [f"modules/{FILE}:1:1: {said}"]
    assert time.perf_counter() - start < 1


def test_a_folder_is_no_module(tmp_path: Path) -> None:
    file = put(VALID, tmp_path) / FILE
    file.unlink()
    file.mkdir()
    said = "error: this is a folder, or no plain file; a file should stand here [file-is-a-file]"
    assert list(map(str, problems_in(tmp_path / "modules"))) == [f"modules/{FILE}:1:1: {said}"]


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "modules").mkdir()
    said = "error: there is no such file [file-is-there]"
    assert list(map(str, problems_in(tmp_path / "modules"))) == [f"modules/{FILE}:1:1: {said}"]
