"""The verbs of the public site."""
