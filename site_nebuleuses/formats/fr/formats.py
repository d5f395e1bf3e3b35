"""French typography for dates and numbers: « 18 h 30 », and non-breaking spaces inside them."""

TIME_FORMAT = "G\xa0\\h\xa0i"
DATE_FORMAT = "j\xa0F Y"
DATETIME_FORMAT = "j\xa0F Y \\à G\xa0\\h\xa0i"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j\xa0F"
SHORT_DATE_FORMAT = "d/m/Y"
THOUSAND_SEPARATOR = "\u202f"
DECIMAL_SEPARATOR = ","
NUMBER_GROUPING = 3
