"""What others would use, on the same tables. Each is a program: ``python -m benchmarks.linkage.peers.NAME``."""
