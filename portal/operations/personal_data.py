"""The declarations of personal data as one table, for docs/data-protection.md (floor 8)."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.core.personal import NOTHING_PERSONAL, PersonalData

WHY = """Columns of class S3 that stay readable to the database, and why:

| record | column | why |
|---|---|---|"""
HEAD = "| record | what it is for | encrypted columns | readable personal columns | kept |\n|---|---|---|---|---|"


def table() -> str:
    """Return a Markdown table with a row for each model that holds something personal, and one of what is in clear."""
    declared = list(_declared())
    rows = [_row(model, of_it) for model, of_it in declared]
    reasons = [
        f"| `{model._meta.label}` | {name} | {why} |"
        for model, of_it in declared
        for name, why in of_it.in_clear.items()
    ]
    return "\n".join([HEAD, *rows, "", WHY, *reasons])


def _declared() -> Iterator[tuple[type[models.Model], PersonalData]]:
    for model in sorted(apps.get_models(), key=lambda model: model._meta.label_lower):
        declared = getattr(model, "personal_data", NOTHING_PERSONAL)
        if isinstance(declared, PersonalData) and declared.fields:
            yield model, declared


def _row(model: type[models.Model], declared: PersonalData) -> str:
    encrypted = {field.name for field in model._meta.concrete_fields if isinstance(field, EncryptedTextField)}
    sealed = _list(declared, [name for name in declared.fields if name in encrypted])
    readable = _list(declared, [name for name in declared.fields if name not in encrypted])
    return f"| `{model._meta.label}` | {declared.use} | {sealed} | {readable} | {declared.retention} |"


def _list(declared: PersonalData, names: list[str]) -> str:
    return ", ".join(f"{name} ({declared.fields[name]})" for name in names) or "none"
