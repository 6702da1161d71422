"""Days as registers write them. Floor 1."""

from datetime import date

from portal.linkage.records import DateRange


def is_exact_day(span: DateRange) -> bool:
    """One day, and not 1 January or 1 July: registries write those when only the year is known."""
    first, last = span
    return first == last and (first.month, first.day) not in ((1, 1), (7, 1))


def widened(span: DateRange) -> DateRange:
    """The range in order; 1 January and 1 July become their whole year."""
    first, last = min(span), max(span)
    if first == last and not is_exact_day((first, last)):
        return date(first.year, 1, 1), date(first.year, 12, 31)
    return first, last
