"""The marks of a text version in columns: thousands of them are one small answer."""

from collections.abc import Iterable
from itertools import pairwise

from django.contrib.auth.models import User

from annotations.api.schemas import Marks, Person
from annotations.marks.queries import MarkRow
from reader.people.names import name_of


def pack(rows: Iterable[MarkRow]) -> Marks:
    """One row a theme of a mark, those of a mark together and marks in text order, become columns."""
    marks: list[MarkRow] = []
    themes: list[list[int]] = []
    for row in rows:
        if not marks or marks[-1].uuid != row.uuid:
            marks.append(row)
            themes.append([])
        if row.theme is not None:
            themes[-1].append(row.theme)
    starts = [row.start for row in marks]
    created = [int(row.created.timestamp()) for row in marks]
    return Marks(
        ids="".join(row.uuid.hex for row in marks),
        starts=[after - before for before, after in pairwise([0, *starts])],
        lengths=[row.end - row.start for row in marks],
        themes=themes,
        authors=[row.author for row in marks],
        created=created,
        updated=[int(row.updated.timestamp()) - made for row, made in zip(marks, created, strict=True)],
        revisions=[row.revision for row in marks],
        notes={place: row.note for place, row in enumerate(marks) if row.note},
    )


def people(rows: Iterable[MarkRow]) -> list[Person]:
    """Who made the marks, each once."""
    by_id = {row.author: row for row in rows if row.author is not None}
    return [Person(id=id, name=name_of(_user(row))) for id, row in by_id.items()]


def _user(row: MarkRow) -> User:
    return User(username=row.username, first_name=row.first_name, last_name=row.last_name)
