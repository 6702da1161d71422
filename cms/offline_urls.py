"""All guides on one page, and the worker that keeps it; under /<lang>/help/offline/, the worker's whole reach."""

from django.urls import path

from . import views

app_name = "offline"
urlpatterns = [
    path("", views.OfflinePage.as_view(), name="page"),
    path("worker.js", views.offline_worker, name="worker"),
]
