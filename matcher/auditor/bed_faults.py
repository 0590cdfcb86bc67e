"""What makes a bed possible at all, and who must have one."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from matcher.auditor.caps import housing, usable_nights
from matcher.auditor.structure import fault_of
from matcher.auditor.wording import named, phrase, word
from matcher.language import mark
from matcher.scenario.base import Mode, Sex
from matcher.timeline import subtract

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matcher.auditor.case import Case, Served
    from matcher.auditor.finding import Finding
    from matcher.auditor.wording import Fact
    from matcher.plan import Bed


def bed_faults(case: Case) -> Iterator[Finding]:
    """Yield what is impossible about each bed, about several, and who lacks one."""
    mode = case.scenario.policy.mode("housing")
    for each in case.beds:
        guest = case.holder[each.person, each.need]
        for fault in _faults(case, guest, each, mode):
            yield fault_of(fault, each.person, each.need, each.site)
    yield from _several(case)
    yield from _shared(case)
    if mode is Mode.STRICT:
        yield from _without(case)


def _faults(case: Case, guest: Served, bed: Bed, mode: Mode) -> Iterator[Fact]:
    site, sex = case.scenario.site[bed.site], guest.person.sex
    there = site.beds_female if sex is Sex.FEMALE else site.beds_male
    if mode is Mode.OFF:
        yield phrase(mark("beds are not given where the rule housing is off"))
    if guest.host.housing != site.id:
        yield phrase(mark("the host does not lodge its guests at this site"))
    if bed.number > there:
        yield phrase(
            mark("bed {number} of {there} for {sex}"),
            number=bed.number,
            there=there,
            sex=word(sex),
        )
        return
    closed = subtract((guest.stay,), usable_nights(case, site))
    if closed:
        yield phrase(
            mark("the bed cannot be used in the night of {night}"),
            night=closed[0].start.isoformat(),
        )


def _several(case: Case) -> Iterator[Finding]:
    given = Counter((each.person, each.need) for each in case.beds)
    for subjects, count in given.items():
        if count > 1:
            fault = phrase(mark("{count} beds instead of one"), count=count)
            yield fault_of(fault, *subjects)


def _shared(case: Case) -> Iterator[Finding]:
    sleepers: dict[tuple[str, Sex, int], list[Served]] = defaultdict(list)
    for bed in case.beds:
        guest = case.holder[bed.person, bed.need]
        sleepers[bed.site, guest.person.sex, bed.number].append(guest)
    for (site, _sex, number), guests in sleepers.items():
        for one, other in combinations(guests, 2):
            nights = one.stay.common(other.stay)
            if one.subjects != other.subjects and nights:
                fault = phrase(
                    mark("shares bed {number} with {person} in the night of {night}"),
                    number=number,
                    person=other.person.id,
                    night=nights.start.isoformat(),
                )
                yield fault_of(fault, *one.subjects, site)


def _without(case: Case) -> Iterator[Finding]:
    """Yield the guests without a bed, except where there are too few beds anyway."""
    crowded = {finding.subjects[0] for finding in housing(case)}
    given = {(each.person, each.need) for each in case.arrangements.beds}
    for each in case.served:
        site = each.host.housing
        if site and site not in crowded and each.subjects not in given:
            fault = phrase(
                mark("no bed is given at {site}"), site=named(case.scenario.site[site])
            )
            yield fault_of(fault, *each.subjects)
