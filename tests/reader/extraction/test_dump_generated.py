"""Golden pages as dumps, with what is not their text put around it in every order: no line of the text is lost."""

import json
import random
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.reader.extraction.dump_scene import DATELINE, TITLE, read, texts

PAGES = sorted(path.parent for path in Path("tests/pages").glob("*/expected.json"))
_BLOCKS = re.compile(
    r"<(?:/?(?:p|div|li|tr|td|th|h\d|ul|ol|table|section|article|dd|dt|blockquote|header|footer|nav|title)|br)\b[^>]*>"
)
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|head|template|noscript)\b.*?</\1>", re.DOTALL | re.IGNORECASE)


def seen(source):
    """The page's visible lines, one an element that starts a line."""
    text = BeautifulSoup(_BLOCKS.sub("\n", _UNSEEN.sub("\n", source)), "lxml").get_text()
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def page_of(folder):
    """The lines of its text, and its other lines."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    data = (folder / "source.html").read_bytes()
    try:
        source = data.decode()
    except UnicodeDecodeError:
        source = data.decode("gb18030")
    body = [" ".join(line.split()) for _, text, *_ in expected["blocks"] for line in text.split("\n")]
    return body, [line for line in seen(source) if not any(line in text or text in line for text in body)]


@pytest.mark.parametrize("folder", PAGES, ids=lambda folder: folder.name)
@pytest.mark.parametrize("seed", range(8))
def test_no_line_of_the_text_is_lost(folder, seed):
    body, rest = page_of(folder)
    random.Random(seed).shuffle(rest)
    cut = random.Random(seed).randrange(len(rest) + 1)
    page = read(rest[:cut], TITLE, DATELINE, body, rest[cut:])
    assert set(body) <= set(texts(page))


@pytest.mark.parametrize("folder", PAGES, ids=lambda folder: folder.name)
def test_every_line_is_told_kept_or_removed(folder):
    body, rest = page_of(folder)
    page = read(rest, TITLE, DATELINE, body)
    kept = {*texts(page), *(row.text for row in page.removed), page.title}
    day = f"{page.published:%Y-%m-%d}"
    told = re.compile(
        "|".join(map(re.escape, filter(None, [page.source, day, *(author.name for author in page.authors)])))
    )
    assert all(told.search(line.replace("年", "-").replace("月", "-")) for line in {*body, *rest} - kept)
