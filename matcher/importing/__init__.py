"""
Importing: an office's own lists become tables of ours, by a mapping of columns.

Nothing is dropped in silence: what was not understood is a problem with its place in
the office's list, and names of people become codes before anything is written.
"""

from __future__ import annotations

from matcher.importing.importing import Import, import_lists
from matcher.importing.mapping import Mapping
from matcher.importing.mapping_file import read_mapping
from matcher.importing.schema import mapping_schema

__all__ = ["Import", "Mapping", "import_lists", "mapping_schema", "read_mapping"]
