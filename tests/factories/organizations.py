"""Invented organizations."""

from portal.audit.actors import SYSTEM
from portal.organizations.models import Organization
from portal.organizations.services import create_organization

from .unique import unique


def make_organization(
    *,
    slug: str = "",
    is_verified: bool = True,
    names: dict[str, str] | None = None,
    keeps_the_registry: bool = False,
) -> Organization:
    """An organization with a name in each language; signals are sent when the test's transaction is through."""
    slug = slug or unique("two-rivers")
    names = names or {
        "en": f"Two Rivers ({slug})",
        "ar": f"النهران ({slug})",
        "ckb": f"دوو ڕووبار ({slug})",
        "ku": f"Du Çem ({slug})",
    }
    return create_organization(
        slug=slug, names=names, actor=SYSTEM, is_verified=is_verified, keeps_the_registry=keeps_the_registry
    )
