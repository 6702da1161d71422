"""Floor 3: the guide to help, and reports that something is wrong or a trap."""
