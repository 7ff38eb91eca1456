"""The annotations app's pages, below the address of a project."""

from django.urls import path

from annotations import views

urlpatterns = [
    path("", views.library_page, name="library"),
    path("export/<str:format>/", views.export, name="export"),
]
