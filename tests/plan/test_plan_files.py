"""Plan files: the same bytes, located faults, written whole or not at all."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as some

from matcher.errors import OutputError, Place, Problem, ScenarioError
from matcher.plan import (
    Arrangements,
    Assignment,
    Bed,
    Gap,
    Link,
    Mentorship,
    Plan,
    Roster,
    RungProof,
    Seating,
    Shortage,
    Status,
)
from matcher.plan.files import (
    PROBLEMS,
    dump_plan,
    file_name,
    read_plan,
    write_together,
    write_whole,
)

if TYPE_CHECKING:
    from pathlib import Path

Item = TypeVar("Item")

_CODES = some.text(some.characters(exclude_categories=["Cs"]), max_size=8)
_DAYS = some.dates()


def _few(
    items: some.SearchStrategy[Item],
) -> some.SearchStrategy[tuple[Item, ...]]:
    return some.lists(items, max_size=3).map(tuple)


_ASSIGNMENTS = some.builds(
    Assignment,
    person=_CODES,
    need=_CODES,
    programme=_CODES,
    unit=_CODES,
    arrival=_DAYS,
    start=_DAYS,
    end=_DAYS,
)
_RUNGS = some.builds(RungProof, goal=_CODES, part=_CODES, tolerance=some.integers())
_GAPS = some.builds(Gap, person=_CODES, rules=_few(_CODES))
_SHORTAGES = some.builds(
    Shortage,
    need=_CODES,
    detail=_few(_CODES),
    nearest=_few(_GAPS),
)
_COUNTS = some.integers(1, 9)
_ARRANGEMENTS = some.builds(
    Arrangements,
    mentorships=_few(some.builds(Mentorship, person=_CODES, need=_CODES)),
    links=_few(some.builds(Link, person=_CODES, leader=_CODES)),
    beds=_few(some.builds(Bed, person=_CODES, site=_CODES, number=_COUNTS)),
    rosters=_few(some.builds(Roster, session=_CODES, speakers=_few(_CODES))),
    seating=_few(some.builds(Seating, session=_CODES, seats=_COUNTS)),
)
_PLANS = some.builds(
    Plan,
    schema=some.just("matcher.plan/1"),
    versions=some.dictionaries(_CODES, _CODES, max_size=3),
    interrupted=some.booleans(),
    assignments=_few(_ASSIGNMENTS),
    arrangements=_ARRANGEMENTS,
    rungs=_few(_RUNGS),
    shortages=_few(_SHORTAGES),
)

_SMALL = Plan(
    scenario="试",
    fingerprint="f",
    versions={"b": "2", "a": "1"},
    seed=1,
    status=Status.OPTIMAL,
    assignments=(
        Assignment(
            person="A",
            need="n",
            programme="IN",
            unit="XU",
            arrival=date(2023, 5, 1),
            start=date(2023, 5, 2),
            end=date(2023, 5, 5),
        ),
    ),
    arrangements=Arrangements(beds=(Bed(person="A", need="n", site="H", number=2),)),
)


@given(plan=_PLANS)
def test_a_plan_survives_its_file(
    plan: Plan, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Reading what was dumped gives the same plan, and dumping that the same bytes."""
    path = tmp_path_factory.mktemp("plans") / "plan.json"
    write_whole(path, dump_plan(plan))
    again = read_plan(path)
    assert again == plan
    assert dump_plan(again).encode() == path.read_bytes()


def test_the_bytes_of_a_plan_are_pinned() -> None:
    """The file begins with its schema, sorts mappings and keeps Chinese readable."""
    assert dump_plan(_SMALL) == (
        '{\n "schema": "matcher.plan/1",\n "scenario": "试",\n "fingerprint": "f",\n'
        ' "versions": {\n  "a": "1",\n  "b": "2"\n },\n "seed": 1,\n'
        ' "status": "OPTIMAL",\n "interrupted": false,\n "assignments": [\n  {\n'
        '   "person": "A",\n   "need": "n",\n   "programme": "IN",\n'
        '   "unit": "XU",\n   "arrival": "2023-05-01",\n   "start": "2023-05-02",\n'
        '   "end": "2023-05-05"\n  }\n ],\n "arrangements": {\n'
        '  "mentorships": [],\n  "links": [],\n  "beds": [\n   {\n'
        '    "person": "A",\n    "need": "n",\n    "site": "H",\n'
        '    "number": 2\n   }\n  ],\n  "rosters": [],\n  "seating": []\n },\n'
        ' "rungs": [],\n "shortages": []\n}\n'
    )


