"""Learning what an edit between two spellings says, from pairs of spellings of one name. Floor 0; not used at run time.

``python -m portal.names train PAIRS.tsv --out portal/names/tables/learned.json`` makes the table that
:mod:`portal.names.costs` reads; ``python -m portal.names measure PAIRS.tsv`` cross-validates it on unseen pairs.
"""
