"""What can be wrong with codes and with what names them."""

from __future__ import annotations

from matcher.language import mark
from matcher.scenario.problems.fault import Fault

REFERENCES = {
    "E301": Fault(
        mark("“{value}” does not stand in {tables}."),
        mark("Add it there, or correct it here."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E302": Fault(
        mark("“{value}” stands already in row {first}."),
        mark("Give each row a code of its own, or remove one of the two."),
    ),
    "E303": Fault(
        mark("“{value}” is also a code in {table}."),
        mark("Areas, units and needs share one set of codes: change one of the two."),
    ),
    "E304": Fault(
        mark("“{value}” cannot be a family: it has a family itself."),
        mark("Name the topmost code; the tree of specialties has two levels."),
    ),
    "E305": Fault(
        mark("“{first}” and “{second}” are an area and a unit."),
        mark("Pair an area with an area, or a unit with a unit."),
    ),
    "E306": Fault(
        mark("The team “{value}” has no roles."),
        mark("Name it under team of a need, or remove it."),
    ),
    "E307": Fault(
        mark("“{value}” is a direction and cannot be the code of a programme."),
        mark("Choose another code."),
    ),
    "E308": Fault(
        mark("The phase “{value}” has no needs."),
        mark("Name it under phase of a need, or remove it."),
    ),
    "E309": Fault(
        mark("The studio “{value}” has no working visits."),
        mark("Name it under studio of a need, or remove it."),
    ),
    "E310": Fault(
        mark("“{value}” can mean several: {meant}."),
        mark("Write the code."),
    ),
    "E311": Fault(
        mark("The base has no row “{value}” that could be removed."),
        mark("Correct the code, or delete this row."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E312": Fault(
        mark("The base has no row “{value}”."),
        mark("Correct the code; a new row fills in: {needed}."),
        mark("Did you mean “{nearest}”? A new row fills in: {needed}."),
    ),
    "E313": Fault(
        mark("“{value}” was removed: {by}."),
        mark("Remove or change this row too, or keep “{value}”."),
    ),
    "E314": Fault(
        mark("Without “{value}”, removed in {by}, nothing is left of this list."),
        mark("Remove this row too, or say in the overlay what it shall hold."),
    ),
    "E317": Fault(
        mark("“{value}” means “{meant}”, whose code {other} is here another row's."),
        mark(
            "Give that row another code; if it is the same, write “{meant}” into its "
            "column aliases."
        ),
    ),
    "E318": Fault(
        mark("“{value}” belongs to “{family}”, which can mean several: {meant}."),
        mark("Add it to the table of specialties, with the code of its family."),
    ),
    "W314": Fault(
        mark("{value} is the code of “{meant}”, and this row is not called so."),
        mark(
            "Choose another code; if it is the same, write “{meant}” into the column "
            "aliases."
        ),
    ),
    "W315": Fault(
        mark("No person and no specialty has the sector “{value}”: it has no effect."),
        mark("Correct it, if somebody is meant."),
        mark("Did you mean “{nearest}”?"),
    ),
    "W316": Fault(
        mark("Nobody of the unit is in the department “{value}”: it has no effect."),
        mark("Correct it here or in the table of people, or remove the row."),
        mark("Did you mean “{nearest}”?"),
    ),
}
