"""Addresses of this app, under the language prefix."""

from django.urls import path

from .views import HelpView, ReportView, ThanksView

app_name = "support"
urlpatterns = [
    path("help/", HelpView.as_view(), name="help"),
    path("tell-us/<slug:kind>/", ReportView.as_view(), name="report"),
    path("tell-us/<slug:kind>/sent/", ThanksView.as_view(), name="thanks"),
]
