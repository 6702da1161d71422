"""Floor 0: abstract models, partial dates, reference codes, languages."""
