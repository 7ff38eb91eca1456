"""What stands in a paragraph: its lines with their spans, and the text boxes hung on it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from reader.extraction.formats.word.notes import REFERENCES, Notes
from reader.extraction.formats.word.styles import Style, Styles
from reader.extraction.formats.word.xml import MC, W, flag, value
from reader.extraction.page import Span, SpanKind
from reader.extraction.writing import Writing, fitted_spans

# What revisions took away, or moved elsewhere, and what only describes: none of it is text.
SILENT = frozenset(
    W + name for name in "del moveFrom pPr rPr sdtPr sdtEndPr instrText delInstrText delText rt rubyPr".split()
)
_BOX, _PATH = f"{W}txbxContent", "{urn:schemas-microsoft-com:vml}textpath"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}noBreakHyphen": "-"}
_ENDS = frozenset({f"{W}br", f"{W}cr"})
# The signs of Word's symbol fonts that forms are ticked with.
_SYMBOLS = {0xF0FE: "☑", 0xF0FC: "✓", 0xF0FB: "✗", 0xF0FD: "☒", 0xF0A8: "□", 0xF06F: "□", 0xF052: "☑", 0xF0A3: "□"}


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    spans: tuple[Span, ...] = ()


@dataclass
class Inline:
    """A paragraph read: `before` are boxes anchored above its first text, `after` the others."""

    lines: list[Line] = field(default_factory=list)
    before: list[_Element] = field(default_factory=list)
    after: list[_Element] = field(default_factory=list)


class Reader:
    """Reads one paragraph, or several whose ends a revision took away. `kinds` are those of the run being read."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self.styles, self.notes = styles, notes
        self.inline, self.writing = Inline(), Writing()
        self.kinds: tuple[SpanKind, ...] = ()

    def read(self, paragraph: _Element, style: Style) -> None:
        self._all(paragraph, style)

    def finish(self) -> Inline:
        self._end_line()
        return self.inline

    def _end_line(self) -> None:
        text = self.writing.text
        if text:
            self.inline.lines.append(Line(text, fitted_spans(text, self.writing.spans)))
        self.writing = Writing()

    def _all(self, nodes: Iterable[_Element], style: Style) -> None:
        for node in nodes:
            name = str(node.tag)
            if name in SILENT:
                continue
            if name == f"{W}r":
                self._run(node, style)
            elif name == f"{W}ruby":
                self._ruby(node, style)
            elif act := _ACTS.get(name):
                act(self, node)
            else:
                self._all(chosen(node) if name == f"{MC}AlternateContent" else node, style)

    def _run(self, run: _Element, style: Style) -> None:
        named = value(run, "rPr/rStyle")
        own = self.styles.of(named) if named else Style()
        if _said(flag(run, "rPr/vanish"), own.hidden, style.hidden):
            return
        bold = _said(flag(run, "rPr/b"), own.bold, style.bold)
        slanted = _said(flag(run, "rPr/i"), own.italic, style.italic) or value(run, "rPr/em") not in ("", "none")
        outer = self.kinds
        self.kinds = (*(("bold",) if bold else ()), *(("emphasis",) if slanted else ()))
        if any(_is_on(node.get(f"{W}customMarkFollows")) for node in run):
            self._own_mark(run)
        else:
            self._all(run, style)
        self.kinds = outer

    def _say(self, text: str) -> None:
        start = self.writing.place
        self.writing.say(text)
        for kind in self.kinds:
            self.writing.mark(start, kind)

    def _text(self, node: _Element) -> None:
        self._say(node.text or "")

    def _sign(self, node: _Element) -> None:
        if node.tag in _ENDS:
            self._end_line()
        else:
            self._say(_SIGNS[str(node.tag)])

    def _own_mark(self, run: _Element) -> None:
        """The author's own sign for the note stands in the run, behind the reference."""
        for node in run:
            if node.tag in REFERENCES:
                self._note(node, text_in(run) or "*")

    def _note(self, node: _Element, own: str = "") -> None:
        mark, start = self.notes.mark(REFERENCES[str(node.tag)], node.get(f"{W}id", ""), own), self.writing.place
        self.writing.say(mark)
        self.writing.mark(start, "note", mark)

    def _ruby(self, node: _Element, style: Style) -> None:
        start = self.writing.place
        for base in node.findall(f"{W}rubyBase"):
            self._all(base, style)
        self.writing.mark(start, "ruby", "".join(map(text_in, node.findall(f"{W}rt"))))

    def _symbol(self, node: _Element) -> None:
        code = node.get(f"{W}char", "")
        if re.fullmatch("[0-9A-Fa-f]{4}", code):
            self._say(_SYMBOLS.get(int(code, 16), chr(int(code, 16))))

    def _drawing(self, node: _Element) -> None:
        said = self.writing.place or self.inline.lines
        (self.inline.after if said else self.inline.before).extend(boxes_in(node))


_ACTS: dict[str, Callable[[Reader, _Element], None]] = {
    **dict.fromkeys((f"{W}t", f"{MATHS}t"), Reader._text),
    **dict.fromkeys((*_SIGNS, *_ENDS), Reader._sign),
    **dict.fromkeys(REFERENCES, Reader._note),
    **dict.fromkeys((f"{W}drawing", f"{W}pict", f"{W}object"), Reader._drawing),
    f"{W}sym": Reader._symbol,
}


def chosen(alternatives: _Element) -> Iterator[_Element]:
    """The content of the one branch that is read: the first that says something, so that no text comes twice."""
    branches = [node for node in alternatives if node.tag in (f"{MC}Choice", f"{MC}Fallback")]
    telling = (node for node in branches if next(node.iter(f"{W}t", f"{MATHS}t", _PATH), None) is not None)
    return iter(next(telling, branches[0] if branches else ()))


def boxes_in(node: _Element) -> Iterator[_Element]:
    """Outermost text boxes, and lettering drawn as a shape, in the element."""
    for child in node:
        if child.tag in (_BOX, _PATH):
            yield child
        elif child.tag == f"{MC}AlternateContent":
            for inner in chosen(child):
                yield from [inner] if inner.tag in (_BOX, _PATH) else boxes_in(inner)
        else:
            yield from boxes_in(child)


def lettering(box: _Element) -> str:
    """The words of lettering drawn as a shape, in which old letterheads stand; "" of a text box."""
    return box.get("string", "") if box.tag == _PATH else ""


def bold_lead(line: Line) -> int:
    """So many characters at the start of the line are bold."""
    return next((span.end for span in line.spans if span.kind == "bold" and span.start == 0), 0)


def text_in(node: _Element) -> str:
    return "".join(piece.text or "" for piece in node.iter(f"{W}t"))


def _is_on(said: str | None) -> bool:
    return said in ("1", "true", "on")


def _said(*words: bool | None) -> bool:
    """The first that speaks of it counts."""
    return next((word for word in words if word is not None), False)
