"""The declarations of personal data as one table, for docs/data-protection.md (floor 8)."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.core.personal import NOTHING_PERSONAL, PersonalData

HEAD = "| record | what it is for | encrypted columns | readable personal columns | kept |\n|---|---|---|---|---|"


def table() -> str:
    """Return a Markdown table with one row per model that holds something personal, by app and name."""
    return "\n".join([HEAD, *_rows()])


def _rows() -> Iterator[str]:
    for model in sorted(apps.get_models(), key=lambda model: model._meta.label_lower):
        declared = getattr(model, "personal_data", NOTHING_PERSONAL)
        if isinstance(declared, PersonalData) and declared.fields:
            yield _row(model, declared)


def _row(model: type[models.Model], declared: PersonalData) -> str:
    encrypted = {field.name for field in model._meta.concrete_fields if isinstance(field, EncryptedTextField)}
    sealed = _list(declared, [name for name in declared.fields if name in encrypted])
    readable = _list(declared, [name for name in declared.fields if name not in encrypted])
    return f"| `{model._meta.label}` | {declared.use} | {sealed} | {readable} | {declared.retention} |"


def _list(declared: PersonalData, names: list[str]) -> str:
    return ", ".join(f"{name} ({declared.fields[name]})" for name in names) or "none"
