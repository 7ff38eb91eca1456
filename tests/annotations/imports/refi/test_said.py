"""What a REFI-QDA project says of its passages and sources, in all the ways the schema has for it: whose, and what."""

import pytest

from annotations.imports import read
from annotations.imports.document import Memo

TEXT = "东街的路平了。\n西街的灯亮了🚲。\n路平了，人就多了。"
FIRST, AGAIN = "路平了", TEXT.rindex("路平了")


def _id(number):
    return f"0000000{number}-0000-4000-8000-000000000000"


LIN, WU, CODE, OTHER, NOTE, SOURCE, MARK, CODING, LINK = map(_id, range(1, 10))
USERS = f'<Users><User guid="{LIN}" name="林"/><User guid="{WU}" name="吴" id="wu"/></Users>'
CODES = (
    f'<CodeBook><Codes><Code guid="{CODE}" name="路" isCodable="true"/><Code guid="{OTHER}" name="灯 / 夜" '
    'isCodable="true"/></Codes></CodeBook>'
)
CODED = f'<Coding guid="{CODING}"><CodeRef targetGUID="{CODE}"/></Coding>'
REFERRED = f'<NoteRef targetGUID="{NOTE}"/>'


def _mark(inside=CODED, start=3, end=6, more="", id=MARK):
    place = f'startPosition="{start}" endPosition="{end}"'
    return f'<PlainTextSelection guid="{id}" {place} {more}>{inside}</PlainTextSelection>'


def _text(inside, name="访谈"):
    named = f' name="{name}"' if name else ""
    return f'<TextSource guid="{SOURCE}"{named}><PlainTextContent>{TEXT}</PlainTextContent>{inside}</TextSource>'


def _note(text="想法", inside="", more=""):
    return f'<Notes><Note guid="{NOTE}" {more}><PlainTextContent>{text}</PlainTextContent>{inside}</Note></Notes>'


@pytest.fixture
def take(qdpx):
    def call(sources, notes="", links="", rest=""):
        body = f"{USERS}{CODES}<Sources>{sources}</Sources>{notes}{links}{rest}"
        return read(qdpx(f'<Project xmlns="urn:QDA-XML:project:1.0" name="p">{body}</Project>'))

    return call


def _link(origin, target):
    return f'<Links><Link guid="{LINK}" direction="OneWay" originGUID="{origin}" targetGUID="{target}"/></Links>'


@pytest.mark.parametrize(
    ("inside", "links"),
    [
        (f"{CODED}{REFERRED}", ""),
        (f'<Coding guid="{CODING}"><CodeRef targetGUID="{CODE}"/>{REFERRED}</Coding>', ""),
        (CODED, _link(MARK, NOTE)),
        (CODED, _link(NOTE, MARK)),
        (CODED, _link(CODING, NOTE)),
        (CODED, _link(f"{{{NOTE.upper()}}}", f"{{{MARK.upper()}}}")),
        (f"<Description>想法</Description>{CODED}", ""),
        (f"<Description>想法</Description>{CODED}{REFERRED}", _link(NOTE, MARK)),
    ],
)
def test_a_note_however_it_is_joined_to_its_passage(take, inside, links):
    notes = take(_text(_mark(inside)), _note() if "Description" not in inside or REFERRED in inside else "", links)
    (passage,) = notes.passages
    assert (passage.exact, passage.note, passage.themes) == (FIRST, "想法", (("路",),))
    assert (notes.memos, notes.unread) == ((), ())


def test_a_note_with_a_selection_of_its_own_marks_it(take):
    made = f'creatingUser="{WU}" creationDateTime="2024-05-06T07:08:09Z"'
    selection = f'<PlainTextSelection guid="{MARK}" startPosition="{AGAIN}" endPosition="{AGAIN + 3}"/>'
    (passage,) = take(_text(REFERRED), _note(inside=selection, more=made)).passages
    assert (passage.exact, passage.start, passage.note) == (FIRST, AGAIN, "想法")
    assert (passage.author, passage.account, passage.created.year) == ("吴", "wu", 2024)


