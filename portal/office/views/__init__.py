"""Staff screens, one module per area (floor 7)."""
