"""Articles of several pages: brought in, added to, put in order, cleaned anew."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from reader.articles import queries, versions
from reader.capture import batches, bringing, gathering
from reader.capture import pages as capture_pages
from reader.capture.grouping import together
from reader.capture.importing import import_capture
from reader.cleaning import correcting
from reader.cleaning.captures import Capture
from reader.cleaning.correcting import CleaningRefused, Seen
from reader.models import Article, Snapshot
from tests.reader.paged import address, page, serve, three


@pytest.fixture
def web(monkeypatch):
    return lambda pages: monkeypatch.setattr(gathering, "fetch", serve(pages))


@pytest.fixture
def captures():
    return [Capture(html.encode(), at, "text/html; charset=utf-8") for at, html in three().items()]


@pytest.fixture
def paged(project, owner, captures):
    return capture_pages.bring_in(project, owner, captures).article


def _seen(article):
    article.refresh_from_db()
    return Seen(article.project, article.pk, article.version.number)


def _numbers(article):
    """Which pages' words stand in the text, in order."""
    article.refresh_from_db()
    return [int(block["text"][3]) for block in article.version.blocks if block["text"].startswith("这是第")]


def _lacking(article):
    article.refresh_from_db()
    return [one.url for one in versions.extent(article.version).lacking]


def _code(call, *args):
    with pytest.raises(CleaningRefused) as refused:
        call(*args)
    return refused.value.code


def test_the_pages_are_one_text_and_several_snapshots(paged):
    assert _numbers(paged) == [1, 2, 3]
    assert [(one.position, one.url) for one in queries.snapshots(paged)] == [(n - 1, address(n)) for n in (1, 2, 3)]
    assert (paged.url, paged.versions.count(), _lacking(paged)) == (address(1), 1, [])


def test_an_address_brings_all_its_pages(web, project, editor):
    web(three())
    batch = batches.start(project, editor, [Capture(b"", url=address(1))])
    assert _numbers(batch.items.get().article) == [1, 2, 3]


def test_addresses_of_two_pages_make_one_article(web, project, editor):
    web(three())
    batch = batches.start(project, editor, [Capture(b"", url=address(n)) for n in (2, 1)])
    assert [item.state for item in batch.items.all()] == ["done", "known"]
    assert Article.objects.count() == 1


def test_an_article_says_which_pages_it_lacks_and_why(web, project, editor):
    web({address(1): page(1, 2, 3)})
    article = batches.start(project, editor, [Capture(b"", url=address(1))]).items.get().article
    assert _lacking(article) == [address(2), address(3)]
    assert versions.extent(article.version).absent[0].parameters == {"status": 404}


def test_lacking_pages_can_be_fetched_later(web, project, editor):
    web({address(1): page(1, 2, 3)})
    article = batches.start(project, editor, [Capture(b"", url=address(1))]).items.get().article
    web({at: html for at, html in three().items() if at != address(3)})
    assert [one.url for one in capture_pages.fetch_absent(_seen(article), editor)] == [address(3)]
    assert (_numbers(article), _lacking(article)) == ([1, 2], [address(3)])
    web(three())
    assert capture_pages.fetch_absent(_seen(article), editor) == []
    assert (_numbers(article), _lacking(article)) == ([1, 2, 3], [])


def test_a_second_page_that_came_in_alone_does_not_stand_in_the_way(project, owner, captures):
    alone = import_capture(project, owner, captures[1]).article
    article = capture_pages.bring_in(project, owner, captures).article
    assert article != alone
    assert _numbers(article) == [1, 2, 3]


def test_pages_are_added_to_an_article_that_is_there(project, owner, captures):
    first = import_capture(project, owner, captures[0]).article
    again = capture_pages.bring_in(project, owner, captures)
    assert (again.article, again.created, again.extended) == (first, False, True)
    assert (_numbers(first), first.version.reason) == ([1, 2, 3], "pages")


def test_bringing_the_same_pages_again_changes_nothing(project, owner, captures, paged):
    again = capture_pages.bring_in(project, owner, captures)
    assert (again.article, again.created, again.extended) == (paged, False, False)
    assert paged.versions.count() == 1


def test_the_same_page_twice_stands_once(project, owner, captures):
    article = capture_pages.bring_in(project, owner, [captures[0], captures[0], captures[1]]).article
    assert _numbers(article) == [1, 2]


def test_an_added_page_finds_its_place_by_its_address(project, owner, captures):
    article = capture_pages.bring_in(project, owner, [captures[0], captures[2]]).article
    capture_pages.add(_seen(article), owner, [captures[1]])
    assert _numbers(article) == [1, 2, 3]
    assert versions.extent(article.version).positions == [0, 2, 1]


