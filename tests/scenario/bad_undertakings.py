"""Faults of chains, projects, events and support."""

from __future__ import annotations

from functools import partial

from every import EVERY
from good import Case

A = "ratings.csv"
C = "care.csv"
F = "phases.csv"
G = "programmes.csv"
L = "leavers.csv"
N = "needs.csv"
S = "scenario.yaml"
T = "sessions.csv"


case = partial(Case, files=EVERY)

REFERENCES = {
    "leaver twice": case(
        "E302", f"{L}:3 [need]", L, "03-10\n", "03-10\nH1,OLD-2,2023-03-11\n", "row 2"
    ),
    "pair rated twice": case(
        "E302", f"{A}:4 [need]", A, "P002,K1,-3\n", "P002,K1,-3\nP001,K1,88\n", "row 2"
    ),
    "rating pasted twice": case(
        "E121", f"{A}:4", A, "P002,K1,-3\n", "P002,K1,-3\nP001,K1,87\n", "row 2"
    ),
    "rating in parts of a point": case(
        "E204", f"{A}:2 [points]", A, "87", "87.5", "“87.5”"
    ),
    "rating beyond all bounds": case(
        "E208", f"{A}:3 [points]", A, "-3", "-1000000001", "least is -1000000000"
    ),
    "unknown unit of a studio": case(
        "E301", "studios.csv:2 [unit]", "studios.csv", "工作室,XHOSP", "工作室,QQ"
    ),
    "unknown event of a session": case(
        "E301", f"{T}:3 [programme]", T, "TALK2,TALKS", "TALK2,QQ"
    ),
    "unknown event of a slot": case(
        "E301", "slots.csv:3 [programme]", "slots.csv", "PM,TALKS", "PM,QQ"
    ),
    "unknown event of speakers": case(
        "E301", f"{N}:11 [programme]", N, "E1,TALKS", "E1,QQ"
    ),
    "unknown phase before": case(
        "E301", f"{F}:3 [after]", F, "设备购置,PLAN", "设备购置,QQ", "phases.csv"
    ),
    "phase without needs": case(
        "E308", f"{F}:5 [id]", F, "BUILD,0,\n", "BUILD,0,\nSELL,DAIRY,销售,RUN,,\n"
    ),
    "studio without visits": case(
        "E309",
        "studios.csv:3 [id]",
        "studios.csv",
        "X001；X002\n",
        "X001；X002\nEMPTY,空工作室,XHOSP,\n",
        "no working visits",
    ),
}

MENTORING = {
    "more to raise than most": case(
        "E419", f"{N}:7 [mentees_most]", N, "BUILD,,2,3", "BUILD,,4,3", "At least 4"
    ),
    "more to raise than the programme's most": case(
        "E419", f"{N}:6 [mentees_least]", N, "PLAN,,,", "PLAN,,3,", "at most 2"
    ),
    "more to raise than most of a programme": case(
        "E419", f"{G}:4 [mentees_least]", G, "60,120,,0,2", "60,120,,3,2"
    ),
    "staff of no department": case("E420", f"{N}:5 [department]", N, "心内科", ""),
    "more to raise than members": case(
        "E429", f"{N}:9 [studio]", N, "STUDIO,,,,\nV2", "STUDIO,3,4,,\nV2", "has 2"
    ),
}

PROJECTS = {
    "phase after itself": case(
        "E421", f"{F}:2 [after]", F, "方案设计,", "方案设计,PLAN", "PLAN → PLAN"
    ),
    "phases in a circle": case(
        "E421",
        f"{F}:2 [after]",
        F,
        "方案设计,",
        "方案设计,RUN",
        "PLAN → RUN → PLAN",
    ),
    "phase of another project": case(
        "E422", f"{F}:4 [after]", F, "DAIRY,运营管理,PLAN；", "WOOL,运营管理,", "“WOOL”"
    ),
    "gap above the widest": case(
        "E423", f"{F}:3 [max_gap]", F, "5,60", "65,60", "At least 65"
    ),
    "least gap after nothing": case(
        "E424", f"{F}:2 [min_gap]", F, "方案设计,,", "方案设计,,1"
    ),
    "widest gap after nothing": case(
        "E424", f"{F}:2 [max_gap]", F, "方案设计,,", "方案设计,,0,0"
    ),
    "phase of two programmes": case(
        "E425",
        f"{N}:11 [programme]",
        N,
        "E1,TALKS",
        "F4,IN,XHOSP,,03,1,2023-03-01,2023-09-30,60,,,,,PLAN,,,,,\nE1,TALKS",
        "of the need F1",
    ),
    "visit elsewhere": case(
        "E426", f"{N}:9 [unit]", N, "V1,VISIT,XHOSP", "V1,VISIT,NHOSP", "“XHOSP”"
    ),
    "visit of several masters": case(
        "E427",
        f"{N}:10 [max_headcount]",
        N,
        "V2,VISIT,XHOSP,,03,1",
        "V2,VISIT,XHOSP,,03,2",
    ),
}

