"""Word: the articles as a report with comments, then the quotes by theme, then the sources."""

from typing import BinaryIO

import docx
from docx.document import Document as Report
from lxml.etree import _Element

from annotations.exports.characters import legal
from annotations.exports.citation import entries
from annotations.exports.course import Course
from annotations.exports.document import Document
from annotations.exports.word.article import Setting, set_article, set_legend, set_memo, start
from annotations.exports.word.comments import Comments
from annotations.exports.word.quotes import set_quotes, set_sources
from annotations.exports.word.spool import Spool, save
from annotations.exports.word.styles import dress
from annotations.exports.word.titles import narrow
from annotations.exports.word.xml import add, jump, paragraph, run
from annotations.exports.wording import extent, moment

_ = str
name = "docx"
extension = "docx"
media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
label = _("Word 文档（带批注）")


def write(document: Document, output: BinaryIO) -> None:
    """Write the report as one .docx file."""
    compose(document, output, texts=True)


def compose(document: Document, output: BinaryIO, *, texts: bool) -> None:
    """Write the report; without the articles' texts it is their quotes and sources alone."""
    report = docx.Document()
    dress(report, document.title)
    _describe(report, document)
    _number_paragraphs(report, len(document.articles))
    spools = [Spool("word/document.xml", report.element.body)]
    if texts:
        spools.append(Spool("word/comments.xml", report.part._comments_part.element))
    _set(document, *spools)
    save(report, spools, output)


def _set(document: Document, body: Spool, comments: Spool | None = None) -> None:
    cited = entries(document.articles, document.citation)
    course = _course(document, texts=bool(comments))
    if document.kind == "project" or not comments:
        _set_cover(body.element, document, texts=bool(comments))
    if comments:
        _set_articles(document, body, comments, course)
    set_quotes(body, document, cited, course, texts=bool(comments))
    set_sources(body.element, cited, numbered=document.citation.form == "numeric")


def _course(document: Document, *, texts: bool) -> Course:
    """The work is counted in marks: each with its article's text, and below each of its themes."""
    marks = [mark for article in document.articles for mark in article.highlights]
    return Course(document, sum(texts + max(len(mark.themes), 1) for mark in marks))


def _set_articles(document: Document, body: Spool, comments: Spool, course: Course) -> None:
    setting = Setting(body.element, document, Comments(comments.element, document))
    for number, article in enumerate(document.articles, start=1):
        set_article(setting, article, number, new_page=document.kind == "project" or number > 1)
        body.flush()
        comments.flush()
        course.tell(len(article.highlights))


def _set_cover(body: _Element, document: Document, *, texts: bool) -> None:
    title = paragraph(body, "Title")
    narrow(title, "Title", document.title)
    run(title, document.title)
    run(paragraph(body, "Byline"), extent(document))
    run(paragraph(body, "Source"), " · ".join(filter(None, (document.exporter, moment(document.exported)))), dated=True)
    set_memo(body, document.memo)
    set_legend(body, document, [mark for article in document.articles for mark in article.highlights])
    for article in document.articles if texts else ():
        line = paragraph(body, "Contents")
        jump(line, article.title, start(article))
        run(line, f"\t{len(article.highlights)} 处")


def _describe(report: Report, document: Document) -> None:
    # Word takes no more than 255 characters in a property.
    properties = report.core_properties
    properties.title = legal(document.title)[:255]
    properties.author = properties.last_modified_by = legal(document.exporter)[:255]
    properties.created = properties.modified = document.exported
    properties.language, properties.comments = document.language, ""


def _number_paragraphs(report: Report, articles: int) -> None:
    """One numbering for each article: a small grey figure that ends where the first line begins."""
    numbering = report.part.numbering_part.element
    numbering.clear()
    abstract = add(numbering, "abstractNum", abstractNumId="0")
    add(abstract, "multiLevelType", val="singleLevel")
    level = add(abstract, "lvl", ilvl="0")
    for tag, value in (
        ("start", "1"),
        ("numFmt", "decimal"),
        ("suff", "nothing"),
        ("lvlText", "%1 "),
        ("lvlJc", "right"),
    ):
        add(level, tag, val=value)
    letters = add(level, "rPr")
    add(letters, "rFonts", ascii="Arial", hAnsi="Arial")
    add(letters, "b", val="0")
    add(letters, "color", val="A39A8B")
    add(letters, "sz", val="13")
    for number in range(1, articles + 1):
        override = add(numbering, "num", numId=str(number))
        add(override, "abstractNumId", val="0")
        add(add(override, "lvlOverride", ilvl="0"), "startOverride", val="1")
