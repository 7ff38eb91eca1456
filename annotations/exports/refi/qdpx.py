"""REFI-QDA project: texts, codes, users and codings, to go on in NVivo, MAXQDA, ATLAS.ti or QualCoder.

The archive holds project.qde, valid against the published Project.xsd, and one plain text for each article in
sources/: UTF-8 without byte order mark, lines ended by LF, so that positions are code points everywhere.
"""

from collections import Counter
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml.etree import Element, SubElement, _Element, tostring

from annotations.exports.characters import legal, legal_in_place
from annotations.exports.citation import entries
from annotations.exports.document import Article, Document, Highlight, local
from annotations.exports.identifiers import guid
from annotations.exports.refi.codes import ORIGIN, PROJECT, add_codes, code_guid, time
from annotations.exports.refi.memos import add_memos, refer
from annotations.exports.wording import UNSIGNED

_ = str
name = "qdpx"
extension = "qdpx"
media_type = "application/zip"
label = _("REFI-QDA 课题（NVivo、MAXQDA、ATLAS.ti）")

# How much of a quote names its selection in lists.
NAME_LENGTH = 60


def write(document: Document, output: BinaryIO) -> None:
    """Write the archive. Two exports of one project differ in the time of export only."""
    with ZipFile(output, "w", ZIP_DEFLATED) as archive:
        for article in document.articles:
            _store(
                archive, document, f"sources/{_source(document, article)}.txt", legal_in_place(article.text).encode()
            )
        qde = tostring(_project(document), encoding="utf-8", xml_declaration=True, pretty_print=True)
        _store(archive, document, "project.qde", qde)


def _store(archive: ZipFile, document: Document, path: str, data: bytes) -> None:
    entry = ZipInfo(path, local(document.exported).timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    archive.writestr(entry, data)


def _project(document: Document) -> _Element:
    user, now = _user(document, document.exporter), time(document.exported)
    project = Element(
        _tag("Project"),
        nsmap={None: PROJECT},
        name=legal(document.title),
        origin=ORIGIN,
        creatingUserGUID=user,
        creationDateTime=now,
    )
    _add_users(project, document)
    if document.themes:
        add_codes(_add(_add(project, "CodeBook"), "Codes"), document, PROJECT)
    if document.articles:
        _add_sources(_add(project, "Sources"), document)
    add_memos(project, document)
    return project


def _add_users(project: _Element, document: Document) -> None:
    accounts = {mark.author: mark.account for article in document.articles for mark in article.highlights}
    users = _add(project, "Users")
    for author in dict.fromkeys((document.exporter, *accounts)):
        account = {"id": legal(accounts[author])} if accounts.get(author) else {}
        _add(users, "User", guid=_user(document, author), name=_signed(author), **account)


def _add_sources(sources: _Element, document: Document) -> None:
    cited = entries(document.articles, document.citation)
    times: Counter[str] = Counter()
    for article in document.articles:
        # Some programs take a second source of the same name for the first one.
        times[article.title] += 1
        again = f"（{times[article.title]}）" if times[article.title] > 1 else ""
        id = _source(document, article)
        source = _add(
            sources, "TextSource", guid=id, name=legal(article.title) + again, plainTextPath=f"internal://{id}.txt"
        )
        _add(source, "Description").text = legal(cited[article.id])
        for mark in article.highlights:
            _add_selection(source, mark, document)
        if article.memo:
            refer(source, document, "source", article.id)


def _add_selection(source: _Element, mark: Highlight, document: Document) -> None:
    user = _user(document, mark.author)
    selection = _add(
        source,
        "PlainTextSelection",
        guid=mark.id,
        name=" ".join(legal(mark.exact).split())[:NAME_LENGTH],
        startPosition=str(mark.start),
        endPosition=str(mark.end),
        creatingUser=user,
        creationDateTime=time(mark.created),
        modifyingUser=user,
        modifiedDateTime=time(mark.updated),
    )
    if mark.note:
        _add(selection, "Description").text = legal(mark.note)
    for theme in document.themes_of(mark):
        id = guid(document, "coding", mark.id, *theme.path)
        coding = _add(selection, "Coding", guid=id, creatingUser=user, creationDateTime=time(mark.created))
        _add(coding, "CodeRef", targetGUID=code_guid(document, theme.path))


def _add(parent: _Element, tag: str, **attributes: str) -> _Element:
    return SubElement(parent, _tag(tag), attributes)


def _tag(name: str) -> str:
    return f"{{{PROJECT}}}{name}"


def _source(document: Document, article: Article) -> str:
    return guid(document, "source", article.id)


def _user(document: Document, author: str) -> str:
    return guid(document, "user", _signed(author))


def _signed(author: str) -> str:
    return legal(author).strip() or UNSIGNED
