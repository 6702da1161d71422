"""Figures of the office, and those that become public."""

from django.urls import path

from portal.office.views import figures

urlpatterns = [
    path("figures/", figures.FiguresView.as_view(), name="figures"),
    path("figures/public/", figures.PublicFiguresView.as_view(), name="figures-public"),
    path("figures/public/<uuid:key>/<slug:act>/", figures.publish, name="figures-publish"),
    path("figures/<uuid:key>/", figures.FiguresView.as_view(), name="figures-month"),
    path("figures/<uuid:key>/<slug:form>/", figures.take, name="figures-take"),
]
