"""
What planners write of beds, days, wishes, locks and assumptions.

As in :mod:`matcher.scenario.entities`, the ``title`` of a field is its Chinese name,
its docstring the English one, and days are inclusive.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from matcher.scenario.base import Effect, Entity, LockKind, Side
from matcher.scenario.entities import Count, Id, Positive
from matcher.timeline import Window


class Housing(Entity):
    """A site with beds."""

    id: Id = Field(title="住房点代码")
    """Code of the site."""
    name: Id = Field(title="名称")
    """Name as printed."""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name."""
    area: Id = Field(title="区县")
    """Code of the area it lies in."""
    beds_female: Count = Field(title="女床位")
    """Beds for women."""
    beds_male: Count = Field(title="男床位")
    """Beds for men."""
    heated: bool = Field(title="供暖")
    """Whether it can be used in the heating season."""
    first_day: date = Field(title="租期首日")
    """First day of the lease."""
    last_day: date = Field(title="租期末日")
    """Last day of the lease; its night counts."""

    @property
    def window(self) -> Window:
        """The nights of the lease."""
        return Window.inclusive(self.first_day, self.last_day)


class CalendarEntry(Entity):
    """A holiday or season, with what it forbids."""

    name: Id = Field(title="名称")
    """Name as printed."""
    effect: Effect = Field(title="作用")
    """no_move, no_release, no_guest, heating or school_term."""
    first_day: date = Field(title="首日")
    """First day."""
    last_day: date = Field(title="末日")
    """Last day."""
    areas: tuple[str, ...] = Field((), title="区县")
    """Where it holds; blank: everywhere. For no_move: of the host or the unit."""
    sectors: tuple[str, ...] = Field((), title="领域")
    """For whom it holds; blank: everyone."""

    @property
    def window(self) -> Window:
        """The days of the entry."""
        return Window.inclusive(self.first_day, self.last_day)


class Preference(Entity):
    """One ranked wish, of a person or of a host; gaps and ties are allowed."""

    side: Side = Field(title="哪一方")
    """person or host."""
    person: Id = Field(title="人员代号")
    """The person who wishes, or who is wished for."""
    target: Id = Field(title="对象")
    """Need or unit; for a person's wish also an area."""
    rank: Positive = Field(title="志愿次序")
    """1 is the first wish."""


class Lock(Entity):
    """Something that stays as it is."""

    id: Id = Field(title="锁定编号")
    """Code of the lock."""
    kind: LockKind = Field(title="方式")
    """pin, pin_host, pin_dates, forbid or dispatched."""
    person: Id = Field(title="人员代号")
    """The person."""
    target: str = Field("", title="对象")
    """Need (pin, dispatched, forbid) or unit (pin_host, forbid)."""
    first_day: date | None = Field(None, title="任期首日")
    """First day of the term, if the dates are locked."""
    last_day: date | None = Field(None, title="任期末日")
    """Last day of the term, if the dates are locked."""
    reason: str = Field("", title="理由")
    """Why."""

    @property
    def term(self) -> Window | None:
        """The locked term, if the dates are locked."""
        if self.first_day is None or self.last_day is None:
            return None
        return Window.inclusive(self.first_day, self.last_day)


class Assumption(Entity):
    """A value the sources leave open, with where it comes from."""

    id: Id = Field(title="编号")
    """Code of the assumption."""
    subject: Id = Field(title="事项")
    """What it is about, as table and column or in words."""
    value: Id = Field(title="取值")
    """The value taken."""
    source: Id = Field(title="来源")
    """Where it comes from, or “assumption”."""
    note: str = Field("", title="说明")
    """Anything a reader should know."""
