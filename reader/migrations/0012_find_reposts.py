"""Bands and first appearances of the articles that are there, by the rule of reader.reposts."""

from zoneinfo import ZoneInfo

from django.db import migrations

from reader.text.likeness import SAME, bands, likeness, runs


SHANGHAI = ZoneInfo("Asia/Shanghai")


def order(article):
    if article.published is None:
        return True, "", "", article.pk
    day = article.published.astimezone(SHANGHAI)
    time = "~" if article.published_precision == "day" else day.isoformat()
    return False, day.date().isoformat(), time, article.pk


def fill(apps, schema_editor):
    Article, TextBand = apps.get_model("reader", "Article"), apps.get_model("reader", "TextBand")
    found = Article.objects.filter(version__isnull=False).defer("origins")
    for pk in [article.pk for article in sorted(found, key=order)]:
        article = Article.objects.select_related("version").get(pk=pk)
        said = runs(article.version.text)
        values = sorted(set(bands(said)))
        like = TextBand.objects.filter(project=article.project_id, value__in=values, article__project=article.project_id)
        firsts = like.filter(article__deleted=None, article__repost_of=None).values_list("article", flat=True)
        alike = Article.objects.filter(pk__in=set(firsts)).select_related("version")
        shares = [(order(other), likeness(said, runs(other.version.text)), other) for other in alike]
        same = [share for share in shares if share[1] >= SAME]
        if same and article.deleted is None:
            _, share, first = min(same, key=lambda found: found[0])
            Article.objects.filter(pk=pk).update(repost_of=first, likeness=int(100 * share))
        TextBand.objects.bulk_create(
            TextBand(project_id=article.project_id, article=article, value=value) for value in values
        )


class Migration(migrations.Migration):
    dependencies = [("reader", "0011_reposts")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
