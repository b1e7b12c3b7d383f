"""The commands that have a file of their own, and what all commands have at hand; `generator/cli.py` joins them."""
