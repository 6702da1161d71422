"""Sorani: day, month, year with Gregorian month names; the week begins on Saturday."""

DATE_FORMAT = "jی Fی Y"
DATETIME_FORMAT = "jی Fی Y، H:i"
TIME_FORMAT = "H:i"
YEAR_MONTH_FORMAT = "Fی Y"
MONTH_DAY_FORMAT = "jی F"
SHORT_DATE_FORMAT = "jی Fی Y"
SHORT_DATETIME_FORMAT = "jی Fی Y، H:i"
FIRST_DAY_OF_WEEK = 6
DECIMAL_SEPARATOR = "٫"
THOUSAND_SEPARATOR = "٬"
NUMBER_GROUPING = 3