def test_a_page_without_address_goes_to_the_end(paged, owner):
    capture_pages.add(_seen(paged), owner, [Capture(page(4).encode(), filename="四.html")])
    assert _numbers(paged) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("html", "code"), [(three()[address(2)], "page_there"), (page(2, text=None) + " ", "page_repeats")]
)
def test_a_page_that_says_nothing_new_is_refused(paged, owner, html, code):
    assert _code(capture_pages.add, _seen(paged), owner, [Capture(html.encode())]) == code
    assert (paged.versions.count(), Snapshot.objects.count()) == (1, 3)


def test_who_saw_an_older_version_adds_nothing(paged, owner):
    assert _code(capture_pages.add, Seen(paged.project, paged.pk, 7), owner, []) == "outdated"


def test_more_pages_than_an_article_may_have_are_refused(paged, owner):
    more = [Capture(page(n).encode(), address(n)) for n in range(4, 52)]
    assert _code(capture_pages.add, _seen(paged), owner, more) == "many_pages"


def test_pages_are_moved_and_taken_out(paged, owner):
    capture_pages.arrange(_seen(paged), owner, [2, 0])
    assert _numbers(paged) == [3, 1]
    capture_pages.arrange(_seen(paged), owner, [0, 1, 2])
    assert _numbers(paged) == [1, 2, 3]


def test_a_page_taken_out_is_lacking_and_can_be_added_again(paged, owner, captures):
    capture_pages.arrange(_seen(paged), owner, [0, 1])
    assert _lacking(paged) == [address(3)]
    capture_pages.add(_seen(paged), owner, [captures[2]])
    assert (_numbers(paged), Snapshot.objects.count()) == ([1, 2, 3], 3)


@pytest.mark.parametrize("positions", [[], [9]])
def test_a_page_must_be_left(paged, owner, positions):
    assert _code(capture_pages.arrange, _seen(paged), owner, positions) == "no_page_left"


def test_undoing_takes_the_page_out_and_cleaning_anew_leaves_it_out(project, owner, captures):
    article = import_capture(project, owner, captures[0]).article
    capture_pages.add(_seen(article), owner, captures[1:2])
    correcting.undo(_seen(article), owner)
    assert (_numbers(article), _lacking(article)) == ([1], [address(2), address(3)])
    assert _code(correcting.reclean, _seen(article), owner) == "unchanged"
    correcting.redo(_seen(article), owner)
    assert _numbers(article) == [1, 2]


def test_cleaning_anew_reads_all_pages(paged, owner):
    rows = versions.rows(paged.version)
    last = max(index for index, row in enumerate(rows) if row.kept)
    correcting.flip(_seen(paged), owner, [last], "strike")
    assert _code(correcting.reclean, _seen(paged), owner) == "unchanged"
    assert _numbers(paged) == [1, 2, 3]
    assert rows[last].text not in paged.version.text


def test_what_was_struck_stays_struck_when_a_page_is_added(project, owner, captures):
    article = capture_pages.bring_in(project, owner, captures[:2]).article
    rows = versions.rows(article.version)
    last = max(index for index, row in enumerate(rows) if row.kept)
    correcting.flip(_seen(article), owner, [last], "strike")
    capture_pages.add(_seen(article), owner, captures[2:])
    assert _numbers(article) == [1, 2, 3]
    assert rows[last].text not in article.version.text


def test_an_editor_named_on_the_last_page_is_the_articles(project, owner):
    last = page(2, 1).replace("</p></div>", "</p><p>责任编辑：吴一舟</p></div>")
    pages = [Capture(page(1, 2).encode(), address(1)), Capture(last.encode(), address(2))]
    assert capture_pages.bring_in(project, owner, pages).article.editor == "吴一舟"


def _files():
    return [Capture(page(n).encode(), filename=f"小巷{f'_{n}' if n > 1 else ''}.html") for n in (2, 3, 1)]


def test_uploaded_pages_that_belong_together_are_joined(project, editor):
    other = Capture("另一篇\n\n街角也可以是一间客厅，只要有人愿意把椅子搬出来。".encode(), filename="街角.txt")
    batch = batches.start(project, editor, [*_files(), other])
    assert [(item.state, item.article.title) for item in batch.items.all()] == [("done", "把小巷修成客厅")] * 3 + [
        ("done", "另一篇")
    ]
    assert _numbers(batch.items.first().article) == [1, 2, 3]


def test_pages_in_a_zip_are_joined(project, editor):
    from reader.capture.grouping import taken_apart

    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        for capture in _files():
            file.writestr(capture.filename, capture.data)
    groups = together(taken_apart(packed.getvalue(), "小巷.zip").captures)
    assert [[capture.filename for capture in group] for group in groups] == [
        ["小巷.html", "小巷_2.html", "小巷_3.html"]
    ]


def test_pages_of_one_article_fail_and_are_tried_again_together(project, editor, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(bringing, "bring_in", lambda *args: (_ for _ in ()).throw(CleaningRefused("outdated")))
        batch = batches.start(project, editor, _files())
    assert [item.state for item in batch.items.all()] == ["failed"] * 3
    assert batches.retry(batch) == 3
    assert [item.state for item in batch.items.all()] == ["done"] * 3
    assert Article.objects.count() == 1
