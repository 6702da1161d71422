"""Public pages about proceedings, under /<lang>/proceedings/."""

from django.urls import path

from . import views

app_name = "proceedings"
urlpatterns = [
    path("", views.ProceedingList.as_view(), name="index"),
    path("<slug:slug>/", views.ProceedingDetail.as_view(), name="detail"),
]
