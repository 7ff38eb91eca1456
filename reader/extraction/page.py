"""What extraction gives: a page's metadata, its blocks, and what was removed; or why there is none."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["heading", "paragraph", "list", "quote", "caption", "table"]
Precision = Literal["second", "minute", "day"]

SENTENCES: dict[str, str] = {
    "empty": "里面没有内容。",
    "no_article": "没有在这个网页里找到文章正文。",
    "not_text": "这不是网页或文本，读不出文字。",
    "too_large": "内容太大，一份最多 %(megabytes)d MB。",
}


@dataclass(frozen=True, slots=True)
class Author:
    name: str
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """`level` is a heading's, from 1; 0 for every other kind."""

    kind: Kind
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Removed:
    """`rule` is a stable snake_case name; `before` the index of the block it stood before."""

    rule: str
    text: str
    kind: Kind
    before: int


@dataclass(frozen=True, slots=True)
class Page:
    """`published` is aware, in Asia/Shanghai, and known to `published_precision`."""

    title: str = ""
    source: str = ""
    published: datetime | None = None
    published_precision: Precision = "minute"
    authors: tuple[Author, ...] = ()
    editor: str = ""
    channel: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    removed: tuple[Removed, ...] = ()


class ExtractionError(Exception):
    """Why there is no page: a code, its parameters, and `text`, all that was visible, where there was any."""

    def __init__(self, code: str, parameters: dict | None = None, text: str = "") -> None:
        super().__init__(code)
        self.code, self.parameters, self.text = code, parameters or {}, text

    @property
    def template(self) -> str:
        return SENTENCES[self.code]

    def __str__(self) -> str:
        return self.template % self.parameters
