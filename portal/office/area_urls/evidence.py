"""Addresses of what the families sent."""

from django.urls import path

from portal.office.views import evidence

urlpatterns = [
    path("evidence/<uuid:key>/", evidence.ask_to_open, name="evidence-ask"),
    path("evidence/open/<str:token>/", evidence.open_evidence, name="evidence-open"),
]
