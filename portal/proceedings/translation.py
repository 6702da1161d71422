"""Which columns exist in four languages."""

from modeltranslation.translator import TranslationOptions, register

from .models import Court, Fact, Proceeding


@register(Court)
class CourtTranslation(TranslationOptions):
    """The name."""

    fields = ("name",)


@register(Proceeding)
class ProceedingTranslation(TranslationOptions):
    """Title, summary, and what final means here."""

    fields = ("title", "summary", "finality_note")


@register(Fact)
class FactTranslation(TranslationOptions):
    """The text and the source's name."""

    fields = ("text", "source_name")
