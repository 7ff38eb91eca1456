"""Every address of the site. The annotations app's pages are named here as a string only."""

from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.gzip import gzip_page
from django.views.i18n import JavaScriptCatalog, set_language

from reader.api.routes import api
from reader.server import routes as _routes  # noqa: F401  (it makes <id:…> known)
from reader.views import (
    account,
    article_pages,
    articles,
    batches,
    capture,
    choices,
    citations,
    comparison,
    home,
    invitations,
    many,
    metadata,
    originals,
    projects,
    receive,
    record,
)

handler400 = "reader.views.errors.bad_request"
handler500 = "reader.views.errors.server_error"

project: list[URLPattern | URLResolver] = [
    path("settings/", projects.project, name="project"),
    path("rename/", projects.project_rename, name="project_rename"),
    path("citation/", citations.project_citation, name="project_citation"),
    path("articles/<id:article>/citation/", citations.article_citation, name="article_citation"),
    path("delete/", projects.project_delete, name="project_delete"),
    path("members/add/", invitations.member_add, name="member_add"),
    path("members/<id:user>/change/", projects.member_change, name="member_change"),
    path("members/<id:user>/remove/", projects.member_remove, name="member_remove"),
    path("invitations/<id:invitation>/withdraw/", invitations.invitation_withdraw, name="invitation_withdraw"),
    path("capture/", capture.capture, name="capture"),
    path("capture/receive/", receive.receive, name="receive"),
    path("batches/", batches.batch_list, name="batches"),
    path("batches/<id:batch>/", batches.batch, name="batch"),
    path("batches/<id:batch>/cancel/", batches.batch_cancel, name="batch_cancel"),
    path("batches/<id:batch>/retry/", batches.batch_retry, name="batch_retry"),
    path("batches/<id:batch>/items/<id:position>/whole/", batches.batch_whole, name="batch_whole"),
    path("articles/act/", many.articles_act, name="articles_act"),
    path("articles/undo/", many.articles_undo, name="articles_undo"),
    path("density/", many.density, name="density"),
    path("bin/", articles.recycle_bin, name="bin"),
    path("articles/<id:article>/", articles.article, name="article"),
    path("articles/<id:article>/record/", record.record, name="record"),
    path("articles/<id:article>/record/change/", record.record_change, name="record_change"),
    path("articles/<id:article>/comparison/", comparison.comparison, name="comparison"),
    path("articles/<id:article>/pages/", article_pages.pages, name="pages"),
    path("articles/<id:article>/metadata/", metadata.metadata, name="metadata"),
    path("articles/<id:article>/metadata/release/", metadata.metadata_release, name="metadata_release"),
    path("choices/", choices.choice_list, name="choices"),
    path("choices/new/", choices.choice_new, name="choice_new"),
    path("choices/<id:choice>/", choices.choice, name="choice"),
    path("choices/<id:choice>/apply/", choices.choice_apply, name="choice_apply"),
    path("choices/<id:choice>/delete/", choices.choice_delete, name="choice_delete"),
    path("articles/<id:article>/original/", originals.original, name="original"),
    path("articles/<id:article>/original/shown/", originals.original_shown, name="original_shown"),
    path("articles/<id:article>/delete/", articles.article_delete, name="article_delete"),
    path("articles/<id:article>/restore/", articles.article_restore, name="article_restore"),
]

urlpatterns = [
    path("welcome/", account.welcome, name="welcome"),
    path("join/<str:token>", invitations.join, name="join"),
    path("sign-in/", LoginView.as_view(template_name="reader/sign_in.html"), name="sign_in"),
    path("sign-out/", LogoutView.as_view(), name="sign_out"),
    path("account/", account.account, name="account"),
    path("password/", account.password, name="password"),
    path("help/", home.help_page, name="help"),
    path("language/", set_language, name="set_language"),
    path("jsi18n/", gzip_page(JavaScriptCatalog.as_view(packages=["reader", "annotations"])), name="jsi18n"),
    path("", include("annotations.urls")),
    path("projects/", projects.project_list, name="projects"),
    path("projects/<id:project>/", include(project)),
    path("api/", api.urls),
    path("admin/", admin.site.urls),
    path("healthz", home.healthz, name="healthz"),
]
