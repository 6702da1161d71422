"""One module of addresses per area of the office; a new one is included by standing here."""
