"""Floor 4: courts, proceedings and their public facts, each with source and date."""
