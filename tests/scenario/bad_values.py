"""Faults of single values."""

from __future__ import annotations

from good import Case

N = "needs.csv"
P = "people.csv"
A = "areas.csv"
S = "scenario.yaml"

VALUES = {
    "blank": Case("E201", f"{P}:2 [unit]", P, "P001,NHOSP", "P001,"),
    "blank number": Case(
        "E201", f"{P}:2 [level]", P, "03.04,4,female", "03.04,,female"
    ),
    "blank list": Case("E201", f"{P}:2 [specialties]", P, "医疗,03.04,4", "医疗,；,4"),
    "cell too many": Case("E202", f"{A}:3", A, "2500,3", "2500,3,4", "“4”"),
    "text with a comma": Case(
        "E202", f"{P}:4", P, "IN,,", "IN,,a,b,c", "double quotes"
    ),
    "no such day": Case(
        "E203", f"{N}:2 [last_day]", N, "2023-09-30,60", "2023-09-31,60", "2023年9月1日"
    ),
    "day of a spreadsheet": Case(
        "E203", f"{N}:2 [first_day]", N, "2023-03-01", "15000"
    ),
    "year out of reach": Case(
        "E203",
        "commitments.csv:2 [last_day]",
        "commitments.csv",
        "2023-07-10",
        "9999-12-31",
        "1900-01-01 to 2199-12-31",
    ),
    "mixed separators": Case(
        "E203", f"{S}:5:14 [horizon.first_day]", S, "2023-03-01", "2023-03/01"
    ),
    "in kilometres": Case(
        "E216", f"{A}:3 [altitude_m]", A, "2500", "2.65", "kilometres, write 2650."
    ),
    "thousands": Case(
        "E217", f"{A}:3 [altitude_m]", A, "2500", '"2，500"', "Write 2500."
    ),
    "row of totals": Case(
        "E218", f"{A}:4", A, "2500,3\n", "2500,3\n合计,,,2510,\n", "Delete this row"
    ),
    "day without a year": Case(
        "E219", f"{N}:2 [first_day]", N, "2023-03-01", "3月1日", "2023-05-15"
    ),
    "code of a title without its zero": Case(
        "E214", f"{P}:2 [level]", P, "03.04,4,", "03.04,52,", "Did you mean “052”?"
    ),
    "level with a zero": Case(
        "E214", f"{P}:2 [level]", P, "03.04,4,", "03.04,04,", "Write the level"
    ),
    "not a number": Case("E204", f"{A}:3 [altitude_m]", A, "2500", "2½", "“2½”"),
    "another unit": Case(
        "E213", f"{A}:3 [altitude_m]", A, "2500", "2.5km", "Write 2500."
    ),
    "unit in the cell": Case(
        "E213", f"{A}:3 [altitude_m]", A, "2500", "2500米", "Write 2500."
    ),
    "weeks for days": Case(
        "E213", f"{N}:2 [shortest]", N, ",60,", ",8周,", "Write 56."
    ),
    "months for days": Case(
        "E212", f"{N}:2 [shortest]", N, ",60,", ",2个月,", "counts days"
    ),
    "part of a metre": Case(
        "E212", f"{A}:3 [altitude_m]", A, "2500", "2.5米", "counts metres"
    ),
    "unknown title": Case(
        "E214", f"{P}:2 [level]", P, "03.04,4,", "03.04,大夫,", "titles"
    ),
    "title of two levels": Case(
        "E215", f"{P}:2 [level]", P, "03.04,4,", "03.04,高级教师,", "高级教师（小学） 3"
    ),
    "fraction": Case("E204", f"{P}:2 [level]", P, "03.04,4,", "03.04,4.0,"),
    "superscript": Case("E204", f"{A}:3 [altitude_m]", A, "2500", "25²"),
    "seed in words": Case(
        "E204", f"{S}:3:7 [seed]", S, "name: base", "name: b\nseed: x"
    ),
    "neither yes nor no": Case(
        "E205", "housing.csv:2 [heated]", "housing.csv", "yes", "maybe", "“maybe”"
    ),
    "misspelt choice": Case(
        "E206", f"{P}:2 [sex]", P, "4,female", "4,femal", "Did you mean “female”?"
    ),
    "unknown mode": Case(
        "E206", f"{S}:8:12 [rules.pairing]", S, "pairing: off", "pairing: never", "soft"
    ),
    "unknown word of a parameter": Case(
        "E206",
        f"{S}:18:25 [goals.3.parameters.order]",
        S,
        "weighted,",
        "wieghted,",
        "Did you mean “weighted”?",
    ),
    "later schema": Case("E206", f"{S}:1:9 [schema]", S, "schema: 1", "schema: 2"),
    "not a window": Case(
        "E207",
        f"{P}:2 [windows]",
        P,
        "2023-03-01~2023-08-31",
        "2023-03-01",
        "~2023-08-31",
    ),
    "too small": Case(
        "E208",
        "teams.csv:2 [min_size]",
        "teams.csv",
        "2,3,1",
        "0,3,1",
        "The least is 1.",
    ),
    "negative seed": Case("E208", f"{S}:3:7 [seed]", S, "title: 基础", "seed: -1"),
    "free price": Case(
        "E208", f"{S}:9:31 [rules.health.price]", S, "price: 5", "price: 0"
    ),
    "negative parameter": Case(
        "E208", f"{S}:12:18 [rules.one-place.parameters.rest_days]", S, "7", "-7"
    ),
    "too large": Case("E209", f"{P}:2 [level]", P, "03.04,4,", "03.04,6,", "is 5."),
    "comma in a list": Case(
        "E210", f"{P}:4 [specialties]", P, "03；03.04", '"03,03.04"', "“03,03.04”"
    ),
    "comma between windows": Case(
        "E210", f"{P}:4 [windows]", P, "2023-03-01~2024-02-29", "2023-03-01，2024-02-29"
    ),
    "invisible character": Case(
        "E211", f"{A}:3 [name]", A, "大通", "大\u200b通", "U+200B"
    ),
    "invisible character of settings": Case(
        "E211", f"{S}:3:8 [title]", S, "基础", '"\\a"', "U+0007"
    ),
    "half a character": Case(
        "E211", f"{S}:3:8 [title]", S, "基础", '"\\ud840"', "“\\ud840”"
    ),
    "control character in YAML": Case(
        "E211", f"{S}:3:9", S, "基础", "基\x07", "U+0007"
    ),
}
