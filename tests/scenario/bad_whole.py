"""Faults of what stands together, and of rules and goals."""

from __future__ import annotations

from good import Case

L = "locks.csv"
N = "needs.csv"
P = "people.csv"
A = "areas.csv"
S = "scenario.yaml"
LEAD = "T-LEAD,TEAMS,XHOSP,03,1,1,2023-05-01,2023-05-31,,,TEAM,yes"
REST = "T-REST,TEAMS,XHOSP,03,1,2,2023-05-01,2023-05-31,,,TEAM,\n"
K1 = "K1,IN,XHOSP,03.04,1,2,2023-03-01,2023-09-30,60,,,"

CONTRADICTIONS = {
    "horizon backwards": Case(
        "E401", f"{S}:6:13 [horizon.last_day]", S, "2024-02-29", "2022-02-28"
    ),
    "window backwards": Case(
        "E401",
        f"{P}:2 [windows]",
        P,
        "2023-08-31",
        "2023-02-01",
        "2023-02-01 comes before",
    ),
    "need backwards": Case("E401", f"{N}:2 [last_day]", N, "2023-09-30", "2023-02-01"),
    "lease backwards": Case(
        "E401", "housing.csv:2 [last_day]", "housing.csv", "2024-12-31", "2022-12-31"
    ),
    "more posts than most": Case(
        "E402", f"{N}:2 [max_headcount]", N, "03.04,1,2", "03.04,3,2"
    ),
    "shortest above longest": Case(
        "E403", "programmes.csv:2 [longest]", "programmes.csv", "30,180", "130,18"
    ),
    "shortest above the programme's longest": Case(
        "E403",
        f"{N}:2 [shortest]",
        N,
        "30,60,,",
        "30,181,,",
        "181 days, the longest 180",
    ),
    "window beyond the horizon": Case(
        "E404", f"{N}:2 [last_day]", N, "2023-09-30", "2033-09-30"
    ),
    "window before the horizon": Case(
        "E404", f"{N}:2 [first_day]", N, "2023-03-01", "2022-03-01"
    ),
    "window too short": Case(
        "E405", f"{N}:2 [last_day]", N, "2023-09-30", "2023-03-31", "31 days"
    ),
    "roles of two windows": Case(
        "E406",
        f"{N}:4 [last_day]",
        N,
        REST,
        REST.replace("05-31", "05-30"),
        "“2023-05-31”",
    ),
    "two leaders": Case(
        "E407", f"{N}:4 [leader]", N, REST, REST[:-1] + "yes\n", "T-LEAD"
    ),
    "leading posts": Case(
        "E408", f"{N}:3 [max_headcount]", N, LEAD, LEAD.replace("1,1", "1,2"), "2 posts"
    ),
    "team sizes": Case("E409", "teams.csv:2 [max_size]", "teams.csv", "2,3,1", "2,1,1"),
    "roles above the team": Case(
        "E410",
        "teams.csv:2 [max_size]",
        N,
        REST,
        REST.replace("03,1,2", "03,3,3"),
        "4 posts",
    ),
    "roles below the team": Case(
        "E411", "teams.csv:2 [min_size]", "teams.csv", "2,3,1", "4,4,1", "at most 3"
    ),
    "too many seniors": Case(
        "E412", "teams.csv:2 [senior_count]", "teams.csv", "2,3,1", "2,3,4"
    ),
    "half a term": Case("E413", f"{L}:2 [last_day]", L, "K1,,", "K1,2023-04-01,"),
    "lock of dates without dates": Case(
        "E414",
        f"{L}:2 [first_day]",
        L,
        "pin,P001,K1",
        "dispatched,P001,K1",
        "dispatched",
    ),
    "pin without a target": Case("E415", f"{L}:2 [target]", L, "P001,K1", "P001,"),
    "dates with a target": Case(
        "E416",
        f"{L}:2 [target]",
        L,
        "pin,P001,K1,,",
        "pin_dates,P001,K1,2023-04-01,2023-06-01",
        "“target”",
    ),
    "ban with dates": Case(
        "E416", f"{L}:3 [last_day]", L, "XHOSP,,", "XHOSP,,2023-06-01", "pin, pin_dates"
    ),
    "wish twice": Case(
        "E417",
        "preferences.csv:3 [target]",
        "preferences.csv",
        "host,P002",
        "person,P001,K1,2\nhost,P002",
    ),
    "one city": Case("E418", f"{A} [city]", A, "xining", "nanjing", "xining"),
}

POLICY = {
    "unknown rule": Case(
        "E501",
        f"{S}:8:3 [rules.pairings]",
        S,
        "pairing:",
        "pairings:",
        "Did you mean “pairing”?",
    ),
    "unknown goal": Case(
        "E502",
        f"{S}:14:5 [goals.1]",
        S,
        "agreement",
        "agreemnt",
        "Did you mean “agreement”?",
    ),
    "unknown parameter": Case(
        "E503",
        f"{S}:12:7 [rules.one-place.parameters.rest]",
        S,
        "rest_days",
        "rest",
        "“one-place” has no parameter “rest”",
    ),
    "parameter of a goal without any": Case(
        "E503",
        f"{S}:15:38 [goals.2.parameters.x]",
        S,
        "- concessions",
        "- {goal: concessions, parameters: {x: 1}}",
        "Its parameters are: –.",
    ),
    "weights missing": Case(
        "E504",
        f"{S}:18:44 [goals.3.parameters.weights]",
        S,
        ", 2, 1]",
        "]",
        "4 numbers",
    ),
    "goal twice": Case(
        "E505", f"{S}:15:5 [goals.2]", S, "  - concessions", "  - agreement", "line 14"
    ),
    "soft without concessions": Case(
        "E506", f"{S}:9:11 [rules.health]", S, "  - concessions\n", "", "“health”"
    ),
    "no weight": Case("E507", f"{A}:3 [weight]", A, "2500,3", "2500,"),
}
