"""Public figures, under /<lang>/figures/."""

from django.urls import path

from .views import FiguresPage

app_name = "figures"
urlpatterns = [path("", FiguresPage.as_view(), name="index")]
