"""What a PO file that is brought back is held to."""

from __future__ import annotations

from generator.rules import Rule

PO_FILE_IS_WELL_FORMED = Rule(
    "po-file-is-well-formed",
    "A file that is brought back is a PO file.",
    "Half a file must not become half a translation.",
    "Save it again as PO from the translator's program, or export a new one.",
)
PO_FILE_IS_OURS = Rule(
    "po-file-is-of-this-course",
    "A PO file was made of a module of this course, for another language than its first.",
    "Texts of another course would stand in the wrong places.",
    "Bring the file to the course it was made of, or export a new one.",
)
PO_ENTRY_IS_KNOWN = Rule(
    "po-entry-is-known",
    "Each entry of a PO file belongs to a text of the module, as it is today.",
    "A translation of words that are no longer there would be wrong.",
    "Export the file anew; what was translated already is in it.",
    "warning",
)
PO_ENTRY_FITS = Rule(
    "po-entry-fits",
    "A translated text has the links and numbers of its source, and the form that its place needs.",
    "A wrong digit or a lost link is easily overlooked (standards TR1).",
    "Correct the entry in the PO file and bring it again.",
)
PO_RULES = (PO_FILE_IS_WELL_FORMED, PO_FILE_IS_OURS, PO_ENTRY_IS_KNOWN, PO_ENTRY_FITS)
