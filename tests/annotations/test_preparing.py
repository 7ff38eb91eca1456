"""What takes time comes before the transaction that makes a text version, whoever makes it: SQLite has one writer, and
whoever computes while writing makes everybody wait."""

import pytest
from django.db import connection

from annotations import anchoring
from annotations.codebook import importing
from annotations.marks import reanchoring
from annotations.models import ArticleTheme, Highlight
from annotations.themes import proposing, renewing
from reader.articles import postings, preparing, reposts
from reader.capture import pages
from reader.capture.importing import import_capture, keep_all
from reader.cleaning import correcting, site_choices
from reader.cleaning.captures import Capture
from reader.cleaning.correcting import Seen
from reader.models import Project, SiteChoice
from tests import making

WHAT = ("小巷修缮", "口袋公园", "沿街菜场", "社区食堂", "河岸步道", "老旧院落")
LINES = [f"以{what}促街坊和睦。{what}是家门口的事，出门就能歇脚才算好街巷，{what}的好坏住户最清楚。" for what in WHAT]
PAGE = "<html><head><title>把小巷修成客厅</title></head><body><h1>把小巷修成客厅</h1><div>{}</div></body></html>"
COMPUTED = (
    (preparing, "boundaries"),
    (postings.postings, "indexed"),
    (postings, "boundaries"),
    (reposts, "likeness"),
    (reposts, "bands"),
    (proposing, "derive"),
    (anchoring, "carry"),
)


def page(lines):
    return PAGE.format("".join(f"<p>{line}</p>" for line in lines)).encode()


@pytest.fixture
def held(transactional_db, monkeypatch):
    """What was computed, each with whether a transaction was open."""
    computed = []

    def watched(function):
        def call(*args, **options):
            computed.append((function.__name__, connection.in_atomic_block))
            return function(*args, **options)

        return call

    for module, name in COMPUTED:
        monkeypatch.setattr(module, name, watched(getattr(module, name)))
    return computed


@pytest.fixture
def scene(held):
    """An article with a mark, and one that says nearly the same."""
    owner = making.user("owner")
    project = making.project(owner, *map(making.user, ("editor", "coder", "viewer")))
    article = import_capture(project, owner, Capture(page(LINES), "https://xiang.example/a.html")).article
    import_capture(project, owner, Capture(page([*LINES, "另外一段，说的是别处的事。"]), "https://bie.example/a.html"))
    text = article.current.text
    place = anchoring.describe(text, 3, 9)
    Highlight.objects.create(
        project=project, article=article, version=article.current, author=owner, uuid="0" * 31 + "1",
        start=place.start, end=place.end, exact=place.exact, prefix=place.prefix, suffix=place.suffix,
    )  # fmt: skip
    held.clear()
    return article, owner


def seen(article):
    article.refresh_from_db()
    return Seen(article.project, article.pk, article.current.number)


def imported(article, owner):
    import_capture(article.project, owner, Capture(page(LINES[2:] * 2), "https://you.example/b.html"))


def struck(article, owner):
    correcting.flip(seen(article), owner, [1], "strike")


def undone(article, owner):
    struck(article, owner)
    correcting.undo(seen(article), owner)


def cleaned_anew(article, owner):
    struck(article, owner)
    article.version.edits = []
    article.refresh_from_db()
    article.current.edits = []
    article.current.save(update_fields=["edits"])
    correcting.reclean(seen(article), owner)


def extended(article, owner):
    second = Capture(page(["第二页上的另一段话，前面没有说过。", *LINES[:1]]), "https://xiang.example/a_2.html")
    pages.add(seen(article), owner, [second])


def rearranged(article, owner):
    extended(article, owner)
    pages.arrange(seen(article), owner, [1, 0])


def kept_whole(article, owner):
    keep_all(article, "\n".join(LINES[::-1]), owner)


def chosen_for_the_site(article, owner):
    said = {"host": "xiang.example", "how": SiteChoice.How.WHOLE, "words": LINES[1], "action": SiteChoice.Action.STRIKE}
    site_choices.apply(SiteChoice.objects.create(project=article.project, made_by=owner, **said), owner)


def derived_anew(article, owner):
    from annotations.models import Derivation

    Derivation.objects.all().delete()
    renewing.renew(article.project, 10)


def cut_anew(article, owner):
    Project.objects.update(terms=["第一条小巷"])
    postings.catch_up(article.project_id)


MAKING = [
    imported,
    struck,
    undone,
    cleaned_anew,
    extended,
    rearranged,
    kept_whole,
    chosen_for_the_site,
    derived_anew,
    cut_anew,
]


@pytest.mark.parametrize("make", MAKING, ids=lambda make: make.__name__)
def test_nothing_is_computed_while_others_wait(scene, held, make):
    make(*scene)
    assert held
    assert [name for name, waiting in held if waiting] == []


def test_what_was_prepared_is_what_is_kept(scene):
    article, owner = scene
    struck(article, owner)
    article.refresh_from_db()
    mark = Highlight.objects.get()
    assert mark.version_id == article.version_id
    assert article.current.text[mark.start : mark.end] == mark.exact
    assert article.current.words == postings.boundaries(article.current.text)
    derived = proposing.derive_from(article.project, proposing.basis_of(article.current))
    assert set(ArticleTheme.objects.filter(article=article).values_list("name", flat=True)) == {
        proposal.name for proposal in derived.proposals
    }


def test_terms_that_change_meanwhile_are_prepared_for_anew(scene, held, monkeypatch):
    article, owner = scene
    prepared = preparing.prepare

    def slowly(draft):
        found = prepared(draft)
        Project.objects.filter(pk=draft.project.pk).update(terms=["歇脚才算"])
        return found

    monkeypatch.setattr("reader.articles.versions.prepare", slowly)
    correcting.flip(seen(article), owner, [1], "strike")
    article.refresh_from_db()
    assert article.current.words == postings.boundaries(article.current.text, ["歇脚才算"])


def test_a_mark_made_meanwhile_is_moved_too(scene, monkeypatch):
    article, owner = scene
    foreseen = reanchoring.foreseen

    def slowly(draft):
        found = foreseen(draft)
        mark = Highlight.objects.get()
        mark.pk, mark.uuid, mark.start, mark.end = None, "0" * 31 + "2", 0, 4
        mark.exact, mark.prefix, mark.suffix = article.current.text[:4], "", article.current.text[4:36]
        mark.save()
        return found

    monkeypatch.setattr(reanchoring, "foreseen", slowly)
    correcting.flip(seen(article), owner, [1], "strike")
    article.refresh_from_db()
    assert list(Highlight.objects.values_list("version", flat=True)) == [article.version_id] * 2


def test_a_codebook_is_read_before_its_transaction(transactional_db, monkeypatch):
    owner, read, real = making.user("owner"), [], importing.bounded
    membership = making.project(owner).memberships.get()
    monkeypatch.setattr(importing, "bounded", lambda *said: read.append(connection.in_atomic_block) or real(*said))
    assert dict(importing.take_in(membership, "名称\n治理\n".encode())) == {"create": 1}
    assert read == [False]
