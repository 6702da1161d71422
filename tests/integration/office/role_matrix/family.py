"""The family's journey: open to everybody up to the code; her page to her alone, to no member of staff."""

_HERS = {"reference": "SR-2345-6789"}

ROWS = {
    "family:start": {"public": True},
    "family:step": {"public": True, "kwargs": {"number": 1}},
    "family:return": {"public": True},
    "family:stop": {"public": True},
    "family:leave": {"public": True},
    "family:sign-out": {"public": True, "method": "post"},
    "family:check": {"holder": True},
    "family:another": {"holder": True, "method": "post"},
    "family:done": {"holder": True},
    "family:me": {"holder": True},
    "family:page": {"holder": True, "kwargs": _HERS},
    "family:consent": {"holder": True, "kwargs": {**_HERS, "purpose": "contact"}},
    "family:receipt": {"holder": True, "kwargs": {**_HERS, "style": "plain"}},
    "family:talk": {"holder": True, "method": "post", "kwargs": _HERS},
    "family:wish": {"holder": True, "kwargs": {**_HERS, "wish": "pause"}},
    "family:pin": {"holder": True},
    "family:safe-word": {"holder": True},
    "family:reach": {"holder": True},
    "family:reach-wishes": {"holder": True},
    "family:reach-way": {"holder": True, "kwargs": {"kind": "phone"}},
    "family:follow": {"holder": True, "method": "post", "kwargs": {"slug": "any"}},
    "family:unfollow": {"holder": True, "method": "post", "kwargs": {"slug": "any"}},
}
