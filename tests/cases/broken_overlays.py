"""Overlays that are broken, each with what is said of it."""

from __future__ import annotations

from typing import NamedTuple


class Broken(NamedTuple):
    """An overlay's lines (from line 4), and what is said of it."""

    name: str
    text: str
    messages: tuple[str, ...]


BROKEN = (
    Broken(
        "an unknown module",
        "modules:\n  en:\n    one-thin:\n      safety: [S-BODY]\n",
        (
            "modules/overlays/track.yml:6:5: error: unknown module 'one-thin'; did you mean 'one-thing'? [overlay-target-is-there]",
        ),
    ),
    Broken(
        "a module that is not written yet",
        "modules:\n  en:\n    later:\n      safety: [S-BODY]\n",
        (
            "modules/overlays/track.yml:6:5: error: the module 'later' is not written yet; change it once it is [overlay-target-is-there]",
        ),
    ),
    Broken(
        "an unknown language",
        "modules:\n  xx:\n    one-thing:\n      safety: [S-BODY]\n",
        ("modules/overlays/track.yml:5:3: error: unknown language 'xx'; known here: en, es [overlay-target-is-there]",),
    ),
    Broken(
        "an unknown story",
        (
            "modules:\n  en:\n    one-thing:\n      swap:\n        - story: Anas morning\n"
            "          blocks:\n            - {kind: text, text: It is late.}\n"
        ),
        (
            "modules/overlays/track.yml:8:18: error: 'one-thing' has no story 'Anas morning'; did you mean 'Ana’s morning'? [overlay-target-is-there]",
        ),
    ),
    Broken(
        "a lesson that loses its story",
        (
            "modules:\n  en:\n    one-thing:\n      swap:\n        - story: Ana’s morning\n"
            "          blocks:\n            - {kind: text, text: It is late.}\n"
        ),
        (
            "modules/overlays/track.yml:7:7: error: with 'track' on it, in modules/en/one-thing.yml: the lesson has no 'story' block [lesson-has-its-blocks]",
        ),
    ),
    Broken(
        "an unknown section",
        (
            "modules:\n  en:\n    one-thing:\n      add:\n        - part: why\n          section: It help\n"
            "          blocks:\n            - {kind: text, text: It is late.}\n"
        ),
        (
            "modules/overlays/track.yml:9:20: error: the part 'why' of 'one-thing' has no section 'It help'; did you mean 'It helps'? [overlay-target-is-there]",
        ),
    ),
    Broken(
        "an unknown role-play",
        (
            "modules:\n  en:\n    another-thing:\n      role_plays:\n        - role_play: a-call\n          title: A visit\n"
            "          scene: A friend comes.\n          parts: [The friend, You]\n          coach: [What did you see?]\n"
        ),
        (
            "modules/overlays/track.yml:8:22: error: 'another-thing' has no role-play 'a-call' [overlay-target-is-there]",
        ),
    ),
    Broken(
        "a stop rule of its own",
        (
            "modules:\n  en:\n    one-thing:\n      role_plays:\n        - role_play: a-call\n          title: A visit\n"
            "          scene: A friend comes.\n          parts: [The friend, You]\n          coach: [What did you see?]\n"
            "          stop_rule: Nobody stops.\n"
        ),
        (
            "modules/overlays/track.yml:13:11: error: unknown key 'stop_rule'; known here: coach, parts, role_play, say_no, scene, title [key-is-known]",
        ),
    ),
    Broken(
        "a safety message to take away",
        "modules:\n  en:\n    one-thing:\n      remove: [S-BODY]\n",
        (
            "modules/overlays/track.yml:7:7: error: unknown key 'remove'; known here: add, if_asked, resources, role_plays, safety, swap, watch_for [key-is-known]",
        ),
    ),
    Broken(
        "a danger without its message",
        (
            "modules:\n  en:\n    another-thing:\n      resources:\n        - kind: text\n"
            "          text: Breathe slowly and count to ten.\n"
        ),
        (
            "modules/overlays/track.yml:9:17: error: “Breathe slowly” calls for 'S-BODY'; add it to the module's `safety` [safety-message-is-triggered]",
        ),
    ),
    Broken(
        "a message that is placed and not listed",
        (
            "modules:\n  en:\n    another-thing:\n      add:\n        - part: how\n          blocks:\n"
            "            - {kind: safety, message: S-BODY}\n"
        ),
        (
            "modules/overlays/track.yml:10:39: error: the safety message 'S-BODY' is placed here; add it to the module's `safety` [safety-message-is-known]",
        ),
    ),
    Broken(
        "a second summary",
        (
            "modules:\n  en:\n    another-thing:\n      add:\n        - part: how\n          blocks:\n"
            "            - {kind: remember, points: [One is small, Two is small, Three is small]}\n"
        ),
        (
            "modules/overlays/track.yml:7:7: error: with 'track' on it, in modules/en/another-thing.yml: a second 'remember' block stands here; the first is in line 10 of modules/overlays/track.yml [lesson-has-its-blocks]",
        ),
    ),
    Broken(
        "a link that leads nowhere",
        (
            "modules:\n  en:\n    another-thing:\n      resources:\n        - kind: text\n"
            "          text: See [more](module:one-thin) of it.\n"
        ),
        (
            "modules/overlays/track.yml:9:17: error: unknown module 'one-thin'; did you mean 'one-thing'? [module-is-known]",
        ),
    ),
    Broken(
        "a source that nobody knows",
        (
            "modules:\n  en:\n    another-thing:\n      resources:\n        - kind: text\n"
            "          text: A clock helps some people.\n          sources: [a-bok]\n"
        ),
        ("modules/overlays/track.yml:10:21: error: unknown source 'a-bok'; did you mean 'a-book'? [source-is-known]",),
    ),
    Broken(
        "an unknown pathway and an unknown program",
        "pathways:\n  frist:\n    add: [later]\nprograms:\n  day:\n    leave_out: [one-thing]\n",
        (
            "modules/overlays/track.yml:5:3: error: unknown pathway 'frist'; did you mean 'first'? [overlay-target-is-there]",
            "modules/overlays/track.yml:8:3: error: unknown program 'day'; did you mean 'days'? [overlay-target-is-there]",
        ),
    ),
    Broken(
        "an unknown module for a pathway and for a program",
        "pathways:\n  first:\n    add: [latter]\nprograms:\n  days:\n    add:\n      - week: 2\n        group: [latter]\n",
        (
            "modules/overlays/track.yml:6:11: error: unknown module 'latter'; did you mean 'later'? [overlay-target-is-there]",
            "modules/overlays/track.yml:11:17: error: unknown module 'latter'; did you mean 'later'? [overlay-target-is-there]",
        ),
    ),
    Broken(
        "a swap of what a pathway does not have",
        "pathways:\n  second:\n    swap: {another-thing: one-thing}\n    leave_out: [safe-strat]\n",
        (
            "modules/overlays/track.yml:6:27: error: the pathway 'second' does not have 'another-thing'; did you mean 'one-thing'? [overlay-target-is-there]",
            "modules/overlays/track.yml:7:17: error: the pathway 'second' does not have 'safe-strat'; known here: later, one-thing [overlay-target-is-there]",
        ),
    ),
    Broken(
        "a swap of what a program does not have",
        "programs:\n  days:\n    swap: {later: one-thing}\n",
        (
            "modules/overlays/track.yml:6:19: error: the program 'days' does not have 'later'; known here: another-thing, one-thing, safe-start [overlay-target-is-there]",
        ),
    ),
    Broken(
        "a pathway that is left empty",
        "pathways:\n  second:\n    leave_out: [one-thing, later]\n",
        (
            "modules/overlays/track.yml:6:16: error: this leaves no module in the pathway 'second' [overlay-target-is-there]",
        ),
    ),
    Broken(
        "a safety module that is left out",
        "pathways:\n  first:\n    leave_out: [safe-start]\nprograms:\n  days:\n    leave_out: [safe-start]\n",
        (
            "modules/overlays/track.yml:6:17: error: 'safe-start' is one of the course's safety modules; no overlay leaves it out [overlay-keeps-safety]",
            "modules/overlays/track.yml:9:17: error: 'safe-start' is one of the course's safety modules; no overlay leaves it out [overlay-keeps-safety]",
        ),
    ),
    Broken(
        "a safety module that is swapped",
        "pathways:\n  first:\n    swap: {safe-start: later}\n",
        (
            "modules/overlays/track.yml:6:24: error: 'safe-start' is one of the course's safety modules; no overlay swaps it [overlay-keeps-safety]",
        ),
    ),
    Broken(
        "a planned module in the place of a written one",
        "programs:\n  days:\n    swap: {one-thing: later}\n",
        (
            "modules/overlays/track.yml:6:23: error: 'later' is not written yet, so it cannot stand in the place of 'one-thing', which is [overlay-keeps-safety]",
        ),
    ),
    Broken(
        "a module with fewer messages",
        "pathways:\n  second:\n    swap: {one-thing: another-thing}\n",
        (
            "modules/overlays/track.yml:6:23: error: 'another-thing' does not carry S-BODY, as 'one-thing' does [overlay-keeps-safety]",
        ),
    ),
    Broken(
        "the last module that carries a message",
        "programs:\n  days:\n    leave_out: [one-thing]\n",
        (
            "modules/overlays/track.yml:6:17: error: without 'one-thing', no written module of 'days' carries S-BODY [overlay-keeps-safety]",
        ),
    ),
    Broken(
        "more topics than slots",
        "programs:\n  days:\n    add:\n      - week: 2\n        group: [later, one-thing]\n",
        (
            "modules/overlays/track.yml:8:24: error: week 2 has 2 group slots, and 3 topics for them [program-topics-have-slots]",
        ),
    ),
    Broken(
        "a week that the program does not have",
        "programs:\n  days:\n    add:\n      - week: 9\n        group: [later]\n",
        (
            "modules/overlays/track.yml:7:15: error: there is no week 9; the program has 2 weeks [program-week-is-there]",
        ),
    ),
)
