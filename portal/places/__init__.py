"""Floor 1: countries, governorates, districts, places of detention, in four languages."""
