"""The demonstration world, as readable data: invented people and organizations, real proceedings (floor 8)."""
