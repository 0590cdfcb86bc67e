"""Faults of files and of their form."""

from __future__ import annotations

from good import BASE, Case

P = "people.csv"
A = "areas.csv"
S = "scenario.yaml"

FILES = {
    "no settings": Case("E102", S, S, "", None, "name, horizon"),
    "no people": Case("E102", P, P, "", None, "id, unit, sector"),
    "no areas": Case("E102", A, A, "", None, "id, name, city"),
    "other encoding": Case("E104", A, A, "", b"id,name,city\nA,\xff\xfe,x\n", "UTF-8"),
    "UTF-16 without BOM": Case("E104", A, A, "", BASE[A].encode("utf-16-le"), "CSV"),
    "half of UTF-16": Case("E104", A, A, "", b"\xff\xfea\x00b", "CSV UTF-8"),
    "damaged byte": Case(
        "E120", A, A, "", BASE[A].encode().replace("通".encode(), b"\xe9\x80"), "line 3"
    ),
    "title above the columns": Case(
        "E128", f"{A}:1", A, "id,name", "区县一览,,,,\n\nid,name", "are in row 3"
    ),
    "separator above the columns": Case(
        "E128", f"{A}:1", A, "id,name", "sep=,\nid,name", "Delete the rows above"
    ),
    "semicolons": Case("E129", f"{A}:1", A, "", BASE[A].replace(",", ";"), "by “;”"),
    "Chinese commas": Case(
        "E129", f"{A}:1", A, "", BASE[A].replace(",", "，"), "by “，”"
    ),
    "empty table": Case("E105", A, A, "", "\n\n", "id, name, city"),
    "only commas": Case("E105", A, A, "", ",,\n,,\n", "id, name, city"),
    "empty settings": Case("E105", S, S, "", " \n", "name, horizon"),
    "unknown table": Case(
        "E106", "peple.csv", "peple.csv", "", "id\n", "Did you mean people.csv?"
    ),
    "table in capitals": Case(
        "E106", "LOCKS.CSV", "LOCKS.CSV", "", "id\n", "Did you mean locks.csv?"
    ),
    "table by its Chinese name": Case(
        "E106", "人员.csv", "人员.csv", "", "id\n", "Did you mean people.csv?"
    ),
    "settings by another ending": Case(
        "E106", "scenario.yml", "scenario.yml", "", "a: b\n", "scenario.yaml?"
    ),
    "open quote": Case("E107", f"{A}:3", A, "630121,大通", '630121,"大通'),
    "text after quote": Case("E107", f"{A}:2", A, "玄武", '"玄"武'),
    "misspelt column": Case(
        "E108", f"{A}:1 [altitude]", A, "altitude_m", "altitude", "“altitude_m”?"
    ),
    "misspelt required column": Case(
        "E108", f"{P}:1 [unitt]", P, "id,unit,", "id,unitt,", "Did you mean “unit”?"
    ),
    "misspelt Chinese column": Case(
        "E108", f"{A}:1 [海拨]", A, "altitude_m", "海拨", "Columns are: id, name"
    ),
    "column twice": Case("E109", f"{A}:1 [weight]", A, "altitude_m", "weight"),
    "column twice in both languages": Case(
        "E109", f"{A}:1 [权重]", A, "altitude_m,weight", "weight,权重"
    ),
    "column missing": Case(
        "E110",
        f"{A}:1 [city]",
        A,
        "",
        "id,name\n320102,玄武\n630121,大通\n",
        "column “city” is missing",
    ),
    "column without a name": Case(
        "E202", f"{A}:2", A, "id,name,city,altitude_m", "id,name,city,", "“10”"
    ),
    "not YAML": Case("E111", f"{S}:3:9", S, "title: 基础", "title: a: b"),
    "open bracket": Case("E111", f"{S}:18:44", S, "[6, 5, 4, 3, 2, 1]}", "[6, 5"),
    "not YAML though a text has full-width colons": Case(
        "E111",
        f"{S}:5:8",
        S,
        "title: 基础\nhorizon:",
        "title: |\n  注：对\nrules: {\nhorizon:",
        "A bracket that opens here is not closed.",
    ),
    "key without a colon": Case(
        "E111", f"{S}:3:1", S, "title: 基础", "title", "A key without a colon"
    ),
    "colon in a text": Case(
        "E111", f"{S}:3:10", S, "title: 基础", "title: 计划: 一", "colon into quotes"
    ),
    "wrong indent": Case(
        "E111", f"{S}:6:2", S, "  last_day", " last_day", "does not fit the indents"
    ),
    "full-width colon below a text with another": Case(
        "E112",
        f"{S}:5:3",
        S,
        "title: 基础",
        "title: |\n  注：对\n标题：新",
    ),
    "full-width colon only": Case("E112", f"{S}:1:1", S, "", "名称：张三\n"),
    "full-width colon": Case("E112", f"{S}:2:5", S, "name: base", "name：base"),
    "full-width colons inside": Case(
        "E112",
        f"{S}:5:3 [horizon]",
        S,
        "first_day: 2023-03-01\n  last_day: ",
        "first_day：2023-03-01\n  last_day：",
    ),
    "tab": Case("E113", f"{S}:5:1", S, "  first_day: 2023", "\tfirst_day: 2023"),
    "key twice": Case(
        "E114", f"{S}:3:1 [name]", S, "title: 基础", "name: again", "line 2"
    ),
    "unknown key": Case(
        "E115", f"{S}:3:1 [titel]", S, "title: ", "titel: ", "Did you mean “title”?"
    ),
    "unknown key of a rule": Case(
        "E115", f"{S}:9:24 [rules.health.cost]", S, "price: 5", "cost: 5", "mode, price"
    ),
    "no name": Case("E116", f"{S} [name]", S, "name: base\n", "", "key “name”"),
    "no horizon": Case(
        "E116",
        f"{S} [horizon]",
        S,
        "horizon:\n  first_day: 2023-03-01\n  last_day: 2024-02-29\n",
        "",
    ),
    "half a horizon": Case(
        "E116", f"{S}:5:3 [horizon.last_day]", S, "  last_day: 2024-02-29\n", ""
    ),
    "goal without a slug": Case(
        "E116",
        f"{S}:16:5 [goals.3.goal]",
        S,
        "goal: coverage\n    tolerance",
        "tolerance",
    ),
    "list for keys": Case(
        "E117",
        f"{S}:12:7 [rules.one-place.parameters]",
        S,
        "rest_days: 7",
        "- rest_days",
        "rest_days: 14",
    ),
    "word for a list": Case(
        "E118", f"{S}:18:44 [goals.3.parameters.weights]", S, "[6, 5, 4, 3, 2, 1]", "6"
    ),
    "too many brackets": Case(
        "E151", f"{S}:3:27", S, "title: 基础", f"title: {'[' * 3000}"
    ),
    "too many indents": Case(
        "E151",
        f"{S}:21:21",
        S,
        "",
        "".join(f"{' ' * depth}a:\n" for depth in range(1500)),
    ),
    "list for a word": Case("E119", f"{S}:2:7 [name]", S, "name: base", "name: [base]"),
}
