"""The verbs of the registry."""
