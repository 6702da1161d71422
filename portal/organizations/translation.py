"""Which columns exist in four languages."""

from modeltranslation.translator import TranslationOptions, register

from .models import Organization


@register(Organization)
class OrganizationTranslation(TranslationOptions):
    """Name and description."""

    fields = ("name", "description")
