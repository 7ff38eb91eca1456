"""The same text at another address: linked to where it appeared first."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from annotations import archive
from reader.articles import bin, queries, reposts
from reader.capture.importing import import_capture
from reader.cleaning import correcting, metadata
from reader.cleaning.captures import Capture
from reader.cleaning.correcting import Seen
from reader.models import TextBand

PARAGRAPHS = [
    f"第{n}条绿道修到第{n * 7 % 31}户人家的门口，树荫底下摆着{n * 3}把椅子，老人们坐到天黑。" for n in range(20)
]
OTHERS = [f"码头的第{n}盏灯亮着，{n * 5}条船从对岸回来，鱼市在天亮以前就散了，只剩下猫。" for n in range(20)]


@pytest.fixture
def bring(project, owner):
    """An article of the paragraphs, as a portal would print it on a day."""

    def bring(site, day=None, paragraphs=PARAGRAPHS, into=project):
        told = f"2024-05-{day:02} 08:00　来源：临江{site}日报\n\n" if day else ""
        text = f"让绿道修到家门口\n\n{told}" + "\n\n".join(paragraphs)
        capture = Capture(text.encode(), url=f"https://{len(site)}.example/{day}.html")
        return import_capture(into, owner, capture).article

    return bring


def _first(article):
    article.refresh_from_db()
    return article.repost_of


def test_a_repost_is_linked_to_its_first_appearance(bring):
    first, repost = bring("甲", 1), bring("乙乙", 2, PARAGRAPHS[1:])
    assert (_first(repost), _first(first)) == (first, None)
    assert 90 <= repost.likeness < 100


def test_another_text_is_no_repost(bring):
    bring("甲", 1)
    assert _first(bring("乙乙", 2, OTHERS)) is None


def test_less_than_half_of_a_text_is_no_repost(bring):
    bring("甲", 1)
    assert _first(bring("乙乙", 2, PARAGRAPHS[:9])) is None


def test_what_was_published_first_is_first_though_it_came_later(bring):
    later = bring("甲", 9)
    third = bring("丙丙丙", 10)
    first = bring("乙乙", 1)
    assert [_first(one) for one in (first, later, third)] == [None, first, first]


def test_without_dates_what_came_first_is_first(bring):
    first, repost = bring("甲"), bring("乙乙", paragraphs=PARAGRAPHS[1:])
    assert (_first(first), _first(repost)) == (None, first)


def test_an_undated_text_comes_after_a_dated_one(bring):
    undated, dated = bring("甲"), bring("乙乙", 2)
    assert (_first(undated), _first(dated)) == (dated, None)


def test_projects_are_apart(bring, project, owner):
    from reader.projects import changing

    bring("甲", 1)
    assert _first(bring("乙乙", 2, into=changing.create(owner, "另一课题"))) is None


def test_when_the_first_goes_to_the_bin_the_next_is_first(bring):
    first, second, third = bring("甲", 1), bring("乙乙", 2), bring("丙丙丙", 3)
    bin.delete(first)
    assert [_first(one) for one in (second, third)] == [None, second]


def test_when_it_comes_back_it_is_first_again(bring):
    first, second, third = bring("甲", 1), bring("乙乙", 2), bring("丙丙丙", 3)
    bin.delete(first)
    first.refresh_from_db()
    bin.restore(first)
    assert [_first(one) for one in (first, second, third)] == [None, first, first]


def test_a_first_appearance_deleted_for_good_leaves_its_reposts(bring):
    first, second = bring("甲", 1), bring("乙乙", 2)
    first.delete()
    assert _first(second) is None


def test_what_is_in_the_bin_is_nobodys_first_appearance(bring):
    bin.delete(bring("甲", 1))
    assert _first(bring("乙乙", 2)) is None


def test_no_repost_is_a_first_appearance(bring):
    """Each shares enough with the one before it, and not with the one before that."""
    shift = [PARAGRAPHS, PARAGRAPHS[6:] + OTHERS[:6], PARAGRAPHS[12:] + OTHERS[:12]]
    one, two, three = (bring("甲" * (n + 1), n + 1, text) for n, text in enumerate(shift))
    assert [_first(article) for article in (one, two, three)] == [None, one, None]


def test_a_new_text_is_compared_anew(bring, project, owner):
    first, repost = bring("甲", 1), bring("乙乙", 2)
    repost.refresh_from_db()
    rows = [at for at, block in enumerate(repost.version.blocks) if at > 4]
    correcting.flip(Seen(project, repost.pk, 1), owner, rows, "strike")
    assert _first(repost) is None
    correcting.undo(Seen(project, repost.pk, 2), owner)
    assert _first(repost) == first


def test_reposts_of_a_text_that_changed_are_compared_anew(bring, project, owner):
    first, second, third = bring("甲", 1), bring("乙乙", 2), bring("丙丙丙", 3)
    first.refresh_from_db()
    correcting.flip(Seen(project, first.pk, 1), owner, list(range(5, len(first.version.blocks))), "strike")
    assert [_first(one) for one in (first, second, third)] == [None, None, second]


def test_a_corrected_date_changes_which_was_first(bring, editor):
    first, second = bring("甲", 1), bring("乙乙", 2)
    first.refresh_from_db()
    metadata.correct(first, editor, {"published": [datetime(2024, 6, 1, tzinfo=UTC), "day"]})
    assert (_first(first), _first(second)) == (second, None)


def test_looking_up_takes_the_same_queries_however_many_articles(bring, django_assert_max_num_queries):
    for n in range(12):
        bring("甲" * (n + 1), n + 1, [f"{n}{text}{n * n}" for text in OTHERS])
    article = bring("末" * 20, 20)
    with django_assert_max_num_queries(4):
        reposts.link(article)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL chooses a plan by how many rows there are")
def test_bands_are_looked_up_by_an_index(bring):
    bring("甲", 1)
    plan = TextBand.objects.filter(project=1, value__in=[1, 2]).values("article").explain()
    assert "project_id=? AND value=?" in plan


def test_an_archive_carries_the_link_and_finds_further_ones(bring, project, owner, tmp_path):
    bring("甲", 1)
    bring("乙乙", 2)
    with (tmp_path / "archive.zip").open("w+b") as file:
        archive.write(project, file, datetime.now(UTC))
        again = archive.restore(archive.checked(file), owner)
    first, repost = queries.articles(again).order_by("published")
    assert (repost.repost_of, repost.likeness) == (first, 100)
    assert TextBand.objects.filter(project=again).count() == TextBand.objects.filter(project=project).count() > 0


def test_the_article_and_the_library_mark_a_repost(bring, project, viewer, client_of):
    first, repost = bring("甲", 1), bring("乙乙", 2)
    client = client_of(viewer)
    shown = client.get(repost.get_absolute_url()).content.decode()
    assert f'首见 <a href="{first.get_absolute_url()}">' in shown
    assert "100% 相同（50% 起算同一篇）" in shown
    assert "另有 1 篇转载" in client.get(first.get_absolute_url()).content.decode()
    assert client.get(project.get_absolute_url()).content.decode().count('class="repost"') == 1
