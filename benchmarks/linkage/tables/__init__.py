"""What the generator knows: names by reading, their irregular spellings, places. Facts of the languages, no person."""
