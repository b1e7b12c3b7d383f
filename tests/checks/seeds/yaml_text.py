"""Seeds of the rules that reading a file as YAML applies."""

from __future__ import annotations

from tests.checks.seeds.seed import Seed

SEEDS = (
    Seed(
        "yaml-has-no-aliases",
        "title: Slow down first\n",
        ("title: &a Slow down first\nnote: ▸*a\n"),
        said=("an alias (`*a`) stands here; write the text out, or put it in quotes if it is text",),
    ),
    Seed(
        "yaml-has-no-tabs",
        "      - kind: story\n",
        "▸\t  - kind: story\n",
        said=("a tab stands here; use spaces",),
    ),
    Seed(
        "yaml-has-no-tags",
        "title: Slow down first\n",
        "title: ▸!!python/object:os.system Slow down\n",
        said=("the tag 'tag:yaml.org,2002:python/object:os.system' stands here; tags are not read, delete it",),
    ),
    Seed(
        "yaml-is-well-formed",
        "title: Slow down first\n",
        "title: Slow down▸: first\n",
        ("a second ': ' stands in this line; put the text in quotes, or indent the line",),
    ),
)
