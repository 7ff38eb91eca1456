"""The annotations app's pages, below the address of a project."""

from django.urls import path

from annotations.views import archives, export, library

urlpatterns = [
    path("archive/", archives.take_away, name="archive"),
    path("", library.library_page, name="library"),
    path("export/<str:format>/", export.export, name="export"),
]
