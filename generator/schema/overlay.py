"""A track as an overlay: what it adds to the course for some people, or swaps; never a safety message less.

Nothing here can name a safety message to take away, a watch-for or do-not line, or a stop rule: there is no key for it.
"""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, RichLine, RichText, SafetyId, Slug, Spec
from generator.schema.blocks import Block
from generator.schema.blocks.text import Text
from generator.schema.exceptions import Exceptions
from generator.schema.guide import HardQuestion, Watch
from generator.schema.module import Review
from generator.schema.program import Topics

Blocks = Annotated[tuple[Block, ...], Field(min_length=1, max_length=8)]


class Addition(Spec):
    """Blocks at the end of a part of the lesson, or of one of its sections, named by its heading.

    Example:
        part: why
        section: Stress can bring on a craving
        blocks:
          - kind: key_idea
            text: Caring for others is work, and you may rest from it.
    """

    part: Literal["what", "why", "how", "practice"]
    """The part of the lesson that the blocks come at the end of.

    - `what`: what this is.
    - `why`: why it matters.
    - `how`: what helps.
    - `practice`: doing it, and taking it home.
    """
    section: PlainText | None = None
    """The heading of one section, if the blocks belong at its end."""
    blocks: Blocks
    """The blocks to add."""


class StorySwap(Spec):
    """Other blocks in the place of a story, named by its title.

    Example:
        story: Denise at the bus stop
        blocks:
          - kind: story
            title: Mia waits for a call
            hard: Mia waits for a call about a job. Her chest gets tight.
            skill: Mia feels her feet on the floor. She waits ten minutes.
    """

    story: PlainText
    """The title of the story in the lesson."""
    blocks: Blocks
    """The blocks that come in its place."""


class RolePlaySwap(Spec):
    """Another scene for a role-play, named by its id. The stop rule and the debrief stay the module's own.

    Example:
        role_play: saying-no
        title: A call after work
        scene: A friend from your last job calls on Friday night.
        parts:
          - The friend, who asks two times
          - You, who say no and change the subject
        say_no: No thanks. I have other plans.
        coach:
          - What did you notice in your body?
    """

    role_play: Slug
    """The id of the role-play in the module's guide."""
    title: PlainText
    """What the new scene is called."""
    scene: RichText
    """What happens, and where."""
    parts: Annotated[tuple[RichLine, ...], Field(min_length=2, max_length=6)]
    """Who is in it, one part a line."""
    say_no: RichLine | None = None
    """Words for saying no, if the scene needs them."""
    coach: Annotated[tuple[RichLine, ...], Field(min_length=1, max_length=8)]
    """Questions for afterwards."""


class ModuleChange(Spec):
    """What the overlay does to one module. Sources that its blocks cite join the module's list by themselves.

    Example:
        safety: [S-DV]
        add:
          - part: practice
            blocks:
              - kind: key_idea
                text: Your rest counts too.
        if_asked:
          - question: Can I bring my baby?
            answer: Ask the staff before you come. They can tell you.
    """

    safety: Annotated[tuple[SafetyId, ...], Field(max_length=10, description="Safety messages that come with it.")] = ()
    """Safety messages that come with it."""
    add: Annotated[tuple[Addition, ...], Field(max_length=8)] = ()
    """Blocks to add to the lesson."""
    swap: Annotated[tuple[StorySwap, ...], Field(max_length=8)] = ()
    """Stories to tell in another way."""
    resources: Annotated[
        tuple[Text, ...], Field(max_length=4, description="Texts at the end of the lesson, before its summary.")
    ] = ()
    """Texts at the end of the lesson, before its summary."""
    watch_for: Annotated[tuple[Watch, ...], Field(max_length=8)] = ()
    """Signs of risk to add to the guide."""
    if_asked: Annotated[tuple[HardQuestion, ...], Field(max_length=8)] = ()
    """Hard questions to add to the guide."""
    role_plays: Annotated[tuple[RolePlaySwap, ...], Field(max_length=8)] = ()
    """Other scenes for role-plays."""


class PathwayChange(Spec):
    """What the overlay does to one pathway: modules for others, modules at its end, modules left out.

    Example:
        swap:
          saying-no: trauma-and-grounding
        add: [parenting-in-recovery]
        leave_out: [money-skills]
    """

    swap: Annotated[dict[Slug, Slug], Field(default_factory=dict, max_length=60)]
    """One module for another: the id that goes, then the id that comes."""
    add: Annotated[tuple[Slug, ...], Field(max_length=60)] = ()
    """Modules at the end of the pathway."""
    leave_out: Annotated[tuple[Slug, ...], Field(max_length=60)] = ()
    """Modules that are left out."""


class ProgramChange(Spec):
    """What the overlay does to one program, in every week that teaches the module; what it adds has a week and a kind.

    Example:
        swap:
          saying-no: trauma-and-grounding
        add:
          - week: 9
            group: [parenting-in-recovery]
        leave_out: [money-skills]
    """

    swap: Annotated[dict[Slug, Slug], Field(default_factory=dict, max_length=60)]
    """One module for another in every week: the id that goes, then the id that comes."""
    add: Annotated[tuple[Topics, ...], Field(max_length=104)] = ()
    """Modules to add, each with its week and kind of slot."""
    leave_out: Annotated[tuple[Slug, ...], Field(max_length=60)] = ()
    """Modules that are left out."""


class OverlaySpec(Spec):
    """What a file of `modules/overlays/` holds. A clinic chooses it by `overlays` in clinic.yml.

    Changes to modules stand under the language of their texts, then under the module's id. Where the overlay is a draft,
    so is each module that it changes: whoever signed the module has not read these words.

    Example:
        id: women
        title: Women
        description: For groups of women.
        review:
          status: draft
          written_by:
            name: The Psychoed course team
            role: authors
          next_review: 2027-11
        modules:
          en:
            stress:
              add:
                - part: practice
                  blocks:
                    - kind: key_idea
                      text: Your rest counts too.
        pathways:
          living:
            add: [parenting-in-recovery]
    """

    id: Slug
    title: PlainText
    """What the overlay is called, as “Veterans”."""
    description: RichLine
    """One sentence on whom it is for."""
    review: Review
    """Who wrote it, and when it should be looked at next."""
    modules: Annotated[
        dict[PlainText, dict[Slug, ModuleChange]],
        Field(default_factory=dict, max_length=20, description="By language, as `en`, and then by the module's id."),
    ]
    """What it changes in modules: the language, as `en`, then the module's id."""
    pathways: Annotated[dict[Slug, PathwayChange], Field(default_factory=dict, max_length=40)]
    """What it changes in pathways, by their ids in course.yml."""
    programs: Annotated[dict[Slug, ProgramChange], Field(default_factory=dict, max_length=40)]
    """What it changes in programs, by their ids."""
    exceptions: Exceptions = ()
    """Places where a rule of the check is wrong about this file, each with the reason."""
