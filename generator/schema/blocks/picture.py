"""Picture: shows one of the module's own pictures."""

from typing import Literal

from generator.schema.base import Slug, Spec


class PictureBlock(Spec):
    """The id of a picture listed under the module's `pictures`.

    Example:
        kind: picture
        picture: craving-wave
    """

    kind: Literal["picture"]
    picture: Slug
    """The id of one of the pictures under `pictures`."""
