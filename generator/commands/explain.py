"""The command `psychoed explain`: what a rule asks for, why, and how to mend it."""

from __future__ import annotations

import click


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Say what RULE asks for, why, and how to mend it, with an example; without RULE, list them all."""
    from generator.checks import RULES
    from generator.explain import explained
    from generator.problems import did_you_mean

    if rule is None:
        for each in sorted(RULES.values(), key=lambda each: each.id):
            click.echo(f"{each.id:40} {each.holds}")
        return
    if rule not in RULES:
        raise click.BadParameter(f"there is no rule '{rule}'{did_you_mean(rule, RULES)}", param_hint="RULE")
    click.echo(explained(rule).words)
