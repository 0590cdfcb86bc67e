"""
What planners write of beds, days, wishes, ratings, locks and assumptions.

As in :mod:`matcher.scenario.entities`, the ``title`` of a field is its Chinese name,
its docstring its meaning in both languages, and days are inclusive.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from matcher.scenario.base import Count, Effect, Entity, Id, LockKind, Positive, Side
from matcher.timeline import Window


class Housing(Entity):
    """
    A site with beds.

    有床位的住房点。
    """

    id: Id = Field(title="住房点代码")
    """Code of the site.
    住房点代码。"""
    name: Id = Field(title="名称")
    """Name as printed.
    打印时用的名称。"""
    name_en: str = Field("", title="英文名称")
    """Name in English reports; blank: the Chinese name.
    英文报告中的名称；空白即用中文名称。"""
    area: Id = Field(title="区县")
    """Code of the area it lies in.
    所在区县的代码。"""
    beds_female: Count = Field(title="女床位")
    """Beds for women.
    女床位数。"""
    beds_male: Count = Field(title="男床位")
    """Beds for men.
    男床位数。"""
    heated: bool = Field(title="供暖")
    """Whether it can be used in the heating season.
    采暖期能否使用。"""
    first_day: date = Field(title="租期首日")
    """First day of the lease.
    租期首日。"""
    last_day: date = Field(title="租期末日")
    """Last day of the lease; its night counts.
    租期末日，当晚仍可住。"""

    @property
    def window(self) -> Window:
        """The nights of the lease."""
        return Window.inclusive(self.first_day, self.last_day)


class CalendarEntry(Entity):
    """
    A holiday or season, with what it forbids.

    一个节假日或季节，以及它的限制。
    """

    name: Id = Field(title="名称")
    """Name as printed.
    打印时用的名称。"""
    effect: Effect = Field(title="作用")
    """no_move, no_release, no_guest, heating or school_term.
    作用：不到岗离岗、不派出、不接收、采暖期或学期。"""
    first_day: date = Field(title="首日")
    """First day.
    首日。"""
    last_day: date = Field(title="末日")
    """Last day.
    末日。"""
    areas: tuple[str, ...] = Field((), title="区县")
    """Where it holds; blank: everywhere. For no_move: of the host or the unit.
    在哪些区县有效；空白即各地。不到岗离岗的，看接收单位或派出单位所在区县。"""
    sectors: tuple[str, ...] = Field((), title="领域")
    """For whom it holds; blank: everyone.
    对哪些领域有效；空白即所有领域。"""

    @property
    def window(self) -> Window:
        """The days of the entry."""
        return Window.inclusive(self.first_day, self.last_day)


class Preference(Entity):
    """
    One ranked wish, of a person or of a host; gaps and ties are allowed.

    人员或接收单位的一条志愿；次序可以跳号、可以并列。
    """

    side: Side = Field(title="哪一方")
    """person or host.
    谁的志愿：人员或接收单位。"""
    person: Id = Field(title="人员代号")
    """The person who wishes, or who is wished for.
    提出志愿的人员，或被希望的人员。"""
    target: Id = Field(title="对象")
    """Need or unit; for a person's wish also an area.
    需求或单位；人员的志愿也可以写区县。"""
    rank: Positive = Field(title="志愿次序")
    """1 is the first wish.
    1为第一志愿。"""


class Rating(Entity):
    """
    Points that planners give a person for a need, as in an interview or by a panel.

    人员对某项需求的评分，如面试、评审或推荐所给的分数。
    """

    person: Id = Field(title="人员代号")
    """The person.
    被评分的人员。"""
    need: Id = Field(title="需求编号")
    """The need the points are for.
    针对哪项需求。"""
    points: int = Field(ge=-(10**9), le=10**9, title="分数")
    """Whole points, more for the better; below 0 speaks against.
    整数分，越高越合适；负数表示不宜。"""


class Lock(Entity):
    """
    Something that stays as it is.

    不得变动的安排。
    """

    id: Id = Field(title="锁定编号")
    """Code of the lock.
    锁定编号。"""
    kind: LockKind = Field(title="方式")
    """pin, pin_host, pin_dates, forbid or dispatched.
    方式：锁定需求、锁定接收单位、锁定日期、禁止或已派出。"""
    person: Id = Field(title="人员代号")
    """The person.
    被锁定的人员。"""
    target: str = Field("", title="对象")
    """Need (pin, dispatched, forbid) or unit (pin_host, forbid).
    需求（锁定需求、已派出、禁止）或单位（锁定接收单位、禁止）。"""
    first_day: date | None = Field(None, title="任期首日")
    """First day of the term, if the dates are locked.
    锁定日期时，任期的首日。"""
    last_day: date | None = Field(None, title="任期末日")
    """Last day of the term, if the dates are locked.
    锁定日期时，任期的末日。"""
    reason: str = Field("", title="理由")
    """Why.
    锁定的理由。"""

    @property
    def term(self) -> Window | None:
        """The locked term, if the dates are locked."""
        if self.first_day is None or self.last_day is None:
            return None
        return Window.inclusive(self.first_day, self.last_day)


class Assumption(Entity):
    """
    A value the sources leave open, with where it comes from.

    资料未给出的取值及其来源。
    """

    id: Id = Field(title="编号")
    """Code of the assumption.
    假设的编号。"""
    subject: Id = Field(title="事项")
    """What it is about, as table and column or in words.
    关于什么：写表和列，或用文字说明。"""
    value: Id = Field(title="取值")
    """The value taken.
    采用的取值。"""
    source: Id = Field(title="来源")
    """Where it comes from, or “assumption”.
    取值的来源，没有来源的写“假设”。"""
    note: str = Field("", title="说明")
    """Anything a reader should know.
    读者应当知道的其他说明。"""
