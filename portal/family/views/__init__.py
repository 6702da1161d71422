"""The pages, by part of the journey."""
