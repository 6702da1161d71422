"""Kurmanji: the month's number always stands beside its name, because the names differ by region."""

DATE_FORMAT = "j F Y (n)"
DATETIME_FORMAT = "j F Y (n), H:i"
TIME_FORMAT = "H:i"
YEAR_MONTH_FORMAT = "F Y (n)"
MONTH_DAY_FORMAT = "j F (n)"
SHORT_DATE_FORMAT = "j F Y (n)"
SHORT_DATETIME_FORMAT = "j F Y (n), H:i"
FIRST_DAY_OF_WEEK = 1
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "."
NUMBER_GROUPING = 3
