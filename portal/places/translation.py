"""Which columns exist in four languages."""

from modeltranslation.translator import TranslationOptions, register

from .models import Place


@register(Place)
class PlaceTranslation(TranslationOptions):
    """The name."""

    fields = ("name",)
