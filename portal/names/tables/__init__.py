"""Data of the names package: letters, sounds, particles, frequent names. Facts only, no logic. Floor 0."""
