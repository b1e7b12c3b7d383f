"""`python -m generator` is the command `psychoed`."""

from generator.cli import main

main()
