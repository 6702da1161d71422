"""Floor 6: what a family follows."""
