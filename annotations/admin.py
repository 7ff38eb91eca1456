"""The installation owner's view of marks and themes: to look at, not to change, for the pages keep the history."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from annotations.models import ArticleTheme, Event, Highlight, Theme


class ReadOnlyAdmin(admin.ModelAdmin):
    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Theme)
class ThemeAdmin(ReadOnlyAdmin):
    list_display = ("name", "project", "parent", "colour", "created")
    list_filter = ("project",)
    list_select_related = ("project", "parent")
    search_fields = ("name",)


@admin.register(ArticleTheme)
class ArticleThemeAdmin(ReadOnlyAdmin):
    list_display = ("name", "article", "status", "score")
    list_filter = ("project", "status")
    list_select_related = ("article",)
    search_fields = ("name", "lead")


@admin.register(Highlight)
class HighlightAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "article", "author", "updated", "deleted")
    list_filter = ("project",)
    list_select_related = ("article", "author")
    search_fields = ("exact", "note")


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ("time", "actor", "action", "subject", "subject_id", "project")
    list_filter = ("project", "action", "subject")
    list_select_related = ("actor", "project")
