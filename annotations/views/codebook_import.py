"""A codebook's file: a look at what it would create, change and leave out, then taking it in."""

from collections import Counter
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from annotations.codebook import importing
from annotations.imports.codebook.planning import KINDS, Difference, Step
from annotations.views.arriving import FileForm, into_project
from reader import waiting
from reader.models import Membership
from reader.views.frame import project_page
from reader.waiting import File
from reader.wording import in_words

SHOWN = 300
CodebookForm = partial(FileForm, gettext_lazy("主题表文件"), ".csv,.tsv,.txt,.qdc,.qde,.xml")
KIND_WORDS = {
    "create": gettext_lazy("新建"),
    "change": gettext_lazy("改动"),
    "same": gettext_lazy("不变"),
    "refuse": gettext_lazy("不收"),
}
FIELD_WORDS = {
    "definition": gettext_lazy("定义"),
    "use_when": gettext_lazy("何时用"),
    "avoid_when": gettext_lazy("何时不用"),
    "keywords": gettext_lazy("关键词"),
    "colour": gettext_lazy("颜色"),
    "archived": gettext_lazy("归档"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def codebook_import(request: HttpRequest, project: int) -> HttpResponse:
    return into_project(request, project, CodebookForm, _page, _preview, _taken_in)


def _preview(request: HttpRequest, membership: Membership, file: File) -> HttpResponse:
    steps = importing.preview(membership.project, file.data)
    number = Counter(step.kind for step in steps)
    return _page(
        request,
        membership,
        name=file.name,
        rows=[_row(step) for step in _worth_a_look_first(steps)[:SHOWN]],
        counts=[(kind, KIND_WORDS[kind], number[kind]) for kind in KINDS if number[kind]],
        more=max(len(steps) - SHOWN, 0),
        token=waiting.keep(membership.user, membership.project, file) if number["create"] or number["change"] else "",
    )


def _worth_a_look_first(steps: list[Step]) -> list[Step]:
    """Where something was refused or fitted there is something to decide; the rest keeps the file's order."""
    return sorted(steps, key=lambda step: (step.kind != "refuse", not step.notes))


def _row(step: Step) -> dict[str, Any]:
    return {
        "kind": step.kind,
        "word": KIND_WORDS[step.kind],
        "path": step.path,
        "notes": [in_words(note) for note in step.notes],
        "differences": [_difference(one) for one in step.differences],
    }


def _difference(one: Difference) -> tuple[Any, str, str]:
    return FIELD_WORDS[one.field], _shown(one.before), _shown(one.after)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return _("是") if value else _("否")
    return "、".join(value) if isinstance(value, tuple) else str(value)


def _taken_in(request: HttpRequest, membership: Membership, file: File) -> HttpResponse:
    done = importing.take_in(membership, file.data)
    said = _("新建主题 %(create)d 个，改动 %(change)d 个。可以撤销。")
    messages.success(request, said % {"create": done["create"], "change": done["change"]})
    return redirect("codebook", membership.project_id)


def _page(request: HttpRequest, membership: Membership, status: int = 200, **context: Any) -> HttpResponse:
    return project_page(
        request, membership, "annotations/codebook_import.html", status, **{"form": CodebookForm()} | context
    )
