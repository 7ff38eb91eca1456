from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from reader.capture import batches, gathering, running
from reader.capture.fetching import Fetched, FetchError
from reader.cleaning.captures import Capture
from reader.models import Batch, BatchItem

TEXT = "把小巷修成客厅\n\n小巷是孩子们放学后的第一个去处。\n\n修好它，要先问问住在这里的人。"


@pytest.fixture(autouse=True)
def web(monkeypatch):
    def fetch(url):
        if "gone" in url:
            raise FetchError("http_status", {"status": 404})
        return Fetched(url, (TEXT + url).encode(), "text/plain; charset=utf-8")

    monkeypatch.setattr(gathering, "fetch", fetch)


@pytest.fixture
def post(project, editor, client_of):
    return lambda rest, **data: client_of(editor).post(f"/projects/{project.pk}/{rest}", data, follow=True)


def test_several_addresses_become_a_batch(post, editor):
    said = "https://a.example/ \n\n https://gone.example/\nhttps://a.example/\n"
    page = post("capture/", way="url", url=said)
    batch = Batch.objects.get()
    assert page.redirect_chain[-1][0] == batch.get_absolute_url()
    assert [(item.url, item.state) for item in batch.items.all()] == [
        ("https://a.example/", "done"),
        ("https://gone.example/", "failed"),
    ]
    words = page.content.decode()
    assert "网站没有给出这个网页（状态码 404）。" in words
    assert "把小巷修成客厅" in words
    assert batch.made_by == editor


@pytest.mark.parametrize(
    "said", ["\n".join(f"https://a.example/{n}" for n in range(201)), "https://a.example/" + "a" * 2000]
)
def test_what_is_too_much_is_refused(project, editor, client_of, said):
    answer = client_of(editor).post(f"/projects/{project.pk}/capture/", {"way": "url", "url": said})
    assert answer.status_code == 422
    assert not Batch.objects.exists()


def test_the_page_says_when_a_batch_that_is_over_goes(post, project, editor, client_of):
    post("capture/", way="url", url="https://a.example/\nhttps://gone.example/")
    batch = Batch.objects.get()
    BatchItem.objects.update(touched=datetime(2031, 3, 1, 4, tzinfo=UTC))
    assert "存到 2031-03-31" in client_of(editor).get(batch.get_absolute_url()).content.decode()
    assert "30 天" in client_of(editor).get(f"/projects/{project.pk}/batches/").content.decode()


def test_a_batch_that_runs_names_no_end(project, editor, client_of, monkeypatch):
    monkeypatch.setattr(batches, "_enqueue", lambda items: None)
    batch = batches.start(project, editor, [Capture(b"", url="https://a.example/")])
    assert "存到" not in client_of(editor).get(batch.get_absolute_url()).content.decode()


def test_progress_is_told_while_it_runs_and_when_it_is_over(project, editor, client_of, monkeypatch):
    monkeypatch.setattr(batches, "_enqueue", lambda items: None)
    batch = batches.start(project, editor, [Capture(b"", url=f"https://a.example/{n}") for n in range(3)])
    client = client_of(editor)
    running.run(project.pk, batch.items.first().pk)
    page = client.get(batch.get_absolute_url())
    assert (page.context["over"], page.context["total"], page.context["running"]) == (1, 3, True)
    assert 'data-running="true"' in page.content.decode()
    for item in batch.items.all():
        running.run(project.pk, item.pk)
    assert 'data-running="false"' in client.get(batch.get_absolute_url()).content.decode()


def test_looking_at_a_batch_queues_what_was_left(project, editor, client_of, monkeypatch):
    with monkeypatch.context() as held:
        held.setattr(batches, "_enqueue", lambda items: None)
        batch = batches.start(project, editor, [Capture(b"", url="https://a.example/")])
    long_ago = timezone.now() - timedelta(hours=1)
    BatchItem.objects.update(state="running", tries=1, touched=long_ago)
    client_of(editor).get(batch.get_absolute_url())
    assert batch.items.get().state == "done"


def test_cancelling_and_trying_again(post, project, editor, monkeypatch):
    with monkeypatch.context() as held:
        held.setattr(batches, "_enqueue", lambda items: None)
        batch = batches.start(project, editor, [Capture(b"", url="https://a.example/")])
    assert "取消了 1 份" in post(f"batches/{batch.pk}/cancel/").content.decode()
    assert batch.items.get().state == "cancelled"
    post(f"batches/{batch.pk}/retry/")
    assert batch.items.get().state == "done"


def test_what_failed_comes_first_when_all_is_over_with_the_numbers_told(post):
    page = post("capture/", way="url", url="https://a.example/ https://gone.example/ https://gone.example/2")
    assert [shown.item.state for shown in page.context["outcomes"]] == ["failed", "failed", "done"]
    assert page.context["tally"] == [("收下了", 1), ("没有收成", 2)]


