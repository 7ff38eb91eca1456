"""The API's routes for what a person likes."""

from typing import Annotated, Literal

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Body, Router, Schema, Status
from pydantic import Field, StringConstraints

from reader.access import signed_in
from reader.api.errors import ApiError
from reader.people import appearance, shortcuts

router = Router(tags=["preferences"])
Key = Annotated[str, StringConstraints(pattern=r"^(mod\+)?(alt\+)?(shift\+)?([^\s\p{C}A-Z]|[a-z0-9]{2,12})$")]


class AppearanceIn(Schema):
    """`leading` is the line height in tenths, `width` the characters of a line, `size` a character in pixels."""

    scheme: Literal["system", "light", "sepia", "dark"]
    typeface: Literal["song", "hei", "kai"]
    size: int = Field(ge=15, le=26)
    leading: int = Field(ge=16, le=24, multiple_of=2)
    width: int = Field(ge=28, le=44, multiple_of=2)
    indent: bool


@router.put("/me/appearance", response={204: None})
def put_appearance(request: HttpRequest, wanted: AppearanceIn) -> Status[None]:
    appearance.keep_appearance(signed_in(request), wanted.dict())
    return Status(204, None)


@router.put("/me/shortcuts", response=dict[str, str])
def put_shortcuts(request: HttpRequest, wanted: Body[dict[str, Key]]) -> dict[str, str]:
    """Keys by the shortcut's name; one that is not named gets that of the table. The answer names them all."""
    try:
        return appearance.keep_shortcuts(signed_in(request), wanted)
    except shortcuts.Refused as refused:
        raise ApiError(422, "key_taken", _sentence(refused)) from refused


@router.put("/me/toured", response={204: None})
def put_toured(request: HttpRequest) -> Status[None]:
    appearance.keep_toured(signed_in(request))
    return Status(204, None)


def _sentence(refused: shortcuts.Refused) -> str:
    key = "+".join(shortcuts.caps(refused.key))
    if refused.other is None:
        return _("%(key)s 另有用处，不能改作快捷键。") % {"key": key}
    return _("%(key)s 已经是“%(other)s”的快捷键。") % {"key": key, "other": refused.other.label}
