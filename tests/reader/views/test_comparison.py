from reader.articles import versions
from reader.cleaning import correcting
from reader.cleaning.correcting import Seen


def _page(client, article, **query):
    return client.get(f"/projects/{article.project_id}/articles/{article.pk}/comparison/", query)


def _strike(article, user):
    article.refresh_from_db()
    rows = versions.rows(article.version)
    index = next(index for index, row in enumerate(rows) if row.kept)
    correcting.flip(Seen(article.project, article.pk, article.version.number), user, [index], "strike")
    return rows[index].text


def test_the_last_two_versions_are_compared_where_none_are_named(client_of, viewer, editor, article):
    text = _strike(article, editor)
    page = _page(client_of(viewer), article)
    assert f"<del>{text}</del>" in page.content.decode()
    assert (page.context["before"].number, page.context["after"].number, page.context["changed"]) == (1, 2, 1)


def test_any_two_versions_are_compared(client_of, viewer, editor, article):
    _strike(article, editor)
    text = _strike(article, editor)
    page = _page(client_of(viewer), article, before=3, after=2)
    assert f"<ins>{text}</ins>" in page.content.decode()


def test_a_single_version_is_the_same_as_itself(client_of, viewer, article):
    page = _page(client_of(viewer), article)
    assert "正文一样。" in page.content.decode()
    assert article.version.text.split("\n")[0] in page.content.decode()


def test_a_version_that_is_none_is_not_found(client_of, viewer, article):
    for said in ("0", "9", "x", "9" * 30, "-1", ""):
        assert _page(client_of(viewer), article, before=said).status_code == 404


def test_the_record_leads_to_the_comparison(client_of, viewer, editor, article):
    address = f"/projects/{article.project_id}/articles/{article.pk}/"
    assert "comparison/" not in client_of(viewer).get(f"{address}record/").content.decode()
    _strike(article, editor)
    assert "comparison/?after=2" in client_of(viewer).get(f"{address}record/").content.decode()
