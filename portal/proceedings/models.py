"""Courts, proceedings and their public facts, in four languages, each fact with source and date (floor 4)."""

import uuid
from collections.abc import Iterable

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.languages import LANGUAGES
from portal.core.models import TimestampedModel, UUIDModel
from portal.core.personal import NOTHING_PERSONAL
from portal.organizations.models import Organization
from portal.places.models import Place

from .enums import OPEN_STAGES, ProceedingKind, Stage, kind_label


class Court(UUIDModel):
    """A court or investigating body."""

    slug = models.SlugField(_("Short name for addresses"), max_length=80, unique=True)
    name = models.CharField(_("Name"), max_length=200)
    country = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("Country")
    )
    can_impose_death_penalty = models.BooleanField(_("This court can impose the death penalty."), default=False)

    personal_data = NOTHING_PERSONAL

    class Meta:
        verbose_name, verbose_name_plural = _("Court"), _("Courts")

    def __str__(self) -> str:
        return self.name


class ProceedingQuerySet(models.QuerySet["Proceeding"]):
    """Proceedings in the words of the domain."""

    def public(self) -> "ProceedingQuerySet":
        """Those the public may see."""
        return self.filter(is_public=True)

    def open(self) -> "ProceedingQuerySet":
        """Those that are not over."""
        return self.filter(stage__in=OPEN_STAGES)


class Proceeding(UUIDModel, TimestampedModel):
    """One proceeding. Only what is public record stands here, never a victim's or a witness's name."""

    slug = models.SlugField(_("Short name for addresses"), max_length=80, unique=True)
    title = models.CharField(_("Title"), max_length=250)
    summary = models.TextField(_("Summary"), blank=True)
    finality_note = models.TextField(_("Is it final?"), blank=True)
    court = models.ForeignKey(Court, on_delete=models.PROTECT, related_name="proceedings", verbose_name=_("Court"))
    kind = models.CharField(_("Kind of proceeding"), max_length=20, choices=ProceedingKind.choices)
    stage = models.CharField(_("Stage"), max_length=20, choices=Stage.choices)
    case_number = models.CharField(_("Case number"), max_length=80, blank=True)
    last_news_on = models.DateField(_("Last news"), null=True, blank=True)
    last_checked_on = models.DateField(_("Last checked"))
    is_public = models.BooleanField(_("Everybody may see it"), default=True)

    objects = ProceedingQuerySet.as_manager()

    personal_data = NOTHING_PERSONAL

    class Meta:
        ordering = ["-last_news_on", "slug"]
        verbose_name, verbose_name_plural = _("Proceeding"), _("Proceedings")

    def __str__(self) -> str:
        return self.title

    @property
    def kind_label(self) -> str | Promise:
        """The kind in the words of the court's country."""
        return kind_label(self.kind, country=self.court.country.code if self.court.country else "")

    @property
    def is_open(self) -> bool:
        """Whether something is still awaited."""
        return self.stage in OPEN_STAGES


class Fact(UUIDModel):
    """One thing that happened, with its source. `occurred` is EDTF; `order` sorts facts of one proceeding."""

    proceeding = models.ForeignKey(
        Proceeding, on_delete=models.CASCADE, related_name="facts", verbose_name=_("Proceeding")
    )
    occurred = models.CharField(_("Date"), max_length=32, blank=True)
    order = models.PositiveSmallIntegerField(_("Place in the order"))
    text = models.TextField(_("Text"))
    source_name = models.CharField(_("Source"), max_length=200)
    source_date = models.CharField(_("Date of the source"), max_length=32, blank=True)
    source_url = models.URLField(_("Web address of the source"), blank=True)

    personal_data = NOTHING_PERSONAL

    class Meta:
        ordering = ["order"]
        verbose_name, verbose_name_plural = _("Fact"), _("Facts")
        constraints = [models.UniqueConstraint(fields=["proceeding", "order"], name="facts_have_one_order")]


class PublishedUpdateQuerySet(models.QuerySet["PublishedUpdate"]):
    """Published updates in the words of the domain."""

    def about(self, translation_keys: Iterable[uuid.UUID]) -> "PublishedUpdateQuerySet":
        """All languages of the given updates."""
        return self.filter(translation_key__in=list(translation_keys))


class PublishedUpdate(UUIDModel):
    """What higher floors may know of an organization's update: one row per language, written by the public site.

    `translation_key` joins the languages of one update; `url_path` begins with a slash. Gone when unpublished.
    """

    translation_key = models.UUIDField()
    language = models.CharField(max_length=5, choices=[(code, entry.native) for code, entry in LANGUAGES.items()])
    proceeding = models.ForeignKey(Proceeding, on_delete=models.CASCADE, related_name="published_updates")
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="published_updates")
    title = models.CharField(max_length=255)
    url_path = models.CharField(max_length=2000)
    published_at = models.DateTimeField()

    objects = PublishedUpdateQuerySet.as_manager()

    personal_data = NOTHING_PERSONAL

    class Meta:
        ordering = ["-published_at"]
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "language"], name="one_published_update_per_language")
        ]