CHAINS = {
    "team with cover": case(
        "E428", f"{N}:4 [cover]", N, "05-31,,TEAM,,", "05-31,,TEAM,,yes", "no chain"
    ),
    "team with handover": case(
        "E428", f"{N}:4 [handover]", N, "05-31,,TEAM,,,", "05-31,,TEAM,,,yes"
    ),
    "team with a studio": case(
        "E428", f"{N}:4 [studio]", N, "05-31,,TEAM,,,,,", "05-31,,TEAM,,,,,STUDIO"
    ),
    "leaver of no chain": case(
        "E430", f"{L}:2 [need]", N, "07-31,,,,yes,yes", "07-31,,,,,"
    ),
    "leaver of a role": case(
        "E430", f"{L}:3 [need]", L, "03-10\n", "03-10\nT-LEAD,OLD-2,2023-05-10\n"
    ),
    "leaver gone too early": case(
        "E431", f"{L}:2 [last_day]", L, "2023-03-10", "2023-03-06", "7 to 14 days"
    ),
    "leaver gone too late": case(
        "E431", f"{L}:2 [last_day]", L, "2023-03-10", "2023-06-16"
    ),
    "cover by too few": case(
        "E432",
        f"{N}:5 [max_headcount]",
        N,
        "心内科,03,2",
        "心内科,03,1",
        "1 holder(s) of at most 120 days cannot cover 143 days",
    ),
}

EVENTS = {
    "slot of another event": case(
        "E433", f"{T}:2 [slots]", "slots.csv", "PM,TALKS", "PM,OTHER", "“OTHER”"
    ),
    "room of another event": case(
        "E433", f"{T}:2 [rooms]", "rooms.csv", "HALL,TALKS", "HALL,OTHER"
    ),
    "event without slots": case(
        "E434", f"{T}:3 [programme]", T, "TALK2,TALKS", "TALK2,OTHER", "slots.csv"
    ),
    "too many speakers": case(
        "E435", f"{T}:3 [speakers]", T, "护理,03,", "护理,03,3", "2 posts in all"
    ),
    "event of another kind": case(
        "E436", f"{G}:7 [kind]", G, "教育论坛,event", "教育论坛,visit", "sessions.csv"
    ),
    "room of a programme of another kind": case(
        "E436", f"{G}:2 [kind]", "rooms.csv", "LAB,TALKS", "LAB,IN", "rooms.csv"
    ),
    "slot beyond the horizon": case(
        "E437", "slots.csv:3 [day]", "slots.csv", "PM,TALKS,2023", "PM,TALKS,2024"
    ),
}

CARE = {
    "meeting beyond the horizon": case(
        "E437", "meetings.csv:2 [day]", "meetings.csv", "2023-06-15", "2023-02-28"
    ),
    "festival without a name": case(
        "E438", f"{C}:3 [festivals]", C, "春节；夏都节", ""
    ),
    "arrival with a festival": case(
        "E439", f"{C}:4 [festivals]", C, "start,7,", "start,7,春节", "anchor start"
    ),
    "misspelt festival": case(
        "E440", f"{C}:3 [festivals]", C, "夏都节", "夏都", "Did you mean “夏都节”?"
    ),
    "festival of no calendar": case(
        "E440", f"{C}:3 [festivals]", S, "holidays: yes", "holidays: no", "“春节”"
    ),
    "festival that only heats": case(
        "E440", f"{C}:3 [festivals]", C, "夏都节", "供暖", "环湖赛"
    ),
    "care for nobody of that direction": case(
        "E441", f"{C}:4 [programmes]", C, "TO_NANJING,attachment", ",attachment"
    ),
    "care for nobody of that kind": case(
        "E441", f"{C}:2 [programmes]", C, "secondment；", "", "secondment"
    ),
    "too many days before": case(
        "E208", f"{C}:2 [offset_days]", C, "end,-7", "end,-367", "least is -366"
    ),
    "unknown kind of care": case(
        "E206", f"{C}:2 [kinds]", C, "secondment；", "secondments；", "“secondment”?"
    ),
}

HANDOVER = {
    "overlap above the longest": case(
        "E508",
        f"{S}:9:13 [rules.handover]",
        S,
        "rules:\n",
        "rules:\n  handover: {parameters: {least_days: 15}}\n",
        "at most 14",
    ),
    "holidays neither on nor off": case(
        "E205", f"{S}:4:18 [public_holidays]", S, "holidays: yes", "holidays: maybe"
    ),
}

UNDERTAKINGS = {
    **REFERENCES,
    **MENTORING,
    **PROJECTS,
    **CHAINS,
    **EVENTS,
    **CARE,
    **HANDOVER,
}
