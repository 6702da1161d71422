"""What was given to whom, on which consent (floor 6)."""
