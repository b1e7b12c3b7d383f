"""Text: one to three short paragraphs, or a short list."""

from typing import Literal

from generator.schema.base import RichText, Slug, Spec


class Text(Spec):
    """Paragraphs and lists in simple Markdown.

    Example:
        kind: text
        text: |
          A craving is a strong want. It can be a thought, a body feeling, or **both**.
        sources: [larimer-1999]
    """

    kind: Literal["text"]
    text: RichText
    """One to three short paragraphs, or a short list. **Two stars** make words bold."""
    sources: tuple[Slug, ...] = ()
    """Where this is written: ids from `sources.yml`. Each claim about facts has one."""
