"""The libraries that the page carries are the ones we looked at."""

from __future__ import annotations

import hashlib
from pathlib import Path

import matcher

VENDOR = Path(matcher.__file__).parent / "report" / "vendor"


def test_vendored_files_are_unchanged() -> None:
    """Each file has the digest that is written beside it, and none is without."""
    lines = (VENDOR / "SHA256SUMS").read_text("utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split() for line in lines)}
    files = {each for each in VENDOR.iterdir() if each.suffix in (".js", ".css")}
    assert {each.name for each in files} == sums.keys()
    for each in files:
        assert hashlib.sha256(each.read_bytes()).hexdigest() == sums[each.name]


def test_vendored_files_name_their_licence() -> None:
    """Name, version and licence of each stand in the folder."""
    told = (VENDOR / "README.md").read_text("utf-8")
    assert all(each.name in told for each in VENDOR.glob("*.js"))
    assert "Permission is hereby granted" in (VENDOR / "LICENSES.txt").read_text(
        "utf-8"
    )
