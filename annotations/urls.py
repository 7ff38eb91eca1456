"""The annotations app's pages, below the address of a project."""

from django.urls import path

from annotations.views import archives, export, imports, library, notes

urlpatterns = [
    path("archive/", archives.take_away, name="archive"),
    path("import/", imports.import_notes, name="import"),
    path("unplaced/", imports.unplaced_list, name="unplaced"),
    path("unplaced/<int:unplaced_id>/place/", imports.unplaced_place, name="unplaced_place"),
    path("unplaced/<int:unplaced_id>/drop/", imports.unplaced_drop, name="unplaced_drop"),
    path("", library.library_page, name="library"),
    path("notes/", notes.notes_page, name="notes"),
    path("notes/filters/save/", notes.filter_save, name="filter_save"),
    path("notes/filters/<int:saved>/delete/", notes.filter_delete, name="filter_delete"),
    path("exports/", export.exports, name="exports"),
    path("exports/start/", export.export_start, name="export_start"),
    path("exports/<uuid:export>/cancel/", export.export_cancel, name="export_cancel"),
    path("export/<str:format>/", export.export, name="export"),
]
