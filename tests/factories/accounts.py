"""Holders with their codes, and members of staff with roles."""

import factory

from portal.accounts.enums import Role
from portal.accounts.models import AccessHolder, RoleGrant, User
from portal.accounts.services.holders import create_holder
from portal.audit.actors import VISITOR

from .unique import unique


class UserFactory(factory.django.DjangoModelFactory):
    """Somebody who signs in. Trait-like argument `roles` gives roles."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.LazyFunction(lambda: unique("person"))
    language = "en"

    @factory.post_generation
    def roles(self, create, extracted: list[Role] | None, **kwargs):
        for role in extracted or []:
            RoleGrant.objects.create(user=self, role=role)


def make_holder(language: str = "ar") -> tuple[AccessHolder, str]:
    """Return a holder and her return code (16 digits), made by the service."""
    return create_holder(language=language, actor=VISITOR)
