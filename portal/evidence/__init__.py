"""Floor 6: photos, papers and recordings of families: sealed as received, and shown as a copy without hidden notes."""
