"""Seeds of the rules for a lesson, its pictures, objectives, guide, sources and review."""

from __future__ import annotations

from tests.checks.seeds.seed import Seed

SEEDS = (
    Seed(
        "id-is-free",
        "id: my-pauses\n",
        "id: ▸quiz\n",
        said=("the id 'quiz' is taken by a part of every module",),
        also=("worksheet-is-known",),
    ),
    Seed(
        "id-is-unique",
        "  - id: use-a-pause\n",
        "  - id: ▸notice-speed\n",
        said=("the id 'notice-speed' stands here a second time; the first is in line 9",),
        also=("objective-is-known",),
    ),
    Seed(
        "id-is-unique",
        ("sources: [first-2001, second-2002]\n\nreview"),
        ("sources: [first-2001, second-2002, ▸first-2001]\n\nreview"),
        said=("the id 'first-2001' stands here a second time; the first is in line 256",),
    ),
    Seed(
        "lesson-has-its-blocks",
        (
            "      - kind: steps\n"
            "        title: Take a pause\n"
            "        steps:\n"
            "          - Stop where you are.\n"
            "          - Breathe out once.\n"
        ),
        "",
        said=("the lesson has no 'steps' block",),
        at="- part: what",
    ),
    Seed(
        "lesson-has-its-blocks",
        ("      - kind: safety\n        message: S-BODY\n"),
        ("      - kind: remember\n        points: [One, Two, Three]\n"),
        said=("a second 'remember' block stands here; the first is in line 51",),
        at=("kind: remember\n        points:\n          - A pause is short."),
    ),
    Seed(
        "lesson-has-its-blocks",
        "          - It gives you a choice.\n",
        ("          - It gives you a choice.\n      - kind: key_idea\n        text: One more thing.\n"),
        said=("the 'remember' block should be the last block of the lesson",),
        at="kind: remember",
    ),
    Seed(
        "lesson-parts-are-in-order",
        "  - part: how\n",
        "  - part: why\n",
        said=("the lesson has no section with `part: how`",),
        at="- part: what",
    ),
    Seed(
        "objective-has-a-question",
        ("  - id: use-a-pause\n    text: Use one short pause.\n"),
        ("  - id: use-a-pause\n    text: Use one short pause.\n  - id: ▸never-asked\n    text: Rest.\n"),
        said=("no question of the quiz asks about the objective 'never-asked'",),
    ),
    Seed(
        "objective-is-known",
        ("    objective: use-a-pause\n    ask: A pause has to be long.\n"),
        ("    objective: ▸use-pauses\n    ask: A pause has to be long.\n"),
        said=("unknown objective 'use-pauses'; did you mean 'use-a-pause'?",),
    ),
    Seed(
        "picture-fits-its-kind",
        "    best: 2\n",
        "    best: ▸4\n",
        said=("`best` is 4; the picture has 3 parts",),
    ),
    Seed(
        "picture-fits-its-kind",
        "      - at: 10\n",
        "      - at: ▸0\n",
        said=("the mark at 0 stands after the mark at 0; marks go up",),
    ),
    Seed(
        "picture-fits-its-kind",
        "          second: Way 2\n",
        ("          second: Way 2\n          third: Way 3\n          fourth: Way 4\n"),
        said=("4 blanks; the picture 'three-ways' has 3 parts",),
        at="first: Way 1",
    ),
    Seed(
        "picture-is-known",
        "        picture: speed-meter\n",
        "        picture: ▸sped-meter\n",
        said=("unknown picture 'sped-meter'; did you mean 'speed-meter'?",),
        also=("picture-is-used",),
    ),
    Seed(
        "picture-is-used",
        ("      - kind: picture\n        picture: speed-meter\n"),
        "",
        said=("nothing shows the picture 'speed-meter'",),
        at="speed-meter",
    ),
    Seed(
        "role-play-has-one-place",
        "          text: Show the meter.\n",
        ("          text: Show the meter.\n          acts_out: [▸no-such-scene]\n"),
        said=("unknown role-play 'no-such-scene'",),
    ),
    Seed(
        "source-is-known",
        "        sources: [first-2001]\n",
        "        sources: [▸frist-2001]\n",
        said=("unknown source 'frist-2001'; did you mean 'first-2001'?",),
    ),
    Seed(
        "sources-are-listed",
        "        sources: [first-2001]\n",
        "        sources: [▸third-2003]\n",
        said=("'third-2003' is cited here; add it to the module's `sources`",),
    ),
    Seed(
        "sources-are-listed",
        ("sources: [first-2001, second-2002]\n\nreview"),
        ("sources: [first-2001, second-2002, ▸third-2003]\n\nreview"),
        said=("nothing in the module cites 'third-2003'",),
    ),
    Seed(
        "timetable-is-by-thirds",
        "    - part: opening\n      title: Opening\n      minutes: 5\n",
        "    ▸- part: opening\n      title: Opening\n      minutes: ▸15\n",
        (
            "the parts take 100 minutes; a session has 90",
            "'opening' takes 15 minutes; 3 to 5 are right",
        ),
    ),
    Seed(
        "alt-text-tells-the-picture",
        "    alt: A meter from 0, calm, to 10, too fast.\n",
        "    alt: ▸How fast am I?\n",
        said=("`alt` says the title again; tell what the picture shows",),
    ),
    Seed(
        "alt-text-tells-the-picture",
        "    alt: A meter from 0, calm, to 10, too fast.\n",
        "    alt: ▸A picture of a meter\n",
        said=(
            "`alt` has no end mark; without one it runs into what is read next",
            "leave out “A picture of”; it is said anyway that this is a picture",
        ),
    ),
    Seed(
        "heading-says-the-point",
        "    heading: Fast is not always bad\n",
        "    heading: ▸Part 2\n",
        said=("the heading “Part 2” could stand over anything; say the point of the section",),
    ),
    Seed(
        "minutes-add-up",
        ("    purpose: See when a pause helps you.\n    minutes: 5\n"),
        ("    purpose: See when a pause helps you.\n    minutes: ▸45\n"),
        said=("the worksheet takes 45 minutes; the topic has 30 in the guide's timetable",),
        level="warning",
    ),
    Seed(
        "minutes-add-up",
        (
            "        hard: Ada hears a loud word. She shouts back.\n"
            "        skill: Ada hears a loud word. She counts to five, then she speaks.\n"
        ),
        (
            "        hard: Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. \n"
            "        skill: Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. Ada hears a loud word. \n"
        ),
        said=("10 minutes; the lesson's 2,106 words, its exercises and the worksheets take 11 to 42 minutes",),
        at="10\nmain_message: You can slow down before you choose what to do next.",
        level="warning",
        also=("paragraph-is-short",),
    ),
    Seed(
        "review-is-honest",
        ("    name: The Psychoed project\n    role: course authors\n"),
        ("    name: ▸N/A\n    role: ▸TODO\n"),
        said=(
            "'N/A' is nobody's name",
            "'TODO' is nobody's role",
        ),
    ),
)
