"""Floor 1: countries, governorates, places of detention, in four languages."""
