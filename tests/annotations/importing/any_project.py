"""Projects as anybody may have them, drawn; built in the database; and what is told of one, to be compared."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import strategies as st

from annotations.models import Highlight, Memo, Tagging, Theme
from annotations.naming import tidy
from annotations.palette import PAPER, painted
from annotations.themes.tree import path
from reader.models import Article, Snapshot, TextVersion

# Sentences that recur make twins; signs that are two in UTF-16, that a spreadsheet computes, that markup knows.
PIECES = ("慢行优先", "𠮷祥里的路，", "🚲🏙️", "修了又修。", "=1+1", "<b>&amp;", "“引”", "a,b;c", "'", "甲\t乙", "é")
BEGINNINGS = ("", "=", "+", "-", "@", "'=", "𠮷", "【何时用】", "一、")
LINE = st.builds(
    lambda first, rest: first + "".join(rest),
    st.sampled_from(BEGINNINGS),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6),
).filter(lambda line: line == line.strip())
NOTE_LINE = st.one_of(st.just(""), LINE, st.sampled_from(("  缩进", "- 一条", "\t制表 ")))
NOTE = st.lists(NOTE_LINE, max_size=4).map("\n".join)
WORDS = ("慢行", "A / B", "街\\巷", "🚲", "a,b", "x")
NAME = st.builds(str.__add__, st.sampled_from(BEGINNINGS), st.sampled_from(WORDS))
TEXT = st.lists(LINE, max_size=3).map("\n".join)
EARLIEST, LATEST = datetime.fromisoformat("1995-01-01"), datetime.fromisoformat("2090-01-01")
MOMENT = st.datetimes(EARLIEST, LATEST, timezones=st.just(UTC))
MARK = st.fixed_dictionaries(
    {
        "article": st.integers(0, 9),
        "ends": st.tuples(st.floats(0, 1), st.floats(0, 1)),
        "note": NOTE.filter(lambda note: not note or note.strip()),
        "themes": st.sets(st.integers(0, 9), max_size=3),
        "author": st.integers(0, 9),
        "created": MOMENT,
        "updated": MOMENT,
    }
)
ARTICLE = st.fixed_dictionaries(
    {"title": st.sampled_from(("让街巷慢下来", "=题名", "𠮷")), "lines": st.lists(LINE, min_size=1, max_size=5)}
)
THEME = st.fixed_dictionaries(
    {
        "name": NAME,
        "under": st.none() | st.integers(0, 9),
        "definition": TEXT,
        "use_when": TEXT,
        "avoid_when": TEXT,
        "keywords": st.lists(st.sampled_from(("步道", "林荫", "=和", "𠮷")), unique=True, max_size=3),
        "colour": st.one_of(st.sampled_from(PAPER), st.just("#12ab34")),
        "archived": st.booleans(),
    }
)
THEMES = st.lists(THEME, max_size=6)
PROJECT = st.fixed_dictionaries(
    {
        "articles": st.lists(ARTICLE, min_size=1, max_size=3),
        "themes": THEMES,
        "marks": st.lists(MARK, min_size=1, max_size=6),
    }
)

OF_MARKS = ("引文和位置", "批注", "圈点的主题", "圈点人", "圈点时间", "圈点编号", "修改时间")


def build(project, drawn, people):
    """The drawn articles, themes and marks, in the project."""
    themes = build_themes(project, drawn["themes"])
    articles = build_articles(project, drawn["articles"])
    for number, fields in enumerate(drawn["marks"], 1):
        _mark(articles[fields["article"] % len(articles)], number, fields, themes, people)


def build_articles(project, drawn):
    return [_article(project, number, fields) for number, fields in enumerate(drawn, 1)]


def _article(project, number, fields):
    """A title may stand twice; the end and the address tell every article from the others."""
    lines = [*fields["lines"], f"第{number}篇完。"]
    told = {name: fields[name] for name in ("source", "authors", "published", "url") if name in fields}
    made = Article.objects.create(
        project=project, title=fields["title"], **{"url": f"https://portal.example/{number}.htm"} | told
    )
    sha256 = f"{number:064d}"
    Snapshot.objects.create(project=project, article=made, sha256=sha256, data=b"%d" % number, size=1)
    blocks = [{"kind": "paragraph", "level": 0, "text": line} for line in lines]
    blocks[0] |= fields.get("first", {})
    text = "\n".join(lines)
    made.version = TextVersion.objects.create(
        project=project, article=made, number=1, text=text, blocks=blocks, words=""
    )
    made.save(update_fields=["version"])
    return made


def build_themes(project, drawn):
    """Each under one before it, three levels at most, no name twice among siblings."""
    made, depths, taken = [], [], set()
    for fields in drawn:
        above = fields["under"] % len(made) if made and fields["under"] is not None else None
        above = None if above is not None and depths[above] >= 3 else above
        if (above, tidy(fields["name"])) in taken:
            continue
        taken.add((above, tidy(fields["name"])))
        depths.append(1 if above is None else depths[above] + 1)
        made.append(_theme(project, fields, made[above] if above is not None else None))
    return made


def _theme(project, fields, parent):
    slot, foreign = painted(fields["colour"])
    plain = {name: fields[name] for name in ("definition", "use_when", "avoid_when", "keywords")}
    archived = datetime(2026, 1, 1, tzinfo=UTC) if fields["archived"] else None
    name = tidy(fields["name"])
    return Theme.objects.create(
        project=project, parent=parent, name=name, colour=slot, foreign_colour=foreign, archived=archived, **plain
    )


def _mark(found, number, fields, themes, people):
    text = found.version.text
    start, last = sorted(min(int(place * len(text)), len(text) - 1) for place in fields["ends"])
    if not text[start : last + 1].strip():
        return
    author = people[fields["author"] % len(people)]
    mark = Highlight.objects.create(
        project=found.project,
        article=found,
        version=found.version,
        uuid=UUID(int=number),
        author=author,
        start=start,
        end=last + 1,
        exact=text[start : last + 1],
        prefix=text[max(start - 32, 0) : start],
        suffix=text[last + 1 : last + 33],
        note=fields["note"],
    )
    times = {"created": fields["created"], "updated": max(fields["updated"], fields["created"])}
    Highlight.objects.filter(pk=mark.pk).update(**times)
    for theme in {themes[place % len(themes)].pk for place in fields["themes"]} if themes else ():
        Tagging.objects.create(project=found.project, highlight=mark, theme_id=theme, author=author)


def marks(project):
    """Every mark by its facets, in the order of their identifiers."""
    themes = {theme.pk: theme for theme in Theme.objects.filter(project=project)}
    rows = Highlight.objects.filter(project=project, deleted=None).order_by("uuid").prefetch_related("taggings")
    return [_told(row, themes) for row in rows.select_related("author", "article__version")]


def _told(row, themes):
    place = row.article.version.text, row.start, row.end, row.exact
    paths = {tuple(path(themes[tagging.theme_id], themes)) for tagging in row.taggings.all()}
    told = place, row.note, paths, row.author.username, row.created, row.uuid, row.updated
    return dict(zip(OF_MARKS, told, strict=True))


def codebook(project):
    """Every theme by its path, by facets."""
    themes = {theme.pk: theme for theme in Theme.objects.filter(project=project)}
    named = {tuple(path(theme, themes)): theme for theme in themes.values()}
    return {
        "主题和层级，没用过的在内": set(named),
        "主题的定义、何时用、关键词": {path: _entry(theme) for path, theme in named.items()},
        "主题的颜色、归档": {
            path: (theme.colour, theme.foreign_colour, bool(theme.archived)) for path, theme in named.items()
        },
    }


def _entry(theme):
    return theme.definition, theme.use_when, theme.avoid_when, tuple(theme.keywords)


def articles(project):
    """Sets of what is told of the articles, and of the memos."""
    rows = list(Article.objects.filter(project=project).select_related("version").prefetch_related("highlights"))
    marked = {row.pk for row in rows if row.highlights.all()}
    memos = Memo.objects.filter(project=project).select_related("article", "theme")
    return {
        "正文和题名": {(row.title, row.version.text) for row in rows if row.pk in marked},
        "没有圈点的文章": {(row.title, row.version.text) for row in rows if row.pk not in marked},
        "文章的来源、作者、发表时间、网址": {
            (row.title, row.source, str(row.authors), row.published, row.url) for row in rows if row.pk in marked
        },
        "标题、列表、表格的样子": {str(row.version.blocks) for row in rows if row.pk in marked},
        "备忘": {(memo.text, str(memo.article or ""), str(memo.theme or "")) for memo in memos},
    }
