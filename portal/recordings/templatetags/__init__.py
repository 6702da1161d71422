"""The control beside a question."""
