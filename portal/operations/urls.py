"""Addresses for machines, and the style guide where it is wanted."""

from django.conf import settings
from django.urls import path

from . import views
from .design.views import guide

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("robots.txt", views.robots, name="robots"),
]

if settings.STYLE_GUIDE:
    urlpatterns += [
        path("design/", guide, name="design"),
        path("design/<str:language>/", guide, name="design"),
        path("design/<str:language>/<str:chapter>/", guide, name="design"),
    ]
