"""Floor 2: users, roles, staff sessions; access holders and return codes."""
