"""The rules for overlays: what they name is there, and no safety message is less for them."""

from __future__ import annotations

from generator.rules import Rule

TARGET_IS_THERE = Rule(
    "overlay-target-is-there",
    "Each language, module, section, story, role-play, pathway and program that an overlay changes is there.",
    "A change that finds nothing to change is lost, and people do not read what was written for them.",
    "Correct the name, or take the change out; what is not written yet can be changed once it is.",
    also=("warning",),
)
KEEPS_SAFETY = Rule(
    "overlay-keeps-safety",
    "With an overlay on it, the course has every safety message, watch-for line and stop rule that it had before.",
    "A safety message that is left out can cost a life; a track changes examples, not safety (standards SF-1).",
    "Leave the module in, or swap it for a written one that carries the same messages.",
)
CHANGE_IS_ALONE = Rule(
    "overlay-change-is-alone",
    "No two overlays that a clinic chooses swap the same thing.",
    "One place holds one example; of two overlays the one that clinic.yml names first is used.",
    "Choose one of the two overlays, put the other one first in clinic.yml, or take one of the changes out.",
    "warning",
)
SWAP_IS_WHOLE = Rule(
    "overlay-swap-is-whole",
    "What a swapped story was called is named nowhere else in the module.",
    "A guide that asks about a person whom nobody has read of confuses the group.",
    "Give the person in the new story the same name.",
    "warning",
    answerable=True,
)
OVERLAY_IS_KNOWN = Rule(
    "overlay-is-known",
    "Each overlay that clinic.yml chooses is a file of the folder overlays.",
    "Otherwise the pages would be made without it, and nobody would notice.",
    "Correct the id, or add the file.",
)
OVERLAY_RULES: tuple[Rule, ...] = (TARGET_IS_THERE, KEEPS_SAFETY, CHANGE_IS_ALONE, SWAP_IS_WHOLE, OVERLAY_IS_KNOWN)
