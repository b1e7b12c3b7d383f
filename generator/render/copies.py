"""Material → how many of it to bring for a full group."""

from __future__ import annotations

from generator.schema.guide import Material

GROUP_SIZE = 14
"""People in a group, the leader not counted; a group has fewer than 15."""


def copies(material: Material) -> int:
    """So many for each person and the leader, for each pair, or for the group."""
    groups = {"person": GROUP_SIZE + 1, "pair": GROUP_SIZE // 2, "group": 1}
    return groups[material.each] * material.count
