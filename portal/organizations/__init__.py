"""Floor 3: partner organizations and membership."""
