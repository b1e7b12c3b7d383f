"""Seeds of the rules for safety messages of a module, and for its next review."""

from __future__ import annotations

from tests.checks.seeds.seed import Seed

SEEDS = (
    Seed(
        "safety-message-is-carried",
        "safety: [S-CRISIS, S-BODY]\n",
        "safety: ▸[S-CRISIS]\n",
        said=("safety.yml gives 'S-BODY' to this module; add it to `safety`",),
        also=("safety-message-is-known",),
    ),
    Seed(
        "safety-message-is-known",
        "safety: [S-CRISIS, S-BODY]\n",
        "safety: [S-CRISIS, S-BODY, ▸S-MEDZ]\n",
        said=("unknown safety message 'S-MEDZ'; did you mean 'S-MEDS'?",),
    ),
    Seed(
        "safety-message-is-known",
        "        message: S-BODY\n",
        "        message: ▸S-MEDS\n",
        said=("the safety message 'S-MEDS' is placed here; add it to the module's `safety`",),
    ),
    Seed(
        "safety-message-is-known",
        "        message: S-BODY\n",
        "        message: ▸S-MEDZ\n",
        said=("unknown safety message 'S-MEDZ'; did you mean 'S-MEDS'?",),
    ),
    Seed(
        "safety-message-is-triggered",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Ask about medicine today.\n",
        said=("“medicine” calls for 'S-MEDS'; add it to the module's `safety`",),
    ),
    Seed(
        "safety-message-is-triggered",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Do not stop drinking alcohol alone.\n",
        said=("“alcohol” with “stop” calls for 'S-WITHDRAWAL'; add it to the module's `safety`",),
    ),
    Seed(
        "safety-message-is-triggered",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Do you take Valium?\n",
        said=("“Valium” calls for 'S-WITHDRAWAL'; add it to the module's `safety`",),
    ),
    Seed(
        "safety-message-is-triggered",
        "today: Take one short pause before your next meal.\n",
        "today: ▸After a break from heroin, take care.\n",
        said=("“heroin” with “break” calls for 'S-TOLERANCE'; add it to the module's `safety`",),
    ),
    Seed(
        "safety-message-is-triggered",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Is it about suicide?\n",
        said=("“suicide” calls for 'S-SUICIDE'; add it to the module's `safety`",),
    ),
    Seed(
        "dose-is-not-given",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Start with 20 mg of it.\n",
        said=("“20 mg” tells an amount; that belongs to the prescriber",),
    ),
    Seed(
        "dose-is-not-given",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Cut your dose down by half.\n",
        said=("“Cut your dose down by half” tells an amount; that belongs to the prescriber",),
    ),
    Seed(
        "safety-claim-has-strong-evidence",
        " It can last one breath.\n",
        " Medicine can help.\n",
        said=("the block speaks of what 'S-MEDS' is for, and all it cites is: trial",),
        at="[first-2001]",
        also=("safety-message-is-triggered",),
    ),
    Seed(
        "heads-up-comes-first",
        "safety: [S-CRISIS, S-BODY]\n",
        "safety: [S-CRISIS, S-BODY, S-SUICIDE]\n",
        said=("the lesson should begin with the message 'S-SUICIDE'; put its `safety` block here",),
        at="▸kind: text\n        text: |\n          A [pause]",
    ),
    Seed(
        "safety-text-has-no-contraction",
        "{en: Get medical help first.}",
        "{en: ▸Don’t wait.}",
        said=("“Don't” is short for two words; write both",),
        file="safety.yml",
    ),
    Seed("review-is-not-past-due", "next_review: 2027-11\n", "next_review: ▸2026-10\n", level="warning"),
    Seed("review-is-not-long-past-due", "next_review: 2027-11\n", "next_review: ▸2026-05\n"),
    Seed("review-comes-in-time", "next_review: 2027-11\n", "next_review: ▸2029-02\n"),
)