@pytest.mark.parametrize(
    ("joined", "memo"),
    [
        (f"<Description>想法</Description>{_mark()}", "source"),
        (f"{_mark()}{REFERRED}", "source"),
        (f'{_mark()}<Coding guid="{OTHER}"><CodeRef targetGUID="{CODE}"/>{REFERRED}</Coding>', "source"),
        (_mark(), "project"),
    ],
)
def test_what_is_said_of_a_whole_source_or_of_nothing_is_a_memo(take, joined, memo):
    notes = take(_text(joined), "" if "Description" in joined else _note())
    assert notes.memos == (Memo("想法", notes.sources[0] if memo == "source" else None),)


def test_a_coding_of_a_whole_source_is_named_with_code_coder_and_day(take):
    made = f'creatingUser="{WU}" creationDateTime="2024-05-06T07:08:09Z"'
    coding = f'<Coding guid="{CODING}" {made}><CodeRef targetGUID="{CODE}"/></Coding>'
    [unread] = take(_text(f"{_mark('')}{coding}")).unread
    assert (unread.name, unread.reason) == ("访谈：路，吴，2024-05-06", "whole_source")


def test_memos_of_the_project_and_of_a_code(take):
    rest = f"<Description>全课题</Description>{REFERRED}"
    notes = take(_text(_mark()), _note(), rest=rest)
    assert {(memo.text, memo.theme) for memo in notes.memos} == {("全课题", ()), ("想法", ())}


@pytest.mark.parametrize(
    ("selection", "coding", "author"),
    [("", LIN, "林"), (WU, "", "吴"), (LIN, LIN, "林"), (WU, LIN, "吴")],
)
def test_whose_a_passage_is(take, selection, coding, author):
    signed = (f'creatingUser="{one}"' if one else "" for one in (selection, coding))
    made, coded = signed
    inside = f'<Coding guid="{CODING}" {coded}><CodeRef targetGUID="{CODE}"/></Coding>'
    notes = take(_text(_mark(inside, more=made)))
    assert [passage.author for passage in notes.passages] == [author]
    assert [one.reason for one in notes.unread] == (["another_coder"] if (selection, coding) == (WU, LIN) else [])


def test_two_coders_of_one_selection_have_a_passage_each(take):
    inside = "".join(
        f'<Coding guid="{_id(number)}" creatingUser="{who}"><CodeRef targetGUID="{code}"/></Coding>'
        for number, who, code in ((8, LIN, CODE), (9, WU, OTHER))
    )
    first, second = take(_text(_mark(inside))).passages
    assert [(one.author, one.themes) for one in (first, second)] == [("林", (("路",),)), ("吴", (("灯 / 夜",),))]
    assert first.id != second.id


PDF = f'<PDFSource guid="{SOURCE}" name="文件" path="internal://a.pdf">'
WHOLE = f'<Representation guid="{_id(6)}"><PlainTextContent>{TEXT}</PlainTextContent></Representation>'


def _on_page(words, inside=CODED):
    said = (
        f'<Representation guid="{_id(4)}"><PlainTextContent>{words}</PlainTextContent></Representation>'
        if words
        else ""
    )
    place = 'page="1" firstX="1" firstY="2" secondX="3" secondY="4"'
    return f'<PDFSelection guid="{MARK}" {place}>{said}{inside}</PDFSelection>'


@pytest.mark.parametrize("words", ["西街的灯亮了🚲", "西街的\n灯亮 了🚲", "  西街的灯亮了🚲\n"])
def test_a_selection_of_a_pdf_is_found_in_its_text_by_its_words(take, words):
    notes = take(f"{PDF}{_on_page(words)}{WHOLE}</PDFSource>")
    (passage,) = notes.passages
    assert (passage.exact, passage.start) == ("西街的灯亮了🚲", TEXT.index("西街"))
    assert (len(notes.sources), passage.themes) == (1, (("路",),))


