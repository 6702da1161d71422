"""The style guide at /design/: every component in its states, in four languages. For development only."""
