"""What leaves in a format that comes back is, in an empty project, what it was: as far as the README's table says."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree

from annotations import archive
from annotations.codebook import importing
from annotations.exporting import documents
from annotations.exports import FORMATS
from annotations.importing import placing
from annotations.imports import read
from annotations.models import Memo, Theme, Unplaced
from reader.models import Article, Membership
from reader.projects import changing
from tests.annotations.importing import any_project
from tests.annotations.imports.refi.schema import SCHEMA

README = Path(__file__).resolve().parents[3] / "README.md"
SECTION = "## 带走再带回\n"
NOTES = ("qdpx", "jsonld", "csv")
CODEBOOKS = ("qdc", "csv-themes")
# To make a failing example small takes minutes.
PHASES = [Phase.explicit, Phase.reuse, Phase.generate]
CALM = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)


class Undo(Exception):
    """Ends an example's transaction."""


@pytest.fixture
def people(owner, coder):
    """Two of one name, and one whose name nobody else has."""
    namesakes = [User.objects.create_user(name, first_name="李明") for name in ("li1", "li2")]
    return [*namesakes, coder]


@pytest.fixture
def started(owner, people):
    """Make a project with these members and nothing else."""

    def make():
        made = changing.create(owner, "课题")
        for person in people:
            changing.add_member(made, person, Membership.Role.CODER)
        return made

    return make


@pytest.fixture
def trip(owner, started):
    """Send a project out in a format, and back into an empty one; with the articles there, where they are given."""

    def go(format, made, articles=()):
        file = BytesIO()
        if format == "archive":
            archive.write(made, file, timezone.now())
            return archive.restore(archive.checked(file), owner)
        request = documents.Request(owner, "http://desk.example", timezone.now())
        FORMATS[format].write(documents.of_project(made, request), file)
        _validate(format, file)
        back = started()
        any_project.build_articles(back, articles)
        membership = Membership.objects.get(project=back, user=owner)
        if format in CODEBOOKS:
            importing.take_in(membership, file.getvalue())
        else:
            _take(membership, read(file.getvalue()), f"课题.{format}")
        return back

    return go


def _take(membership, notes, origin):
    """What the preview foretells comes about; and the same file again brings nothing."""
    seen = placing.preview(membership.project, notes)
    done = placing.place_all(membership, notes, origin)
    assert (seen.placed, seen.known, len(seen.unplaced)) == (done.placed, done.known, done.unplaced)
    again = placing.place_all(membership, notes, origin)
    assert (again.placed, again.unplaced, again.articles, again.memos) == (0, 0, 0, 0)


def _validate(format, file):
    """A project as the published schema has it, where that is beside us."""
    if format == "qdpx" and SCHEMA.exists():
        root = etree.fromstring(ZipFile(file).read("project.qde"))
        etree.XMLSchema(etree.parse(SCHEMA)).assertValid(root)


def carried():
    """The README's table: of each format, whether each facet comes back."""
    lines = README.read_text(encoding="utf-8").partition(SECTION)[2].partition("\n## ")[0].splitlines()
    heading, _, *rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line.startswith("|")]
    return {
        format.strip("`"): {row[0]: row[place] == "✓" for row in rows}
        for place, format in enumerate(heading[1:], start=1)
    }


def _same(format, facet, one, other):
    """Whether the values are equal; times to the second, but in the archive."""
    if format != "archive" and facet.endswith("时间"):
        one, other = ([moment.replace(microsecond=0) for moment in moments] for moments in (one, other))
    return one == other


def _told(project):
    marks = any_project.marks(project)
    return {facet: [mark[facet] for mark in marks] for facet in any_project.OF_MARKS} | any_project.codebook(project)


@pytest.mark.parametrize("format", ["archive", *NOTES])
@CALM
@given(drawn=any_project.PROJECT)
def test_marks_come_back(trip, started, people, format, drawn):
    with pytest.raises(Undo), transaction.atomic():
        made = started()
        any_project.build(made, drawn, people)
        if any_project.marks(made):
            here = () if carried()[format]["正文和题名"] else drawn["articles"]
            back = trip(format, made, here)
            assert not Unplaced.objects.filter(project=back).exists()
            _compare(format, made, back)
        raise Undo


@pytest.mark.parametrize("format", CODEBOOKS)
@CALM
@given(drawn=any_project.THEMES.filter(bool))
def test_themes_come_back(trip, started, format, drawn):
    with pytest.raises(Undo), transaction.atomic():
        made = started()
        any_project.build_themes(made, drawn)
        _compare(format, made, trip(format, made))
        raise Undo


def _compare(format, made, back):
    before, after = _told(made), _told(back)
    for facet in (facet for facet, comes in carried()[format].items() if comes and facet in before):
        assert _same(format, facet, before[facet], after[facet]), (facet, before[facet], after[facet])


def test_the_table_says_neither_too_much_nor_too_little(trip, started, people, owner):
    """A project in which every facet is other than a new one's, through every format."""
    made = started()
    any_project.build(made, FULL, people)
    memos = ({}, {"article": Article.objects.get(title="有圈点")}, {"theme": Theme.objects.get(name="慢行")})
    for number, on in enumerate(memos):
        Memo.objects.create(project=made, author=owner, text=f"想法{number}", **on)
    before = any_project.articles(made) | _told(made)
    assert set(carried()) == {"archive", *NOTES, *CODEBOOKS}
    for format, facets in carried().items():
        bare = trip(format, made)
        there = trip(format, made, FULL["articles"]) if format in ("jsonld", "csv") else bare
        articles, told = any_project.articles(bare), _told(there)
        comes = {facet: before[facet] <= articles[facet] for facet in articles}
        comes |= {facet: _same(format, facet, before[facet], told[facet]) for facet in told}
        assert comes == facets, format


FULL = {
    "articles": [
        {
            "title": "有圈点",
            "lines": ["一、慢行优先", "车道让出一米，行人多一分从容。"],
            "first": {"kind": "heading", "level": 1},
            "source": "临江日报",
            "authors": [{"name": "林一", "affiliation": ""}],
            "published": datetime(2024, 5, 6, tzinfo=UTC),
        },
        {"title": "没有圈点", "lines": ["只是存着的一篇。"]},
    ],
    "themes": [
        {
            "name": "慢行",
            "under": None,
            "definition": "步行和骑车。",
            "use_when": "说到路权",
            "avoid_when": "",
            "keywords": ["步道"],
            "colour": "#12ab34",
            "archived": False,
        },
        {
            "name": "没用过",
            "under": 0,
            "definition": "",
            "use_when": "",
            "avoid_when": "",
            "keywords": [],
            "colour": "#12ab34",
            "archived": True,
        },
    ],
    "marks": [
        {
            "article": 0,
            "ends": (0.1, 0.2),
            "note": "第一行\n第二行",
            "themes": {0},
            "author": 0,
            "created": datetime(2020, 2, 3, 4, 5, 6, 7, tzinfo=UTC),
            "updated": datetime(2021, 2, 3, 4, 5, 6, 7, tzinfo=UTC),
        }
    ],
}
