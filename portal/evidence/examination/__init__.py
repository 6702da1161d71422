"""What a file really is, and a copy of it without hidden notes. Plain Python: it runs in a process of its own.

`python -m portal.evidence.examination` is started by `sandbox`, with limits and without the portal's secrets: a parser
that a hostile file breaks or fills takes nothing with it. No Django here.
"""
