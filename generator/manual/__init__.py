"""The manual for authors: made of the specs, the rules, the commands and the pages in docs/manual, so that it is never stale.

A chapter somebody writes is a Markdown file there; its number says where it stands, and its first line is its title.
"""
