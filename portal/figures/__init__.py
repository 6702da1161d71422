"""Figures that may be told: counts in whole tens, never a person (floor 3)."""
