"""Settings: base composes the parts; dev, test and production stand on base."""
