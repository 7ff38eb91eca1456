"""The annotations app's pages, below the address of a project."""

from django.urls import path

from annotations.views import export, library

urlpatterns = [
    path("", library.library_page, name="library"),
    path("export/<str:format>/", export.export, name="export"),
]
