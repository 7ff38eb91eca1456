"""The installation owner's view of the rows, mostly for reading."""

from django.contrib import admin
from django.http import HttpRequest

from reader.models import Article, Membership, Project


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 0


@admin.register(Project)
class ProjectAdmin(admin.ModelAdmin):
    list_display = ("name", "created")
    search_fields = ("name",)
    inlines = (MembershipInline,)


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    list_display = ("title", "project", "source", "published", "deleted")
    list_filter = ("project",)
    list_select_related = ("project",)
    search_fields = ("title", "source")
    readonly_fields = ("project", "version", "characters", "added_by", "added")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # An article comes in through importing, with its snapshot and version.
