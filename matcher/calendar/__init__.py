"""
Calendars of a plan: what stands in each, and iCalendar files that are updated.

``entries`` works out what stands where, ``files`` reads and writes iCalendar and
needs the extra ``calendar``.
"""

from matcher.calendar.writing import write_calendars

__all__ = ["write_calendars"]
