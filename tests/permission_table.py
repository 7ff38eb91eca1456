"""Every address, with the right it asks for, and what whoever has that right gets."""

import uuid
from dataclasses import dataclass, field

P = "/projects/{project}/"
A = P + "articles/{article}/"
TOKEN = "bridge-over-the-river"


@dataclass(frozen=True)
class Row:
    """One method on one address. `right` is what a member needs; "signed_in" and "open" ask for less;
    "theirs" is what the viewer made, for them and for who edits."""

    method: str
    path: str
    right: str
    status: int = 200
    data: dict = field(default_factory=dict)

    @property
    def is_api(self):
        return self.path.startswith(("/api/projects", "/api/me/"))


CHOICE = {"host": "news.example", "action": "strike", "how": "start", "words": "（图为"}
PAGES = {
    "home": [Row("get", "/", "signed_in")],
    "help": [Row("get", "/help/", "signed_in")],
    "welcome": [Row("get", "/welcome/", "open", 404), Row("post", "/welcome/", "open", 404)],
    "join": [Row("get", "/join/" + TOKEN, "open"), Row("get", "/join/nowhere", "open", 404)],
    "sign_in": [Row("get", "/sign-in/", "open"), Row("post", "/sign-in/", "open")],
    "sign_out": [Row("post", "/sign-out/", "open", 302)],
    "account": [
        Row("get", "/account/", "signed_in"),
        Row("post", "/account/", "signed_in", 302, {"first_name": "林晓"}),
    ],
    "password": [Row("get", "/password/", "signed_in"), Row("post", "/password/", "signed_in")],
    "set_language": [Row("post", "/language/", "open", 302, {"language": "en"})],
    "jsi18n": [Row("get", "/jsi18n/", "open")],
    "healthz": [Row("get", "/healthz", "open")],
    "projects": [Row("get", "/projects/", "signed_in"), Row("post", "/projects/", "signed_in", 302, {"name": "新"})],
    "restore": [Row("get", "/projects/restore/", "signed_in"), Row("post", "/projects/restore/", "signed_in", 422)],
    "archive": [Row("get", P + "archive/", "read")],
    "import": [Row("get", P + "import/", "edit"), Row("post", P + "import/", "edit", 422)],
    "unplaced": [Row("get", P + "unplaced/", "read")],
    "unplaced_place": [Row("post", P + "unplaced/{unplaced}/place/", "edit", 302)],
    "unplaced_drop": [Row("post", P + "unplaced/{unplaced}/drop/", "edit", 302)],
    "library": [Row("get", P, "read")],
    "search": [Row("get", P + "search/?q=绿道&view=lines", "read")],
    "search_file": [Row("get", P + "search/table.csv?q=绿道", "read")],
    "search_save": [Row("post", P + "search/save/", "read", 302, {"name": "绿道", "query": "q=绿道"})],
    "search_forget": [Row("post", P + "search/saved/1/forget/", "read", 302)],
    "articles_act": [
        Row("post", P + "articles/act/", "mark", 302, {"act": "star"}),
        Row("post", P + "articles/act/", "edit", 302, {"act": "delete"}),
        Row("post", P + "articles/act/", "edit", 302, {"act": "reclean"}),
        Row("post", P + "articles/act/", "read", 302, {"act": "export"}),
        Row("post", P + "articles/act/", "read", 302, {"act": "compare"}),
    ],
    "articles_undo": [Row("post", P + "articles/undo/", "mark", 302)],
    "density": [Row("post", P + "density/", "read", 302, {"compact": "1"})],
    "coding": [Row("get", P + "search/code/?q=绿道&theme=1", "mark")],
    "coding_start": [Row("post", P + "search/code/start/", "mark", 302)],
    "analysis": [Row("get", P + "analysis/?by=month&measure=rate", "read")],
    "documents": [Row("get", P + "analysis/documents/?kind=通知", "read")],
    "documents_file": [Row("get", P + "analysis/documents/table.csv", "read")],
    "numbers": [Row("get", P + "analysis/numbers/?unit=元&sort=most", "read")],
    "numbers_file": [Row("get", P + "analysis/numbers/table.xlsx", "read")],
    "finding_correct": [
        Row("post", P + "analysis/documents/correct/", "mark", 302, {"article": 1, "start": 0, "end": 1, "act": "drop"})
    ],
    "finding_restore": [Row("post", P + "analysis/corrections/{correction}/restore/", "edit", 302)],
    "analysis_file": [Row("get", P + "analysis/table.xlsx", "read")],
    "together": [Row("get", P + "analysis/together/?how=near&one=1&other=2", "read")],
    "together_file": [Row("get", P + "analysis/together/table.csv", "read")],
    "drift": [Row("get", P + "analysis/drift/?old={article}&new={article}", "read")],
    "drift_file": [Row("get", P + "analysis/drift/table.csv?old={article}&new={article}", "read")],
    "notes": [Row("get", P + "notes/", "read")],
    "filter_save": [Row("post", P + "notes/filters/save/", "read", 302, {"name": "待议", "query": "note=with"})],
    "filter_delete": [Row("post", P + "notes/filters/1/delete/", "read", 302)],
    "exports": [Row("get", P + "exports/", "read")],
    "export_news": [Row("get", P + "exports/news/", "read")],
    "export_start": [Row("post", P + "exports/start/", "read", 302, {"format": "csv"})],
    "export_cancel": [Row("post", P + "exports/{export}/cancel/", "theirs", 302)],
    "project_citation": [Row("post", P + "citation/", "edit", 302, {"citation": "2015 numeric"})],
    "article_citation": [Row("post", A + "citation/", "edit", 302, {"citation_kind": "N"})],
    "export": [Row("get", P + "export/markdown/", "read")],
    "project": [Row("get", P + "settings/", "read")],
    "project_rename": [Row("post", P + "rename/", "own", 302, {"name": "改"})],
    "project_delete": [Row("post", P + "delete/", "own", 422, {"name": "不是它"})],
    "member_add": [Row("post", P + "members/add/", "own", 201, {"username": "stranger", "role": "viewer"})],
    "invitation_withdraw": [Row("post", P + "invitations/{invitation}/withdraw/", "own", 302)],
    "member_change": [Row("post", P + "members/{viewer}/change/", "own", 302, {"role": "coder"})],
    "member_remove": [Row("post", P + "members/{viewer}/remove/", "own", 302)],
    "capture": [
        Row("get", P + "capture/", "edit"),
        Row("post", P + "capture/", "edit", 302, {"way": "paste", "text": "标题一行\n\n正文一段，说的是一件事情。"}),
    ],
    "receive": [
        Row("get", P + "capture/receive/", "edit"),
        Row("post", P + "capture/receive/", "edit", 422, {"html": "", "url": ""}),
    ],
    "batches": [Row("get", P + "batches/", "edit")],
    "batch": [Row("get", P + "batches/{batch}/", "edit")],
    "batch_cancel": [Row("post", P + "batches/{batch}/cancel/", "edit", 302)],
    "batch_retry": [Row("post", P + "batches/{batch}/retry/", "edit", 302)],
    "batch_whole": [
        Row("get", P + "batches/{batch}/items/0/whole/", "edit"),
        Row("post", P + "batches/{batch}/items/0/whole/", "edit", 302, {"title": "登录页"}),
    ],
    "recleanings": [Row("get", P + "recleanings/", "edit")],
    "recleaning_start": [Row("post", P + "recleanings/start/", "edit", 302, {"which": "all"})],
    "recleaning": [Row("get", P + "recleanings/{recleaning}/", "edit")],
    "recleaning_change": [Row("post", P + "recleanings/{recleaning}/change/", "edit", 302, {"act": "undo"})],
    "codebook": [Row("get", P + "codebook/", "read")],
    "theme_add": [Row("post", P + "codebook/add/", "edit", 302, {"name": "新主题"})],
    "codebook_import": [Row("get", P + "codebook/import/", "edit"), Row("post", P + "codebook/import/", "edit", 422)],
    "codebook_lock": [Row("post", P + "codebook/lock/", "edit", 302, {"locked": "0"})],
    "codebook_undo": [Row("post", P + "codebook/undo/", "mark", 302)],
    "codebook_redo": [Row("post", P + "codebook/redo/", "mark", 302)],
    "suggestions": [Row("get", P + "suggestions/?theme={theme}", "read")],
    "terms": [Row("get", P + "terms/?word=绿道", "read")],
    "terms_change": [Row("post", P + "terms/change/", "edit", 302, {"act": "add", "word": "绿道网"})],
    "theme": [Row("get", P + "themes/{theme}/", "read")],
    "theme_edit": [Row("post", P + "themes/{theme}/edit/", "edit", 302, {"name": "改名", "colour": 2})],
    "theme_merge": [Row("post", P + "themes/{theme}/merge/", "edit", 302, {"target": "0"})],
    "theme_split": [Row("post", P + "themes/{theme}/split/", "edit", 302, {"name": "分"})],
    "theme_move": [Row("post", P + "themes/{theme}/move/", "edit", 302, {"parent": ""})],
    "theme_archive": [Row("post", P + "themes/{theme}/archive/", "edit", 302)],
    "theme_pin": [Row("post", P + "themes/{theme}/pin/", "edit", 404)],
    "bin": [Row("get", P + "bin/", "read")],
    "article": [Row("get", A, "read")],
    "record": [Row("get", A + "record/", "read")],
    "record_change": [Row("post", A + "record/change/", "edit", 302, {"act": "strike", "version": 1, "row": 4})],
    "comparison": [Row("get", A + "comparison/", "read")],
    "pages": [
        Row("get", A + "pages/", "read"),
        Row("post", A + "pages/", "edit", 422, {"act": "arrange", "version": 1, "page": [0]}),
    ],
    "metadata": [Row("get", A + "metadata/", "read"), Row("post", A + "metadata/", "edit", 302, {"title": "改题"})],
    "metadata_release": [Row("post", A + "metadata/release/", "edit", 302, {"field": "title"})],
    "choices": [Row("get", P + "choices/", "read")],
    "choice_new": [
        Row("get", P + "choices/new/", "edit"),
        Row("post", P + "choices/new/", "edit", 302, CHOICE | {"words": "延伸阅读"}),
    ],
    "choice": [Row("get", P + "choices/{choice}/", "edit"), Row("post", P + "choices/{choice}/", "edit", 302, CHOICE)],
    "choice_apply": [Row("post", P + "choices/{choice}/apply/", "edit", 302)],
    "choice_delete": [Row("post", P + "choices/{choice}/delete/", "edit", 302)],
    "original": [Row("get", A + "original/", "read")],
    "original_shown": [Row("get", A + "original/shown/", "read")],
    "article_delete": [Row("post", A + "delete/", "edit", 302)],
    "article_restore": [Row("post", P + "articles/{deleted}/restore/", "edit", 302)],
}
DOCS = [Row("get", "/api/openapi.json", "signed_in"), Row("get", "/api/docs", "signed_in")]

