"""Translations: which text of a module goes with which, what changed since, and files that translators' programs read."""
