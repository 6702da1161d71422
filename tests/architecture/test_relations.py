"""Law: a relation between models points to the same app or to a lower floor.

import-linter cannot see a foreign key that is written as a string, so the loaded models are walked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db import models

from tests.architecture.floors import FLOOR_OF, HIGHEST_FLOOR_UNDER_CMS


def our_app(model: type[models.Model]) -> str | None:
    """`registry` for a model of portal.registry, `cms` for one of the public site, None for a library's."""
    package, _, rest = model.__module__.partition(".")
    if package == "cms":
        return "cms"
    return rest.partition(".")[0] if package == "portal" else None


def may_point(source: str, target: str) -> bool:
    """Whether a model of one of our apps may relate to a model of another."""
    if source == target:
        return True
    if target == "cms":
        return False
    if source == "cms":
        return FLOOR_OF[target] <= HIGHEST_FLOOR_UNDER_CMS
    return FLOOR_OF[target] < FLOOR_OF[source]


def upward(every_model: Iterable[type[models.Model]]) -> Iterator[str]:
    """Each relation that points up or sideways."""
    for model in every_model:
        source = our_app(model)
        if source is None:
            continue
        for field in model._meta.get_fields():
            if field.auto_created or not field.is_relation or not isinstance(field.related_model, type):
                continue
            target = our_app(field.related_model)
            if target is not None and not may_point(source, target):
                yield f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"


def test_no_relation_points_up() -> None:
    assert list(upward(apps.get_models(include_auto_created=True))) == []


def test_the_law_catches_a_bad_sample() -> None:
    high = type("High", (models.Model,), {"__module__": "portal.registry.sample", "Meta": meta("high")})
    low = type(
        "Low",
        (models.Model,),
        {
            "__module__": "portal.audit.sample",
            "Meta": meta("low"),
            "registration": models.ForeignKey(high, models.CASCADE, related_name="+"),
        },
    )
    assert list(upward([low, high])) == ["sample_low.Low.registration -> sample_high.High"]
    assert may_point("registry", "accounts") and may_point("cms", "proceedings")
    assert not may_point("registry", "detainees") and not may_point("cms", "registry")
    assert not may_point("office", "cms")


def meta(name: str) -> type:
    """A Meta that keeps a sample model out of every real app."""
    return type("Meta", (), {"app_label": f"sample_{name}", "managed": False})