APPEARANCE = {"scheme": "sepia", "typeface": "kai", "size": 20, "leading": 18, "width": 40, "indent": False}

API = [
    Row(method, "/api" + path, right, status, data)
    for method, path, right, status, data in [
        ("get", A + "desk", "read", 200, {}),
        ("put", "/me/appearance", "signed_in", 204, APPEARANCE),
        ("put", "/me/toured", "signed_in", 204, {}),
        ("put", "/me/shortcuts", "signed_in", 200, {"help": "h"}),
        ("get", A + "desk/changes?since=0", "read", 200, {}),
        ("get", A + "found?q=绿道", "read", 200, {}),
        ("get", P + "goals?q=绿", "read", 200, {}),
        ("get", A + "reanchoring", "read", 200, {}),
        ("put", A + "progress", "read", 204, {"block": 1, "blocks": 3}),
        ("put", P + f"highlights/{uuid.UUID(int=7)}", "mark", 201, {"highlight": True}),
        ("get", P + "highlights/{highlight}", "read", 200, {}),
        ("delete", P + "highlights/{highlight}", "mark", 204, {}),
        ("post", P + "rejections", "mark", 204, {"rejection": True}),
        ("get", P + "annotations", "read", 200, {}),
        ("get", P + "archive", "read", 200, {}),
        ("post", P + "exports", "read", 202, {"format": "csv"}),
        ("get", P + "exports/{export}", "read", 200, {}),
        ("delete", P + "exports/{export}", "theirs", 204, {}),
        ("get", P + "exports/{export}/file", "read", 200, {}),
        ("put", P + "memo", "mark", 200, {"text": "想法"}),
        ("put", A + "memo", "mark", 200, {"text": "想法"}),
        ("put", P + "themes/{theme}/memo", "mark", 200, {"text": "想法"}),
        ("post", A + "undo", "mark", 409, {}),
        ("post", A + "redo", "mark", 409, {}),
        ("post", P + "themes", "edit", 201, {"name": "新主题", "parent": None}),
        ("post", P + "themes/{theme}/move", "edit", 204, {"parent": None}),
        ("post", A + "article-themes", "edit", 200, {"name": "手加的"}),
        ("put", A + "article-themes/order", "edit", 200, {"ids": []}),
        ("post", A + "article-themes/accept-all", "edit", 200, {}),
        ("patch", P + "article-themes/{proposal}", "edit", 200, {"status": "rejected"}),
    ]
]
ROWS = [row for rows in PAGES.values() for row in rows] + DOCS + API
