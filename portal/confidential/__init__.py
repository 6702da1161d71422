"""Floor 1: keys, encrypted fields, blind indexes."""
