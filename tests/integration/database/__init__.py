"""What the databases themselves refuse, on SQLite and on PostgreSQL."""
