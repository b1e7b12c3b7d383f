"""Programs: weeks, days and slots with the modules that each session teaches.

`weeks` lays a program out, `dates` puts a start date to it, `words` says times and lengths in a language.
"""
