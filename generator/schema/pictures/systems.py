"""Systems: two to four labelled panels side by side, each with what it does."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, Spec
from generator.schema.pictures.part import PictureSpec


class System(Spec):
    """A panel: its label, a simple sign, and what it does.

    Example:
        label: Brakes
        detail: Help you stop and think
        sign: hand
    """

    label: PlainText
    """What the panel is called."""
    detail: PlainText
    """What it does, in a few words."""
    sign: Literal["star", "bolt", "hand", "heart", "ear", "speech", "sun", "moon"]
    """The little drawing in the panel.

    - `star`: a star.
    - `bolt`: a bolt of lightning.
    - `hand`: a raised hand.
    - `heart`: a heart.
    - `ear`: an ear.
    - `speech`: a speech bubble.
    - `sun`: a sun.
    - `moon`: a moon.
    """


class Systems(PictureSpec):
    """Two to four panels.

    Example:
        kind: systems
        id: three-systems
        title: Three systems in the brain
        caption: Substances can change all three.
        alt: Three panels named reward, stress and brakes.
        parts:
          - label: Reward
            detail: What feels good
            sign: star
          - label: Stress
            detail: Sounds the alarm
            sign: bolt
          - label: Brakes
            detail: Stop and think
            sign: hand
    """

    kind: Literal["systems"]
    parts: Annotated[tuple[System, ...], Field(min_length=2, max_length=4)]
    """Two to four panels, from left to right."""
