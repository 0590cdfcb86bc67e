"""What looks wrong before anything is solved, though the files can be used."""

from __future__ import annotations

from matcher.language import mark
from matcher.scenario.problems.fault import Fault

FORESIGHT = {
    "W701": Fault(
        mark("Nobody who could be sent holds “{specialty}”, which need {need} asks."),
        mark("Look for people with it, ask for its family, or allow match family."),
    ),
    "W702": Fault(
        mark(
            "Need {need} asks for level {level} or higher, but of {count} person(s) "
            "with the specialty none has more than {highest}."
        ),
        mark("Lower the level, or look for people of a higher one."),
    ),
    "W703": Fault(
        mark(
            "Of {count} person(s) with the specialty and level for need {need} none "
            "may go to {unit}: scope of {programme}, pairing, or avoidance."
        ),
        mark("Look at the programme's areas and kinds, at the pairings and at avoid."),
    ),
    "W704": Fault(
        mark(
            "Of {count} person(s) otherwise right for need {need} none has agreed to "
            "{programme} in {area}."
        ),
        mark("Ask them, and add the programme to their consents."),
    ),
    "W705": Fault(
        mark(
            "Of {count} person(s) who agreed to need {need} none meets the demands on "
            "health or age."
        ),
        mark("Have pending check-ups done, or look at age_max and birth."),
    ),
    "W706": Fault(
        mark(
            "Of {count} person(s) otherwise right for need {need} none is free for "
            "{shortest} days ({lead} to acclimatise) within {window}."
        ),
        mark(
            "Widen the window, shorten the term, ask for other release windows, or "
            "look at the days that the calendar closes."
        ),
    ),
    "W707": Fault(
        mark(
            "Of {count} person(s) who could serve need {need} all are kept from it by "
            "locks or have no assignments or days left."
        ),
        mark("Look at the locks, max_assignments and max_days."),
    ),
    "W708": Fault(
        mark("Each visit of studio {studio} finds people, but nobody can make all."),
        mark("Align the windows of its visits, or set the rule studio to soft."),
    ),
    "W711": Fault(
        mark("No need asks for the specialties of {person}: {specialties}."),
        mark("Check the codes, or leave the person out."),
    ),
    "W712": Fault(
        mark("No need for the specialties of {person} accepts level {level} or lower."),
        mark("Check the level: 1 is the lowest, 5 the highest."),
    ),
    "W713": Fault(
        mark(
            "No need that {person} is qualified for lies where the person may go: "
            "scope, pairing, or avoidance."
        ),
        mark("Check the unit, its area and kind, the pairings and avoid."),
    ),
    "W714": Fault(
        mark("{person} has not agreed to any programme or area of a suitable need."),
        mark("Check consents and consent_areas."),
    ),
    "W715": Fault(
        mark("Health or age keeps {person} from every suitable need."),
        mark("Check health and birth; a pending check-up counts as none."),
    ),
    "W716": Fault(
        mark("{person} has no time for any suitable need."),
        mark("Check windows and commitments against the windows of the needs."),
    ),
    "W717": Fault(
        mark("Locks or used-up limits keep {person} from every suitable need."),
        mark("Look at the locks, max_assignments, max_days and what is served."),
    ),
    "W721": Fault(
        mark(
            "The window {window} of {person} has {days} days; the shortest stay of "
            "any need that way has {shortest}."
        ),
        mark("Widen or remove it; both days belong to a window."),
    ),
    "W731": Fault(
        mark("{programme} aims at {target}, but its needs have only {posts} posts."),
        mark("Collect more needs, raise max_headcount, or lower the target."),
    ),
    "W732": Fault(
        mark(
            "The needs of {programme} ask for {posts} people at the least, its "
            "maximum is {maximum}."
        ),
        mark("Raise maximum or lower min_headcount; otherwise posts stay empty."),
    ),
    "W741": Fault(
        mark(
            "Team {team} cannot be complete: of {posts} seats at most {filled} can be "
            "filled at the same time. Roles in want: {roles}."
        ),
        mark("Ease these roles, or find people for them; a team goes whole."),
    ),
    "W742": Fault(
        mark(
            "Team {team} asks for {wanted} members of level {level} or higher; at "
            "most {able} can be."
        ),
        mark("Lower senior_count or senior_level, or ask for seniors in its roles."),
    ),
    "W751": Fault(
        mark(
            "{unit} takes {cap} guests at a time; need or team {asker} asks for "
            "{posts}, of whom at most {able} fit into its window."
        ),
        mark("Raise host_cap, lower min_headcount or widen the window."),
    ),
    "W752": Fault(
        mark(
            "{site} has {cap} beds; need or team {asker} asks for {posts}, of whom "
            "at most {able} fit into its window."
        ),
        mark("Add beds, lodge them elsewhere, or lower min_headcount."),
    ),
    "W761": Fault(
        mark("The lock {lock} forbids {person} what other rules forbid already."),
        mark("Check its person and target, or remove it."),
    ),
    "W762": Fault(
        mark("The lock {lock} pins {person} to {target}, which strict rules forbid."),
        mark("Remove it, mend what forbids it, or set the rule to soft."),
    ),
    "W763": Fault(
        mark("The wish can never count: {person} cannot serve {target}."),
        mark("Check both codes, or remove the wish."),
    ),
    "W771": Fault(
        mark("All altitudes that are given lie below 10: the highest is {value}."),
        mark("Altitudes are in metres, not kilometres: 2275, not 2."),
    ),
    "W772": Fault(
        mark("All populations that are given lie below 1000: the largest is {value}."),
        mark("Populations are in people, not in ten thousands: 489372, not 49."),
    ),
    "W773": Fault(
        mark("{value} years of experience are more than 60."),
        mark("Give full years, not months and not the year work began."),
    ),
    "W774": Fault(
        mark("Born on {value}, the person is {age} on {day}."),
        mark("Check the year of birth: ages from 16 to 80 are expected."),
    ),
    "W775": Fault(
        mark("A longest term of {value} days is more than three years."),
        mark("Give days, and not more than the term may really have."),
    ),
}
"""Every suspicion by its code."""
