"""Overlays: what a clinic lays on modules, pathways and programs so that its people find themselves in them.

`overlay` is one as it travels, `on_modules` and `on_programs` lay it on, `reviews` says who still stands for the words
then, and `rules` are what every overlay keeps to. docs/overlays.md tells authors the same.
"""
