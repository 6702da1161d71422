"""Addresses of the office. Each area is a module of its own in `area_urls/`; all that stand there are included."""

import pkgutil

from django.urls import include, path

from . import area_urls

app_name = "office"
urlpatterns = [
    path("", include(f"{area_urls.__name__}.{module.name}")) for module in pkgutil.iter_modules(area_urls.__path__)
]
