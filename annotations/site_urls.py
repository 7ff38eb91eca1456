"""The annotations app's pages that belong to no project yet."""

from django.urls import path

from annotations.views import archives

urlpatterns = [path("projects/restore/", archives.restore, name="restore")]
