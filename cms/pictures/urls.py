"""Pictures under /media/. There is no other file under that address."""

from django.urls import path

from .views import PictureFile

urlpatterns = [path("images/<str:name>", PictureFile.as_view(), name="picture_file")]
