"""What was done to many articles is taken back as one: the session holds the last step, the next page offers it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.contrib import messages
from django.http import HttpRequest

OFFERED = "undo_offer"
# The tag of the message that has the way back beside it.
TAG = "undoable"
# By what each act is taken back.
INVERSE = {
    "delete": "restore",
    "restore": "delete",
    "label": "unlabel",
    "unlabel": "label",
    "star": "unstar",
    "unstar": "star",
}


@dataclass(frozen=True)
class Step:
    """What was done to which articles of a project; `label` is the name, where it was about one."""

    project: int
    act: str
    articles: tuple[int, ...]
    label: str = ""


def offer(request: HttpRequest, step: Step, sentence: str) -> None:
    """Say what was done; where it changed something, with the way back."""
    request.session[OFFERED] = asdict(step)
    messages.success(request, sentence, extra_tags=TAG if step.articles else "")


def taken(request: HttpRequest, project: int) -> Step | None:
    """The step to take back, once; None where there is none in this project."""
    kept = request.session.get(OFFERED)
    if not kept or kept["project"] != project:
        return None
    del request.session[OFFERED]
    return Step(project, kept["act"], tuple(kept["articles"]), kept["label"])


def ids(said: Iterable[str]) -> list[int]:
    """Numbers that may be ids of articles."""
    return [int(one) for one in said if one.isascii() and one.isdecimal() and len(one) < 19]
