"""Floor 6: candidate pairs, judgements, disclosure."""
