"""How fast staff search and read possible matches in a registry of full size: ``make bench-office``."""
