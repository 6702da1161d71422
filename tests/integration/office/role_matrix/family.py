"""The family's journey: open to everybody up to the code; her page to her alone, to no member of staff."""

from uuid import UUID

_HERS = {"reference": "SR-2345-6789"}

ROWS = {
    "family:start": {"public": True},
    "family:step": {"public": True, "kwargs": {"number": 1}},
    "family:return": {"public": True},
    "family:stop": {"public": True},
    "family:leave": {"public": True},
    "family:sign-out": {"public": True, "method": "post"},
    "family:check": {"holder": True},
    "family:hub": {"holder": True},
    "family:call": {"public": True},
    "family:call-asked": {"public": True},
    "family:together": {"holder": True, "method": "post", "kwargs": _HERS},
    "family:another": {"holder": True, "method": "post"},
    "family:done": {"holder": True},
    "family:me": {"holder": True},
    "family:page": {"holder": True, "kwargs": _HERS},
    "family:consent": {"holder": True, "kwargs": {**_HERS, "purpose": "contact"}},
    "family:give": {"holder": True, "kwargs": {**_HERS, "key": "00000000-0000-4000-8000-000000000000"}},
    "family:receipt": {"holder": True, "kwargs": {**_HERS, "style": "plain"}},
    "family:talk": {"holder": True, "method": "post", "kwargs": _HERS},
    "family:wish": {"holder": True, "kwargs": {**_HERS, "wish": "pause"}},
    "family:files": {"holder": True, "kwargs": _HERS},
    "family:file-begin": {"holder": True, "method": "post", "kwargs": _HERS},
    "family:file-part": {"holder": True, "method": "post", "kwargs": {**_HERS, "key": UUID(int=0)}},
    "family:file-remove": {"holder": True, "kwargs": {**_HERS, "key": UUID(int=0)}},
    "family:messages": {"holder": True, "kwargs": _HERS},
    "family:told": {"holder": True, "kwargs": _HERS},
    "family:amend": {"holder": True, "kwargs": {**_HERS, "question": "parts"}},
    "family:papers": {"holder": True, "kwargs": _HERS},
    "family:download": {"holder": True, "kwargs": _HERS},
    "family:erase": {"holder": True, "kwargs": _HERS},
    "family:erase-sure": {"holder": True, "kwargs": _HERS},
    "family:seen": {"holder": True, "kwargs": _HERS},
    "family:verify": {"public": True},
    "family:follow": {"holder": True, "method": "post", "kwargs": {"slug": "any"}},
    "family:unfollow": {"holder": True, "method": "post", "kwargs": {"slug": "any"}},
}
