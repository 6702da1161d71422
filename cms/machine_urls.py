"""Addresses for machines, without a language."""

from django.urls import path

from .sitemap import sitemap

urlpatterns = [path("sitemap.xml", sitemap, name="sitemap")]
