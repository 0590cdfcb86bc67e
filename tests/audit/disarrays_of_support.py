"""Each way to spoil mentorships, links and beds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arranged import (
    ARRANGED,
    LONG,
    WORLD,
    Disarray,
    bed,
    link,
    mentorship,
    more,
    swapped,
)
from builders import day, rules
from judges import altered, changed

if TYPE_CHECKING:
    from collections.abc import Mapping


def _mentorships() -> Mapping[str, Disarray]:
    table = "mentorships"
    return {
        "mentorship of nobody": more(
            "Z → n1 → M4: the scenario does not know the person.",
            table,
            mentorship("Z", "n1", "M4"),
        ),
        "mentorship at no need": more(
            "A → n9 → M4: the scenario does not know the need.",
            table,
            mentorship("A", "n9", "M4"),
        ),
        "mentorship without an assignment": more(
            "A → n2 → M4: the plan has no such assignment.",
            table,
            mentorship("A", "n2", "M4"),
        ),
        "unknown mentee": more(
            "A → n1 → Z: the scenario does not know the mentee.",
            table,
            mentorship("A", "n1", "Z"),
        ),
        "no learner": more(
            "A → n1 → T: the mentee is not among those who may be raised there.",
            table,
            mentorship("A", "n1", "T"),
        ),
        "absent mentee": more(
            "A → n1 → M5: the mentee is away on days of the term.",
            table,
            mentorship("A", "n1", "M5"),
        ),
        "too many mentees": more(
            "B → n1: 3 mentees are raised, at most 2 may be.",
            table,
            mentorship("B", "n1", "M2"),
            mentorship("B", "n1", "M4"),
        ),
        "mentee of two": more(
            "A → n1 → M1: the mentee is raised by C at n1 on the same days.",
            table,
            mentorship("C", "n1", "M1"),
        ),
        "mentorship twice": more(
            "B → n1 → M1: the mentee is raised by B at n1 on the same days.",
            table,
            mentorship("B", "n1", "M1"),
        ),
    }


def _links() -> Mapping[str, Disarray]:
    table, old = "links", link("A", "n1", "L1")
    return {
        "link of nobody": more(
            "Z → n1 → L3: the scenario does not know the person.",
            table,
            link("Z", "n1", "L3"),
        ),
        "link without an assignment": more(
            "A → n2 → L3: the plan has no such assignment.",
            table,
            link("A", "n2", "L3"),
        ),
        "unknown leader": more(
            "A → n1 → Z: the scenario does not know the leader.",
            table,
            link("A", "n1", "Z"),
        ),
        "short stay": more(
            "E → talk → L3: the need wants no contact leader.",
            table,
            link("E", "talk", "L3"),
        ),
        "leader of another area": swapped(
            "A → n1 → L2: the leader does not take guests of this host.",
            table,
            old,
            link("A", "n1", "L2"),
        ),
        "leader of another sector": swapped(
            "A → n1 → L4: the leader does not take guests of this host.",
            table,
            old,
            link("A", "n1", "L4"),
        ),
        "two leaders": more(
            "A → n1: 2 contact leaders instead of one.", table, link("A", "n1", "L3")
        ),
        "overloaded leader": swapped(
            "L1: 3 people turn to the leader, at most 2 may.",
            table,
            link("B", "n1", "L3"),
            link("B", "n1", "L1"),
        ),
    }


def _beds() -> Mapping[str, Disarray]:
    table, old = "beds", bed("A", "n1", "H", 1)
    expiring = altered(
        changed(WORLD, policy=rules(contact_leader=LONG, housing="soft")),
        "housing",
        "H",
        last_day=day(6),
    )
    unhoused = changed(WORLD, policy=rules(contact_leader=LONG, housing="off"))
    only_first = ARRANGED.model_copy(update={table: (old,)})
    return {
        "bed of nobody": more(
            "Z → n1 → H: the scenario does not know the person.",
            table,
            bed("Z", "n1", "H", 3),
        ),
        "bed without an assignment": more(
            "A → n2 → H: the plan has no such assignment.",
            table,
            bed("A", "n2", "H", 3),
        ),
        "unknown site": swapped(
            "A → n1 → Z: the scenario does not know the housing site.",
            table,
            old,
            bed("A", "n1", "Z", 1),
        ),
        "another site": swapped(
            "A → n1 → K: the host does not lodge its guests at this site.",
            table,
            old,
            bed("A", "n1", "K", 1),
        ),
        "a bed too many": swapped(
            "A → n1 → H: bed 4 of 3 for women.", table, old, bed("A", "n1", "H", 4)
        ),
        "two beds": more(
            "A → n1: 2 beds instead of one.", table, bed("A", "n1", "H", 3)
        ),
        "shared bed": swapped(
            "A → n1 → H: shares bed 1 with C in the night of 2023-03-02.",
            table,
            bed("C", "n1", "H", 2),
            bed("C", "n1", "H", 1),
        ),
        "no bed": swapped("A → n1: no bed is given at H.", table, old),
        "bed beyond the lease": Disarray(
            "B → n1 → H: the bed cannot be used in the night of 2023-03-08.",
            ARRANGED,
            expiring,
        ),
        "bed without the rule": Disarray(
            "A → n1 → H: beds are not given where the rule housing is off.",
            only_first,
            unhoused,
        ),
    }


OF_SUPPORT: Mapping[str, Disarray] = {**_mentorships(), **_links(), **_beds()}
"""Each kind of fault by a name of its own."""
