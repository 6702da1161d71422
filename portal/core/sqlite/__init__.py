"""Django's SQLite backend, waiting fairly for the lock (floor 0; ADR 0025). Used as `ENGINE`."""
