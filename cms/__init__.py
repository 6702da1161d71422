"""The public site on Wagtail. Stands on floors 0 to 4 of the portal only."""
