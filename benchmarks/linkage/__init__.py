"""How well and how fast `portal.linkage` links, beside its peers, on people that our own generator invents.

`python -m benchmarks.linkage` measures; `python -m benchmarks.linkage.generate` only writes the tables.
"""
