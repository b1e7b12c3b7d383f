"""A group → how many of each sheet and material it needs."""

from __future__ import annotations

from collections.abc import Mapping

from generator.schema.guide import Material

GROUP_SIZE = 14
"""People in a full group, the leader not counted; a group has fewer than 15."""
LARGEST = 40
"""The most people that are counted for."""


def copies(material: Material, people: int = GROUP_SIZE) -> int:
    """So many for each person and the leader, for each pair, or for the group."""
    groups = {"person": for_each_person(people), "pair": for_each_pair(people), "group": 1}
    return groups[material.each] * material.count


def for_each_person(people: int) -> int:
    """One for each person, and one for the leader."""
    return people + 1


def for_each_pair(people: int) -> int:
    """One for each pair; who has no partner works with the leader."""
    return -(-people // 2)


def count_words(material: Material, people: int, strings: Mapping[str, str]) -> str:
    """How many to bring, in words: “one for each pair, 7 for 14 people”."""
    name = f"each_{material.each}"
    many = f"{name}_many" if material.count > 1 and f"{name}_many" in strings else name
    return strings[many].format(count=copies(material, people), people=people, each=material.count)
