"""Faults of values that do not fit others."""

from __future__ import annotations

from good import Case

L = "locks.csv"
N = "needs.csv"
P = "people.csv"
S = "scenario.yaml"
REST = "T-REST,TEAMS,XHOSP,03,1,2,2023-05-01,2023-05-31,,,TEAM,\n"
K1 = "K1,IN,XHOSP,03.04,1,2,2023-03-01,2023-09-30,60,,,"
P2 = "P002,NHOSP,医疗,03；03.04,3,male,yes,2023-03-01~2024-02-29,IN,,"

REFERENCES = {
    "unknown unit": Case(
        "E301", f"{P}:2 [unit]", P, "P001,NHOSP", "P001,NHOPS", "Did you mean “NHOSP”?"
    ),
    "unknown area": Case(
        "E301",
        "units.csv:3 [area]",
        "units.csv",
        "630121",
        "999",
        "does not stand in areas.csv",
    ),
    "unknown housing": Case("E301", "units.csv:3 [housing]", "units.csv", "SITE", "S"),
    "unknown family": Case(
        "E301", "specialties.csv:3 [family]", "specialties.csv", "内科,03", "内科,99"
    ),
    "unknown specialty in a list": Case(
        "E301", f"{P}:4 [specialties]", P, "03；03.04", "03；XX"
    ),
    "unknown programme agreed to": Case(
        "E301", f"{P}:4 [consents]", P, ",IN,,", ",XX,,"
    ),
    "unknown avoidance": Case(
        "E301", f"{P}:4 [avoid]", P, ",IN,,", ",IN,QQ,", "areas.csv, units.csv"
    ),
    "unknown unit of a department": Case(
        "E301", "departments.csv:2 [unit]", "departments.csv", "NHOSP", "QQ"
    ),
    "unknown person bound": Case(
        "E301", "commitments.csv:2 [person]", "commitments.csv", "P001", "QQ"
    ),
    "unknown host area": Case(
        "E301", "programmes.csv:2 [host_areas]", "programmes.csv", "630121", "QQ"
    ),
    "unknown programme": Case("E301", f"{N}:2 [programme]", N, "K1,IN", "K1,QQ"),
    "unknown host": Case("E301", f"{N}:2 [unit]", N, "IN,XHOSP", "IN,QQ"),
    "unknown specialty": Case("E301", f"{N}:2 [specialty]", N, "03.04", "QQ"),
    "unknown team": Case("E301", f"{N}:2 [team]", N, "60,,,", "60,,QQ,"),
    "unknown area of a season": Case(
        "E301", "calendar.csv:2 [areas]", "calendar.csv", "10-07,", "10-07,QQ"
    ),
    "unknown side of a pairing": Case(
        "E301", "pairings.csv:2 [second]", "pairings.csv", "630121", "QQ"
    ),
    "unknown wish": Case(
        "E301", "preferences.csv:2 [target]", "preferences.csv", "P001,K1", "P001,QQ"
    ),
    "wish of a host for an area": Case(
        "E301",
        "preferences.csv:3 [target]",
        "preferences.csv",
        "P002,K1",
        "P002,630121",
        "needs.csv, units.csv",
    ),
    "pin to a unit": Case(
        "E301", f"{L}:2 [target]", L, "P001,K1", "P001,XHOSP", "in needs.csv"
    ),
    "code twice": Case(
        "E302", f"{P}:5 [id]", P, P2, f"{P2}\n{P2.replace('male', 'female')}", "row 4"
    ),
    "row pasted twice": Case("E121", f"{P}:5", P, P2, f"{P2}\n{P2}", "row 4"),
    "department twice": Case(
        "E302",
        "departments.csv:3 [name]",
        "departments.csv",
        "心内科,1\n",
        "心内科,1\nNHOSP,心内科,2\n",
    ),
    "code of two tables": Case(
        "E303",
        f"{N}:5 [id]",
        N,
        REST,
        REST + K1.replace("K1", "XHOSP") + "\n",
        "units.csv",
    ),
    "third level of specialties": Case(
        "E304",
        "specialties.csv:4 [family]",
        "specialties.csv",
        "心血管内科,03,医疗\n",
        "心血管内科,03,医疗\n03.04.01,介入,03.04,医疗\n",
    ),
    "area paired with a unit": Case(
        "E305", "pairings.csv:2 [second]", "pairings.csv", "630121", "XHOSP"
    ),
    "team without roles": Case(
        "E306", "teams.csv:3 [id]", "teams.csv", "2,3,1\n", "2,3,1\nSOLO,空团,1,1,0\n"
    ),
    "programme called as a direction": Case(
        "E307",
        "programmes.csv:4 [id]",
        "programmes.csv",
        "7,14,\n",
        "7,14,\nTO_NANJING,跟岗,attachment,TO_NANJING,7,14,\n",
    ),
}