def test_a_selection_of_a_pdf_whose_words_stand_twice_is_not_placed(take):
    (passage,) = take(f"{PDF}{_on_page(FIRST)}{WHOLE}</PDFSource>").passages
    assert (passage.exact, passage.start) == (FIRST, -1)


def test_a_pdf_without_a_text_keeps_the_words_of_its_selections(take):
    notes = take(f"{PDF}{_on_page('别处的话')}</PDFSource>")
    assert [(one.exact, one.start, one.source.title) for one in notes.passages] == [("别处的话", -1, "文件")]
    assert [(one.name, one.reason) for one in notes.unread] == [("文件", "elsewhere")]


def test_a_selection_of_a_pdf_without_words_is_named(take):
    notes = take(f"{PDF}{_on_page('', f'<Description>一张图</Description>{CODED}')}{WHOLE}</PDFSource>")
    assert [(one.name, one.reason) for one in notes.unread] == [("一张图", "no_text")]


@pytest.mark.parametrize("kind", ["Audio", "Video"])
def test_a_transcript_is_marked_between_its_points_in_time(take, kind):
    points = "".join(
        f'<SyncPoint guid="{_id(number)}" position="{place}"/>' for number, place in ((8, AGAIN), (9, AGAIN + 3))
    )
    ends = f'fromSyncPoint="{_id(8)}" toSyncPoint="{_id(9)}"'
    selection = f'<TranscriptSelection guid="{MARK}" {ends}>{CODED}</TranscriptSelection>'
    said = f'<Transcript guid="{_id(5)}"><PlainTextContent>{TEXT}</PlainTextContent>{points}{selection}</Transcript>'
    heard = f'<{kind}Selection guid="{_id(7)}" name="笑声" begin="1" end="2"/>'
    notes = take(f'<{kind}Source guid="{SOURCE}" name="录音">{said}{heard}</{kind}Source>')
    (passage,) = notes.passages
    assert (passage.exact, passage.start, passage.source.title) == (FIRST, AGAIN, "录音")
    assert ("笑声", "no_text") in [(one.name, one.reason) for one in notes.unread]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("internal://board_2017.txt", "board_2017"),
        ("relative://a/b/纪要.final.txt", "纪要.final"),
        ("C:\\\\q\\\\三.txt", "三"),
    ],
)
def test_a_source_without_a_name_is_called_after_its_file(take, path, title):
    source = _text(_mark(), name="").replace("<TextSource", f'<TextSource plainTextPath="{path}"')
    assert take(source).sources[0].title == title


def test_two_sources_of_one_name_keep_their_own_passages(take):
    other = _text(_mark(start=AGAIN, end=AGAIN + 3, id=_id(4))).replace(SOURCE, _id(3)).replace("东街", "北街")
    notes = take(_text(_mark()) + other)
    assert [one.title for one in notes.sources] == ["访谈", "访谈（2）"]
    assert [(one.source.title, one.start) for one in notes.passages] == [("访谈", 3), ("访谈（2）", AGAIN)]


def test_a_selection_that_is_called_otherwise_than_its_words_has_its_name_counted(take):
    [unread] = take(_text(_mark(more='name="第一处"'))).unread
    assert (unread.name, unread.reason) == ("PlainTextSelection：name", "detail")
    assert take(_text(_mark(more='name="路平…"'))).unread == ()


def test_our_own_positions_are_not_guessed_at(qdpx):
    """A quote that begins with a line end suits another way of counting better."""
    text = "路🚲\n灯亮了"
    selection = f'<PlainTextSelection guid="{MARK}" name="灯" startPosition="2" endPosition="4"/>'
    source = f'<TextSource guid="{SOURCE}" name="t"><PlainTextContent>{text}</PlainTextContent>{selection}</TextSource>'
    xml = f'<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="Quandian"><Sources>{source}</Sources></Project>'
    assert read(qdpx(xml)).passages[0].exact == "\n灯"
