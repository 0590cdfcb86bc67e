"""The JSON Schema beside the scenarios, by which editors complete and check."""

from __future__ import annotations

import json

from matcher.importing import mapping_schema
from matcher.scenario.schema import json_schema


def page() -> str:
    """Return the schema as ``matcher schema`` prints it."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"


def mapping_page() -> str:
    """Return the schema of mapping files for imports."""
    return json.dumps(mapping_schema(), ensure_ascii=False, indent=1) + "\n"
