"""What all groups share, whatever the topic: words to open and close with, the group's agreement, how to role-play."""

from typing import Annotated

from pydantic import ConfigDict, Field, RootModel

from generator.schema.base import PlainText, RichLine, RichText, Spec
from generator.schema.exceptions import Exceptions


class Point(Spec):
    """One thing that a group agrees on.

    Example:
        title: Passing
        text: You can pass at any time, and you need not say why.
    """

    title: PlainText
    """The point in a word or two."""
    text: RichLine
    """What it means, in a sentence or two."""


class Agreement(Spec):
    """What a group agrees on, to talk about and to sign. The signed sheet stays with the person who signed it.

    Example:
        intro: These points keep group safe for all of us.
        points:
          - title: Passing
            text: You can pass at any time.
        signing: Someone went over this with me.
        for_leaders: Add what your state asks you to report.
    """

    intro: RichText
    """What the agreement is for, in a few sentences."""
    points: Annotated[tuple[Point, ...], Field(min_length=1, max_length=12)]
    """The points, one after the other."""
    signing: RichLine
    """The sentence above the line to sign on."""
    for_leaders: RichText
    """What the leader should know before handing it out. It is not printed on the sheet."""


class Sign(Spec):
    """A sign of risk, and what the leader does about it.

    Example:
        sign: Somebody has no medicine left.
        response: Call medical staff before they leave.
    """

    sign: RichLine
    """What a leader may see or hear."""
    response: RichLine
    """What to do about it."""


class RiskScan(Spec):
    """What a leader listens for while people check in.

    Example:
        how: Listen for these signs while people check in.
        signs:
          - sign: Somebody has no medicine left.
            response: Call medical staff before they leave.
    """

    how: RichText
    """How to listen for the signs."""
    signs: Annotated[tuple[Sign, ...], Field(min_length=1)]
    """The signs, and what to do about each."""


class GroupKit(Spec):
    """The kit of one language.

    Example:
        openings:
          - We are here to look after ourselves and each other.
        breath: Let’s take one slow breath. You can keep your eyes open.
        helps_here:
          - One person speaks at a time.
        closings:
          - Take good care of yourselves.
        agreement:
          intro: These points keep group safe for all of us.
          points:
            - title: Passing
              text: You can pass at any time.
          signing: Someone went over this with me.
          for_leaders: Add what your state asks you to report.
        role_play_rules:
          - The leader goes first.
        risk_scan:
          how: Listen for these signs while people check in.
          signs:
            - sign: Somebody has no medicine left.
              response: Call medical staff before they leave.
        above_six:
          - Ask the person to stay.
        group_size: A group has fewer than 15 people.
    """

    openings: Annotated[tuple[RichText, ...], Field(min_length=1, max_length=12)]
    """Words to open a group with; the group chooses one."""
    breath: RichText
    """Words for one slow breath together."""
    helps_here: Annotated[tuple[RichLine, ...], Field(min_length=1, max_length=12)]
    """What helps in this group, to be read out loud."""
    closings: Annotated[tuple[RichText, ...], Field(min_length=1, max_length=12)]
    """Words to close a group with."""
    agreement: Agreement
    """What the group agrees on."""
    role_play_rules: Annotated[tuple[RichLine, ...], Field(min_length=1, max_length=12)]
    """How role-plays are done here."""
    risk_scan: RiskScan
    """What a leader listens for while people check in."""
    above_six: Annotated[tuple[RichText, ...], Field(min_length=1, max_length=8)]
    """What to do when a craving is above 6 at the end."""
    group_size: RichText
    """How many people a group has, and how many leaders."""
    exceptions: Exceptions = ()
    """Places where a rule of the check is wrong about this file, each with the reason."""


class GroupSpec(RootModel[dict[str, GroupKit]]):
    """What `modules/group.yml` holds: a kit a language.

    Example:
        en:
          openings:
            - We are here to look after ourselves and each other.
          breath: Let’s take one slow breath.
          helps_here:
            - One person speaks at a time.
          closings:
            - Take good care of yourselves.
          agreement:
            intro: These points keep group safe for all of us.
            points:
              - title: Passing
                text: You can pass at any time.
            signing: Someone went over this with me.
            for_leaders: Add what your state asks you to report.
          role_play_rules:
            - The leader goes first.
          risk_scan:
            how: Listen for these signs while people check in.
            signs:
              - sign: Somebody has no medicine left.
                response: Call medical staff before they leave.
          above_six:
            - Ask the person to stay.
          group_size: A group has fewer than 15 people.
    """

    model_config = ConfigDict(defer_build=True)
