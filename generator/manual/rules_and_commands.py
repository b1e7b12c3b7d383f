"""Rules and commands → their chapters."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import click

from generator.checks import RULES
from generator.explain import Explained, explained
from generator.manual.chapter import Chapter, chapter, example


def rules_chapter() -> Chapter:
    """Every rule: what should hold, why, what to do, text that breaks it and text that holds."""
    return chapter("rules", "\n\n".join([RULES_INTRO, *(_rule(explained(id_)) for id_ in sorted(RULES))]))


RULES_INTRO = """# All rules

`psychoed check` applies these rules. An **error** stops the course from being built; a **warning** should be mended, and does not
stop it. In a terminal, `psychoed explain` and the name of a rule says the same as this page."""


def _rule(known: Explained) -> str:
    rule = known.rule
    answer = " You may answer it in the file, with a reason, by an entry in `exceptions`." if rule.answerable else ""
    parts = [
        f"## {rule.id}",
        f"{rule.holds} ({rule.level})",
        f"**Why:** {rule.why}",
        f"**What to do:** {rule.mend}{answer}",
    ]
    if known.breaks:
        parts += ["This breaks it:", example(known.breaks)]
    if known.better:
        parts += ["This holds:", example(known.better)]
    return "\n\n".join(parts)


def commands_chapter() -> Chapter:
    """Every command with its options, as `--help` says them."""
    # Loaded here: the command line knows the manual.
    from generator.cli import main

    parts = [f"# All commands\n\n{_prose(main)}", "## psychoed", _options(main)]
    parts += [part for name, command in sorted(main.commands.items()) for part in _command(f"psychoed {name}", command)]
    return chapter("commands", "\n\n".join(part for part in parts if part))


def _command(name: str, command: click.Command) -> Iterator[str]:
    words = " ".join(
        str(param.make_metavar(click.Context(command))) for param in command.params if isinstance(param, click.Argument)
    )
    yield f"## {name}"
    yield f"```sh\n{' '.join(filter(None, (name, words, '[OPTIONS]' if _has_options(command) else '')))}\n```"
    yield _prose(command)
    yield _options(command)
    if isinstance(command, click.Group):
        for inner, one in sorted(command.commands.items()):
            yield from _command(f"{name} {inner}", one)


def _prose(command: click.Command) -> str:
    text = inspect.cleandoc(command.help or "").replace("\b\n", "")
    # What one has to fill in stands in capitals.
    names = {
        word
        for param in command.params
        for word in re.findall(r"[A-Z]{3,}", param.make_metavar(click.Context(command)))
    }
    return re.sub(r"\b[A-Z]{3,}\b", lambda found: f"`{found[0]}`" if found[0] in names else found[0], text)


def _has_options(command: click.Command) -> bool:
    return any(isinstance(param, click.Option) for param in command.params)


def _options(command: click.Command) -> str:
    return "\n".join(
        _option(param, click.Context(command)) for param in command.params if isinstance(param, click.Option)
    )


def _option(option: click.Option, context: click.Context) -> str:
    names, words = option.get_help_record(context) or (", ".join(option.opts), "")
    return f"- `{names}`: {words.replace('[', chr(92) + '[')}"