def test_an_address_that_failed_can_be_opened(post):
    page = post("capture/", way="url", url="https://gone.example/ javascript:alert(1)").content.decode()
    assert 'href="https://gone.example/"' in page
    assert 'href="javascript:' not in page


def test_batches_are_listed(post, project, editor, client_of):
    post("capture/", way="url", url="https://a.example/ https://gone.example/")
    page = client_of(editor).get(f"/projects/{project.pk}/batches/").content.decode()
    assert Batch.objects.get().get_absolute_url() in page
    assert "1 份没有收成" in page


NO_ARTICLE = "<html><body><a href=/a>登录</a> <a href=/b>注册</a> <a href=/c>帮助</a></body></html>".encode()


@pytest.fixture
def refused(project, editor):
    """A batch of a page in which no article is found, and an empty file."""
    files = [Capture(NO_ARTICLE, filename="登录.html"), Capture(b"", filename="空.html")]
    return batches.start(project, editor, files)


def test_a_page_without_article_offers_its_text_in_the_batch(refused, editor, client_of):
    client = client_of(editor)
    listed = client.get(refused.get_absolute_url()).content.decode()
    assert listed.count("收下全文") == 1
    page = client.get(f"{refused.get_absolute_url()}items/0/whole/")
    assert (page.context["offer"].text, page.context["offer"].title) == ("登录 注册 帮助", "登录 注册 帮助")


def test_the_whole_text_of_an_item_can_be_kept(refused, editor, client_of):
    client = client_of(editor)
    client.post(f"{refused.get_absolute_url()}items/0/whole/", {"title": "登录页"})
    item = refused.items.first()
    assert (item.state, item.article.title, item.data, item.refusal) == ("done", "登录页", None, {})
    assert "帮助" in item.article.version.text
    assert client.get(f"{refused.get_absolute_url()}items/0/whole/").status_code == 404


def test_a_title_is_needed(refused, editor, client_of):
    answer = client_of(editor).post(f"{refused.get_absolute_url()}items/0/whole/", {"title": " "})
    assert answer.status_code == 422
    assert refused.items.first().state == "failed"


@pytest.mark.parametrize("position", [1, 2])
def test_what_has_no_text_is_not_offered(refused, editor, client_of, position):
    assert client_of(editor).get(f"{refused.get_absolute_url()}items/{position}/whole/").status_code == 404


def test_what_was_fetched_is_kept_for_the_offer(project, editor, monkeypatch):
    page = Fetched("https://a.example/x", NO_ARTICLE, "text/html; charset=utf-8")
    monkeypatch.setattr(gathering, "fetch", lambda url: page)
    batch = batches.start(project, editor, [Capture(b"", url="https://a.example/")])
    item = batch.items.get()
    assert (bytes(item.data), item.content_type) == (NO_ARTICLE, "text/html; charset=utf-8")
    monkeypatch.setattr(gathering, "fetch", lambda url: Fetched(url, TEXT.encode(), "text/plain; charset=utf-8"))
    batches.retry(batch)
    assert batch.items.get().article.title == "把小巷修成客厅"


def test_a_batch_of_another_project_is_404(project, stranger, editor, client_of):
    other = batches.start(stranger.memberships.get().project, stranger, [])
    for method, rest in (("get", ""), ("post", "cancel/"), ("post", "retry/")):
        path = f"/projects/{project.pk}/batches/{other.pk}/{rest}"
        assert getattr(client_of(editor), method)(path).status_code == 404


def test_the_page_takes_few_queries(project, editor, client_of, django_assert_max_num_queries):
    batch = batches.start(project, editor, [Capture(b"", url=f"https://a.example/{n}") for n in range(20)])
    client = client_of(editor)
    client.get(batch.get_absolute_url())
    with django_assert_max_num_queries(9):
        client.get(batch.get_absolute_url())


def test_lines_taken_inside_a_text_are_counted_for_each_item(project, editor, client_of):
    paragraphs = [
        "小巷是孩子们放学后的第一个去处，老人也在这里下棋。",
        "修好它，要先问问住在这里的人，再请设计师来画图。",
    ]
    inside = "\n\n".join(["把小巷修成客厅", paragraphs[0], "分享到微信", paragraphs[1]])
    plain = "\n\n".join(["把院子修成客厅", *reversed(paragraphs)])
    captures = [Capture(text.encode(), filename=f"{at}.txt") for at, text in enumerate((inside, plain))]
    batch = batches.start(project, editor, captures)
    outcomes = client_of(editor).get(batch.get_absolute_url()).context["outcomes"]
    assert [one.inside for one in outcomes] == [1, 0]
