"""Floor 1: append-only, hash-chained log of reads and writes."""
