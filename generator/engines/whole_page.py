"""A Markdown extension for Python-Markdown: our page bodies are finished HTML, so they are passed on as one piece.

Without it the pages come out the same; with it the engine does not parse each of them twice, which took most of its time.
"""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor


class _PassOn(Preprocessor):
    """Puts the whole source aside; Python-Markdown brings it back at the end as it was."""

    def run(self, lines: list[str]) -> list[str]:
        source = "\n".join(lines).strip()
        if not source.startswith("<div"):
            return lines
        return [self.md.htmlStash.store(source)]


class WholePage(Extension):
    """Goes before every other reader of the source."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the preprocessor."""
        # After the white space is put in order (30), before HTML is looked for (mkdocs 21.5, Python-Markdown 20).
        md.preprocessors.register(_PassOn(md), "psychoed_whole_page", 25)


def makeExtension(**settings: object) -> WholePage:
    """Called by Python-Markdown."""
    return WholePage(**settings)
