"""A group → how many of each sheet and material it needs."""

from __future__ import annotations

from generator.schema.guide import Material

GROUP_SIZE = 14
"""People in a full group, the leader not counted; a group has fewer than 15."""


def copies(material: Material, people: int = GROUP_SIZE) -> int:
    """So many for each person and the leader, for each pair, or for the group."""
    # Who has no partner works with the leader.
    groups = {"person": for_each_person(people), "pair": -(-people // 2), "group": 1}
    return groups[material.each] * material.count


def for_each_person(people: int) -> int:
    """One for each person, and one for the leader."""
    return people + 1
