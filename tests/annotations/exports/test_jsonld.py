"""Web Annotations: the model's shape, quotes and positions that agree, themes and notes as bodies."""

import io
import json
from dataclasses import replace
from uuid import UUID

from annotations.exports import jsonld


def written(document):
    output = io.BytesIO()
    jsonld.write(document, output)
    return json.loads(output.getvalue())


def items(document):
    return written(document)["first"]["items"]


def test_the_file_is_a_collection_with_one_page(project):
    collection = written(project)
    assert (collection["@context"], collection["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationCollection")
    assert collection["label"] == "城市绿道研究"
    assert collection["total"] == len(collection["first"]["items"]) == 5
    assert (collection["first"]["type"], collection["first"]["startIndex"]) == ("AnnotationPage", 0)


def test_collection_and_page_have_an_iri_each_and_know_each_other(project):
    collection = written(project)
    page = collection["first"]
    assert UUID(collection["id"].removeprefix("urn:uuid:")) != UUID(page["id"].removeprefix("urn:uuid:"))
    assert page["partOf"] == collection["id"]
    assert written(project)["id"] == collection["id"]
    assert written(replace(project, title="别的"))["id"] != collection["id"]


def test_an_annotation_has_what_the_model_asks_for(single):
    assert items(single)[0] == {
        "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
        "type": "Annotation",
        "motivation": "commenting",
        "created": "2026-11-20T01:30:00Z",
        "modified": "2026-11-20T01:30:00Z",
        "creator": {"type": "Person", "name": "李编码"},
        "body": [
            {
                "type": "TextualBody",
                "id": "urn:x-quandian:theme:%E6%B0%91%E7%94%9F",
                "purpose": "tagging",
                "value": "民生",
            },
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "value": "“三百米”是指标。\n可与海绵城市比较。",
                "format": "text/plain",
                "language": "zh-CN",
            },
        ],
        "target": {
            "type": "SpecificResource",
            "label": "让绿道连成网",
            "source": "https://theory.gmw.cn/2023-04/12/content_1.htm",
            "scope": "http://127.0.0.1:8000/projects/1/articles/1/",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": "𠮷祥里的居民说，出门三百米就能走进林荫",
                    "prefix": "一、绿道不只是路\n绿道穿城而过，串起河湖与街巷。",
                    "suffix": "。\n以规划连片促成网。断头的绿道再美，也只是一段风景；连成网络，",
                },
                {"type": "TextPositionSelector", "start": 24, "end": 43},
            ],
        },
    }


def test_positions_cut_the_quote_out_of_the_text(project):
    texts = {article.address: article.text for article in project.articles}
    for item in items(project):
        words, place = item["target"]["selector"]
        assert texts[item["target"]["scope"]][place["start"] : place["end"]] == words["exact"]


def test_motivations_follow_the_bodies(single):
    assert [item["motivation"] for item in items(single)] == ["commenting", "commenting", "tagging", "commenting"]


def test_a_bare_highlight_has_no_body(build):
    article = build.article()
    item = items(build.single(replace(article, highlights=(build.mark(article, "林荫", 1, author=""),))))[0]
    assert item["motivation"] == "highlighting"
    assert not {"body", "creator"} & set(item)


def test_a_text_without_an_address_is_annotated_where_it_was_read(build):
    article = build.article(url="")
    item = items(build.single(replace(article, highlights=(build.mark(article, "林荫", 1),))))[0]
    assert item["target"]["source"] == article.address


def test_a_project_without_highlights_is_an_empty_collection(build):
    collection = written(build.single(build.article()))
    assert (collection["total"], collection["first"]["items"]) == (0, [])


def test_lone_surrogates_do_not_break_the_file(build):
    article = build.article((("paragraph", "甲\ud800乙\x00", 0),), title="\ud800")
    item = items(build.single(replace(article, highlights=(build.mark(article, "甲\ud800乙\x00", 1, "\ud800"),))))[0]
    assert item["target"]["selector"][0]["exact"] == "甲?乙\x00"
