"""The laws of docs/architecture.md, one file per law, each with a bad sample that it must catch."""
