"""The shapes of what comes into the API and what goes out."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, Field

from annotations.limits import LARGEST_ID
from annotations.marks.mark import Mark

NOTE_LENGTH = 20_000

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
Cursor = Annotated[int, Field(ge=0, le=LARGEST_ID)]


def _storable(text: str) -> str:
    """No database takes half a surrogate pair, and PostgreSQL takes no NUL."""
    if any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in text):
        raise ValueError("cannot be stored")
    return text


Text = Annotated[str, AfterValidator(_storable)]


class HighlightIn(Schema):
    article: Id
    version: Id
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    note: Text = Field(default="", max_length=NOTE_LENGTH)
    themes: list[Id] = Field(default=[], max_length=100)

    def mark(self) -> Mark:
        fields = self.dict(exclude={"article", "themes"})
        return Mark(**fields, themes=tuple(dict.fromkeys(self.themes)))


class RejectionIn(Schema):
    """A suggested sentence of a text version, and the themes it is not for."""

    article: Id
    version: Id
    start: int
    end: int
    themes: list[Id] = Field(min_length=1, max_length=100)


class ThemeIn(Schema):
    name: Text
    parent: Id | None = None


class ArticleThemeIn(Schema):
    status: Literal["proposed", "accepted", "rejected"] | None = None
    name: Text | None = None
    theme: Id | None = None
    with_below: bool = False


class AcceptAllIn(Schema):
    """The article themes whose lower level is unfolded: what is proposed there counts too."""

    unfolded: list[Id] = Field(default=[], max_length=200)


class AddedThemeIn(Schema):
    """A theme given to an article by hand: one of the codebook, or a name."""

    name: Text = ""
    theme: Id | None = None


class OrderIn(Schema):
    ids: list[Id] = Field(max_length=200)


class PlaceIn(Schema):
    """Below which theme, and before which of those there; at the end for none."""

    parent: Id | None = None
    before: Id | None = None


class Person(Schema):
    id: int
    name: str


class HighlightOut(Schema):
    id: UUID
    version: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    note: str
    themes: list[int]
    author: Person | None
    created: datetime
    updated: datetime
    revision: int
    editable: bool


class ThemeOut(Schema):
    """`pinyin` holds the syllables of the name, as reader.text.pinyin writes them."""

    id: int
    name: str
    parent: int | None
    path: list[str]
    colour: int
    archived: bool
    pinyin: str


class ArticleThemeOut(Schema):
    id: int
    name: str
    status: str
    theme: int | None
    lead: str
    paragraph: int | None
    parent: int | None
    score: float
    likely: bool
    reason: str
    near: list[int]
    existing: int | None


class May(Schema):
    mark: bool
    edit: bool
    add_themes: bool


class Me(Person):
    may: May


class History(Schema):
    undo: bool
    redo: bool


class ArticleThemes(Schema):
    article_themes: list[ArticleThemeOut]
    themes: list[ThemeOut]


class Marks(Schema):
    """The marks of one text version in text order, a column a field, so that thousands are one small answer.

    Their words are the text's own. `ids` has 32 hexadecimal digits a mark, `starts` the distance from the start before,
    `created` seconds since 1970, `updated` the seconds after that; `notes` are by place in the columns.
    """

    ids: str
    starts: list[int]
    lengths: list[int]
    themes: list[list[int]]
    authors: list[int | None]
    created: list[int]
    updated: list[int]
    revisions: list[int]
    notes: dict[int, str]


class Desk(ArticleThemes):
    """What the page needs to draw and change the marks of the version shown; `cursor` is where its changes begin."""

    version: int
    number: int
    words: str
    citation: str
    me: Me
    marks: Marks
    people: list[Person]
    cursor: int


class Changes(Schema):
    """What happened on an article since a cursor; `codebook` is null where no theme was touched."""

    cursor: int
    version: int
    changed: list[HighlightOut]
    removed: list[UUID]
    codebook: ArticleThemes | None


class Candidate(Schema):
    """A place where an orphan may belong, with the characters around it."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    errors: int


class Orphan(HighlightOut):
    """A highlight without a place in the text shown."""

    candidates: list[Candidate]


class Reworded(Schema):
    highlight: UUID
    before: str
    after: str


class Report(Schema):
    """What became of the highlights when the version shown was made, and those that still have no place in it."""

    stayed: int = 0
    moved: int = 0
    changed: int = 0
    orphaned: int = 0
    reworded: list[Reworded] = []
    orphans: list[Orphan]


class Taken(ArticleThemes):
    """What an undo or a redo changed, and whether another is possible."""

    history: History
    changed: list[HighlightOut]
    removed: list[UUID]
    message: str
