"""The project's own machinery in scripts/."""
