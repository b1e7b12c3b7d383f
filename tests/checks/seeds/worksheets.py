"""Seeds of the rules for worksheets and their fields."""

from __future__ import annotations

from tests.checks.seeds.seed import Seed

SEEDS = (
    Seed(
        "card-has-room",
        ("            lines: 2\n          - id: pause\n            label: My pause\n"),
        (
            "            lines: 2\n"
            "          - {id: pause, label: My pause, lines: 2}\n"
            "          - {id: person, label: My person, lines: 2}\n"
        ),
        said=("the card has 6 lines; there is room for 5",),
        at="- id: sign",
    ),
    Seed(
        "card-has-room",
        "            label: My pause\n",
        "            label: My pause and what helps me and what helps me and what helps me and what helps me and what helps me and what helps me and what helps me and what helps me and what helps me and what helps me and what helps me and what helps me and what helps me and what helps me and what helps me \n",
        said=("the card is about 2 lines too long, even folded once",),
        at="- id: sign",
    ),
    Seed(
        "card-has-room",
        "        title: When it gets fast\n",
        "        title: WhenWeMoveWithMuchMoreMoment\n",
        said=("the word “WhenWeMoveWithMuchMoreMoment” is wider than the card",),
        at="- id: sign",
    ),
    Seed(
        "card-has-room",
        ("      - kind: picture\n        picture: speed-meter\n"),
        (
            "      - kind: picture\n"
            "        picture: speed-meter\n"
            "      - kind: card\n"
            "        title: My card\n"
            "        lines:\n"
            "          ▸- Stop, and look around. Stop, and look around. Stop, and look around. Stop, and look around. Stop, and look around. Stop, and look around. Stop, and look around. Stop, and look around. Stop, and look around. Stop, and look around. Stop, and look around. Stop, and look around. \n"
            "          - Then go on, or do not. Then go on, or do not. Then go on, or do not. Then go on, or do not. Then go on, or do not. Then go on, or do not. Then go on, or do not. Then go on, or do not. Then go on, or do not. Then go on, or do not. Then go on, or do not. Then go on, or do not. \n"
            "          - You have time for it. You have time for it. You have time for it. You have time for it. You have time for it. You have time for it. You have time for it. You have time for it. You have time for it. You have time for it. You have time for it. You have time for it. \n"
        ),
        said=("the card is about 7 lines too long, even folded once",),
        also=("paragraph-is-short",),
    ),
    Seed(
        "column-options-belong-to-choice",
        ("          - id: what\n            label: What was going on\n"),
        ("          - ▸id: what\n            label: What was going on\n            options: {a: A, b: B}\n"),
        said=("column 'what': `options` goes with `holds: choice`, and only with it",),
    ),
    Seed(
        "renamed-field-is-known",
        ("    purpose: See when a pause helps you.\n    minutes: 5\n"),
        ("    purpose: See when a pause helps you.\n    minutes: 5\n    renamed: {speed: ▸how-fats}\n"),
        said=("no field has the id 'how-fats'; did you mean 'how-fast'?",),
    ),
    Seed(
        "renamed-field-is-known",
        ("    purpose: See when a pause helps you.\n    minutes: 5\n"),
        ("    purpose: See when a pause helps you.\n    minutes: 5\n    renamed: {signs: ▸card}\n"),
        said=("a field still has the id 'signs', so its answers stay with it",),
    ),
    Seed(
        "scale-has-two-ends",
        "        low_label: Calm\n",
        "        low_label: Too fast\n",
        said=("both ends of the scale are labelled 'Too fast'",),
        at="kind: scale",
    ),
    Seed(
        "table-fits-the-page",
        ("          - id: what\n            label: What was going on\n"),
        (
            "          - id: what\n"
            "            label: What was going on\n"
            "          - {id: c0, label: More 0}\n"
            "          - {id: c1, label: More 1}\n"
            "          - {id: c2, label: More 2}\n"
            "          - {id: c3, label: More 3}\n"
        ),
        said=("6 columns, row labels included; 5 fit on paper, or 8 narrow ones",),
        at="- id: day",
    ),
    Seed(
        "table-fits-the-page",
        ("          - id: what\n            label: What was going on\n        rows: 5\n"),
        (
            "          - id: what\n"
            "            label: What was going on\n"
            "          - {id: c0, label: More 0}\n"
            "          - {id: c1, label: More 1}\n"
            "          - {id: c2, label: More 2}\n"
            "        row_labels: {mon: Monday}\n"
        ),
        said=("6 columns, row labels included; 5 fit on paper, or 8 narrow ones",),
        at="- id: day",
    ),
    Seed(
        "table-has-rows",
        "        rows: 5\n",
        "",
        said=("table 'pauses' needs `rows` or `row_labels`, one of the two",),
        at="kind: table",
    ),
    Seed(
        "worksheet-is-known",
        "(worksheet:my-pauses)",
        "(worksheet:my-pause)",
        said=("unknown worksheet 'my-pause'; did you mean 'my-pauses'?",),
        at="Take one pause, and note it on [My pauses](worksheet:my-pause).",
    ),
    Seed(
        "worksheet-is-known",
        "        worksheet: my-pauses\n",
        "        worksheet: ▸nothing\n",
        said=("unknown worksheet 'nothing'; known here: my-pauses",),
    ),
    Seed(
        "sheet-asks-no-identity",
        "        label: How fast am I now?\n",
        "        label: ▸My full name\n",
        said=("“full name” stands here; write “nothing”",),
        level="warning",
    ),
)
