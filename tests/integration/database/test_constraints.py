"""Every constraint of ours is refused by the database when it is broken, and only then."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError, connections, models, router, transaction

from .access_cases import ACCESS_CASES
from .casework_cases import CASEWORK_CASES
from .constraint_cases import CASES as GENERAL_CASES
from .extract_cases import EXTRACT_CASES
from .figure_cases import FIGURE_CASES
from .guarding_cases import GUARDING_CASES
from .record_cases import RECORD_CASES
from .telling_cases import CASES as TELLING_CASES

CASES = (
    GENERAL_CASES
    | ACCESS_CASES
    | CASEWORK_CASES
    | EXTRACT_CASES
    | FIGURE_CASES
    | GUARDING_CASES
    | RECORD_CASES
    | TELLING_CASES
)

pytestmark = pytest.mark.django_db


def constraints() -> dict[str, models.BaseConstraint]:
    """All of our models, by name."""
    ours = (model for model in apps.get_models() if model.__module__.startswith(("portal.", "cms.")))
    return {one.name: one for model in ours for one in model._meta.constraints}


def _values(given: dict) -> dict:
    return {name: value() if callable(value) else value for name, value in given.items()}


def _write(row: models.Model, values: dict, *, is_check: bool) -> None:
    """Change the row where a check is tried; else write a copy beside it."""
    model = type(row)
    with transaction.atomic(using=router.db_for_write(model)):
        if is_check:
            model._default_manager.filter(pk=row.pk).update(**values)
            return
        copy = model._default_manager.get(pk=row.pk)
        for name, value in values.items():
            setattr(copy, name, value)
        copy.pk, copy._state.adding = (uuid4() if isinstance(model._meta.pk, models.UUIDField) else None), True
        copy.save(force_insert=True)


def test_every_constraint_has_a_case() -> None:
    assert sorted(CASES) == sorted(constraints())


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_database_refuses_what_breaks_the_rule_and_allows_the_rest(name: str) -> None:
    case = CASES[name]
    is_check = isinstance(constraints()[name], models.CheckConstraint)
    row = case.make()
    with pytest.raises(IntegrityError) as refused:
        _write(row, _values(case.breaking), is_check=is_check)
    if is_check or connections[router.db_for_write(type(row))].vendor == "postgresql":
        assert name in str(refused.value)
    _write(row, _values(case.allowed), is_check=is_check)
