"""Floor 5: sources, batches, detainee records, custody events, import."""
