"""Every model says what is personal on it: nothing is stored of a person without a stated use (R-102)."""

import pytest
from django.apps import apps
from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.core.personal import NOTHING_PERSONAL, PersonalData
from portal.operations.personal_data import table

from .sources import ROOT

OURS = ("portal.", "cms")
ABOUT_PEOPLE = {
    "accounts",
    "audit",
    "detainees",
    "evidence",
    "following",
    "matching",
    "notifications",
    "organizations",
    "referrals",
    "registry",
    "support",
}


def _models():
    for model in apps.get_models():
        if model.__module__.startswith(OURS) and model._meta.app_label in ABOUT_PEOPLE | {"confidential", "places"}:
            yield model


def _own_fields(model) -> set[str]:
    """Columns that say something themselves: no keys and no links to other rows."""
    return {
        field.name for field in model._meta.concrete_fields if not field.primary_key and not field.is_relation
    } - _translated(model)


def _translated(model) -> set[str]:
    """The columns per language of a public text stand for the text itself."""
    codes = ("_ar", "_ckb", "_ku", "_en")
    names = {field.name for field in model._meta.concrete_fields}
    return {name for name in names for code in codes if name.endswith(code) and name.removesuffix(code) in names}


def test_there_is_something_to_test():
    assert {model._meta.app_label for model in _models()} >= ABOUT_PEOPLE


@pytest.mark.parametrize("model", list(_models()), ids=lambda model: model._meta.label)
def test_a_model_declares_every_field(model):
    declared = getattr(model, "personal_data", None)
    assert isinstance(declared, PersonalData), "declare personal_data"
    if declared is NOTHING_PERSONAL:
        return
    assert declared.use
    assert declared.retention
    named = {*declared.fields, *declared.technical}
    assert not set(declared.fields) & set(declared.technical)
    assert not _own_fields(model) - named, "undeclared fields"
    assert not named - {field.name for field in model._meta.get_fields()}, "declared fields that do not exist"


@pytest.mark.parametrize("model", list(_models()), ids=lambda model: model._meta.label)
def test_what_is_encrypted_is_declared_as_personal(model):
    encrypted = {field.name for field in model._meta.concrete_fields if isinstance(field, EncryptedTextField)}
    declared = getattr(model, "personal_data", NOTHING_PERSONAL)
    assert not encrypted - set(declared.fields)


@pytest.mark.parametrize("model", list(_models()), ids=lambda model: model._meta.label)
def test_free_text_about_a_person_is_encrypted(model):
    """What a person writes in own words is class S3 or S2 and stands in no readable column."""
    declared = getattr(model, "personal_data", NOTHING_PERSONAL)
    sealed = (name for name, sensitivity in declared.fields.items() if sensitivity == "S3")
    assert [name for name in sealed if isinstance(model._meta.get_field(name), models.TextField)] == []


@pytest.mark.parametrize("model", list(_models()), ids=lambda model: model._meta.label)
def test_what_is_sealed_by_its_class_is_encrypted_or_says_why_not(model):
    """Class S3 in a readable column has a stated reason, and nothing else has one."""
    declared = getattr(model, "personal_data", NOTHING_PERSONAL)
    sealed = {name for name, sensitivity in declared.fields.items() if sensitivity == "S3"}
    encrypted = {field.name for field in model._meta.concrete_fields if isinstance(field, EncryptedTextField)}
    assert set(declared.in_clear) == sealed - encrypted
    assert all(declared.in_clear.values())


def test_the_table_in_the_documents_is_current():
    """Mend with `manage.py personal_data --write`."""
    assert table() in (ROOT / "docs" / "data-protection.md").read_text()
