"""Filling in with a person: an organization's caseworker, behind the gate of staff, on the family's own pages."""
