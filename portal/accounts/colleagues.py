"""Colleagues: who holds a role, and how a form asks for one of them (floor 2)."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet

from portal.core.asking import MISSING

from .models import RoleGrant, User

_BY_NAME = ("first_name", "username")


def people_with(roles: Iterable[str]) -> QuerySet[User]:
    """Return the active people who hold one of the roles now, by name."""
    grants = RoleGrant.objects.live().filter(role__in=roles)
    return User.objects.filter(is_active=True, pk__in=grants.values("user_id")).order_by(*_BY_NAME)


def people_ever() -> QuerySet[User]:
    """Return all who hold or once held a role, by name: what they did stays theirs."""
    return User.objects.filter(pk__in=RoleGrant.objects.values("user_id")).order_by(*_BY_NAME)


class ColleagueField(forms.ModelChoiceField):
    """One of several people, by the name colleagues know. A form says which people when it is made."""

    def __init__(self, label: Any, **kwargs):
        options = {"empty_label": "—", "widget": forms.Select(attrs={"class": "input"}), "error_messages": MISSING}
        super().__init__(User.objects.none(), label=label, **{**options, **kwargs})

    def label_from_instance(self, obj: User) -> str:
        """The name."""
        return obj.shown_name
