"""The annotations app's pages: most below the address of a project."""

from django.urls import URLPattern, include, path

from annotations.views import (
    archives,
    codebook,
    codebook_import,
    export,
    home,
    imports,
    library,
    notes,
    recleaning,
    search,
    suggestions,
    terms,
    theme,
)

project: list[URLPattern] = [
    path("archive/", archives.take_away, name="archive"),
    path("import/", imports.import_notes, name="import"),
    path("unplaced/", imports.unplaced_list, name="unplaced"),
    path("unplaced/<id:unplaced_id>/place/", imports.unplaced_place, name="unplaced_place"),
    path("unplaced/<id:unplaced_id>/drop/", imports.unplaced_drop, name="unplaced_drop"),
    path("", library.library_page, name="library"),
    path("recleanings/", recleaning.recleanings, name="recleanings"),
    path("recleanings/start/", recleaning.recleaning_start, name="recleaning_start"),
    path("recleanings/<id:batch>/", recleaning.recleaning, name="recleaning"),
    path("recleanings/<id:batch>/change/", recleaning.recleaning_change, name="recleaning_change"),
    path("search/", search.search_page, name="search"),
    path("search/lines.csv", search.search_table, name="search_table"),
    path("notes/", notes.notes_page, name="notes"),
    path("notes/filters/save/", notes.filter_save, name="filter_save"),
    path("notes/filters/<id:saved>/delete/", notes.filter_delete, name="filter_delete"),
    path("exports/", export.exports, name="exports"),
    path("exports/news/", export.export_news, name="export_news"),
    path("exports/start/", export.export_start, name="export_start"),
    path("exports/<uuid:export>/cancel/", export.export_cancel, name="export_cancel"),
    path("export/<str:format>/", export.export, name="export"),
    path("codebook/", codebook.codebook_page, name="codebook"),
    path("codebook/add/", codebook.theme_add, name="theme_add"),
    path("codebook/import/", codebook_import.codebook_import, name="codebook_import"),
    path("codebook/lock/", codebook.codebook_lock, name="codebook_lock"),
    path("codebook/undo/", codebook.codebook_undo, name="codebook_undo"),
    path("codebook/redo/", codebook.codebook_redo, name="codebook_redo"),
    path("suggestions/", suggestions.suggestions_page, name="suggestions"),
    path("terms/", terms.terms_page, name="terms"),
    path("terms/change/", terms.terms_change, name="terms_change"),
    path("themes/<id:theme>/", theme.theme_page, name="theme"),
    path("themes/<id:theme>/edit/", theme.theme_edit, name="theme_edit"),
    path("themes/<id:theme>/merge/", theme.theme_merge, name="theme_merge"),
    path("themes/<id:theme>/split/", theme.theme_split, name="theme_split"),
    path("themes/<id:theme>/move/", theme.theme_move, name="theme_move"),
    path("themes/<id:theme>/archive/", theme.theme_archive, name="theme_archive"),
    path("themes/<id:theme>/pin/", theme.theme_pin, name="theme_pin"),
]

urlpatterns = [
    path("", home.home, name="home"),
    path("projects/restore/", archives.restore, name="restore"),
    path("projects/<id:project>/", include(project)),
]
