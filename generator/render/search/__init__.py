"""The search: what a module adds to it, and the small scripts that the pages load when somebody searches.

Why not a ready-made one: Pagefind needs wasm and fetch, which do not run from a folder, and forgives no typo;
lunr sends every text of the course before it finds anything.
"""

from generator.render.search.index import search_files
from generator.render.search.pieces import Piece, pieces_of

__all__ = ["Piece", "pieces_of", "search_files"]
