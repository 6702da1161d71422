"""Which columns exist in four languages."""

from modeltranslation.translator import TranslationOptions, register

from .models import Organization, Recipient


@register(Organization)
class OrganizationTranslation(TranslationOptions):
    """Name and description."""

    fields = ("name", "description")


@register(Recipient)
class RecipientTranslation(TranslationOptions):
    """Name, and what giving to it may lead to."""

    fields = ("name", "risk")