def _problems(path: Path, content: bytes) -> tuple[Problem, ...]:
    path.write_bytes(content)
    with pytest.raises(ScenarioError) as caught:
        read_plan(path)
    for problem in caught.value.problems:
        assert problem.what in PROBLEMS[problem.code]
    return caught.value.problems


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b"{\n\xff}", "E601", Place("plan.json", 2)),
        (b'{"schema":\n  oops}', "E602", Place("plan.json", 2, "", 3)),
        (b"", "E602", Place("plan.json", 1, "", 1)),
        (b"[" * 100_000, "E602", Place("plan.json")),
        (b"[]", "E603", Place("plan.json")),
        (b"\xef\xbb\xbf7", "E603", Place("plan.json")),
    ],
)
def test_a_file_that_is_no_plan_is_located(
    content: bytes, code: str, place: Place, tmp_path: Path
) -> None:
    """Bytes that are no text, no JSON or no plan give one problem with its place."""
    problem, *others = _problems(tmp_path / "plan.json", content)
    assert (problem.code, problem.place, others) == (code, place, [])


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("schema",), "plan/9", "Write one of 'matcher.plan/1', not \"plan/9\"."),
        (("seed",), "7", 'Write a whole number, not "7".'),
        (("seed",), 7.5, "Write a whole number, not 7.5."),
        (("status",), "BEST", "Write one of 'OPTIMAL', 'FEASIBLE', not \"BEST\"."),
        (("interrupted",), 0, "Write true or false, not 0."),
        (("scenario",), None, "Write a text in quotation marks, not null."),
        (("versions",), [], "Write keys with values, not []."),
        (("rungs",), {}, "Write a list, not {}."),
        (("extra",), 1, "No key of a plan has this name."),
        (
            ("assignments", 0, "start"),
            "1 May",
            'Write a day as 2023-05-01, not "1 May".',
        ),
        (
            ("assignments", 0, "end"),
            20230501,
            "Write a day as 2023-05-01, not 20230501.",
        ),
        (("assignments", 0), "A", 'Write keys with values, not "A".'),
    ],
)
def test_a_wrong_value_is_located_with_the_way_out(
    path: tuple[str | int, ...], value: object, message: str, tmp_path: Path
) -> None:
    """Each wrong value is one problem at its key, saying what to write instead."""
    content = json.loads(dump_plan(_SMALL))
    inner = content
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    (problem,) = _problems(tmp_path / "plan.json", json.dumps(content).encode())
    assert problem.place.column == ".".join(str(step) for step in path)
    assert problem.message("en") == message


def test_every_fault_of_a_plan_is_told_at_once(tmp_path: Path) -> None:
    """Two missing keys and a shortage of no posts are three problems."""
    content = json.loads(dump_plan(_SMALL))
    del content["seed"], content["status"]
    content["shortages"] = [{"need": "n", "posts": 0, "cause": "outbid"}]
    problems = _problems(tmp_path / "plan.json", json.dumps(content).encode())
    assert {problem.place.column: problem.message("en") for problem in problems} == {
        "seed": "This key is missing.",
        "status": "This key is missing.",
        "shortages.0.posts": "Write a number of at least 1, not 0.",
    }


def test_an_existing_file_is_kept_unless_forced(tmp_path: Path) -> None:
    """Without force an existing file is an error and stays; with force it is new."""
    path = tmp_path / "deep" / "plan.json"
    write_whole(path, "old\n")
    with pytest.raises(OutputError):
        write_whole(path, "new\n")
    assert path.read_bytes() == b"old\n"
    write_whole(path, "new\n", force=True)
    assert path.read_bytes() == b"new\n"


def test_files_are_written_together_or_not_at_all(tmp_path: Path) -> None:
    """If the last of three moves fails, old files are back and new ones are gone."""
    old, new, blocked = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    old.write_bytes(b"old")
    blocked.mkdir()
    (blocked / "full").touch()
    with pytest.raises(OSError, match="c"):
        write_together({old: "1", new: "2", blocked: "3"}, force=True)
    assert old.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c"]


def test_a_failed_stage_leaves_nothing_behind(tmp_path: Path) -> None:
    """A text that cannot be written leaves neither the file nor a temporary one."""
    with pytest.raises(UnicodeEncodeError):
        write_together({tmp_path / "a": "1", tmp_path / "b": "\ud800"})
    assert list(tmp_path.iterdir()) == []


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    """A file that is no text is not touched; a text's lines end in one character."""
    write_together({tmp_path / "a": b"\r\n\xff", tmp_path / "b": "甲\n"})
    assert (tmp_path / "a").read_bytes() == b"\r\n\xff"
    assert (tmp_path / "b").read_bytes() == "甲\n".encode()


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("card", "P-1"), "card-P-1"),
        (("卡", "a/b\\c:d"), "卡-a%2Fb%5Cc%3Ad"),
        (("x", '*?"<>|%', " "), "x-%2A%3F%22%3C%3E%7C%25-%20"),
    ],
)
def test_any_codes_make_a_name_of_a_file(parts: tuple[str, ...], expected: str) -> None:
    """What some file system refuses is written as its bytes; the rest stays."""
    assert file_name(*parts) == expected
