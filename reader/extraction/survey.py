"""The whole page in one walk: its visible lines in order, the areas they stand in, ids and classes, comments."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, islice

from lxml.etree import Comment, _Element, iterwalk

from reader.extraction.elements import PLAIN, SILENT, UNSEEN, Sort, hides
from reader.extraction.folding import Fold
from reader.extraction.prose import is_prose
from reader.extraction.selectors import Compound, compiled
from reader.extraction.styles import apply_sheets, is_block, is_unreadable, keeps_lines
from reader.extraction.tables import is_layout

# Deeper tables are layout without looking: looking at each level again would take quadratic time.
_DEEP = 60


@dataclass(slots=True)
class Line:
    """A block of visible text. `linked` characters of it stand in links; `area` is the innermost one."""

    text: str
    sort: Sort
    area: int
    linked: int

    @property
    def prose(self) -> bool:
        return is_prose(self.text, self.linked)


@dataclass(slots=True)
class Area:
    """An element with the lines from `first` up to `end` in it. `place` and `parent` are places in the survey's areas,
    which are in the order of the page."""

    node: _Element
    place: int
    parent: int
    first: int
    end: int

    @property
    def name(self) -> str:
        """Its id and classes."""
        return " ".join(filter(None, (self.node.get("id"), self.node.get("class"))))


@dataclass(slots=True)
class Survey:
    """`head` are the page's <link>, <meta> and <title>; `characters` and `linked` sums over the lines before; `unseen`
    the outermost elements that may hold text and show none."""

    root: _Element
    lines: list[Line] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    area_of: dict[_Element, Area] = field(default_factory=dict)
    index: defaultdict[str, list[_Element]] = field(default_factory=lambda: defaultdict(list))
    head: list[_Element] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    unseen: list[_Element] = field(default_factory=list)
    characters: list[int] = field(default_factory=list)
    linked: list[int] = field(default_factory=list)

    def find(self, selectors: str) -> Iterator[_Element]:
        """Elements matching the selectors, those of the first selector first."""
        for steps in compiled(selectors):
            for node in self._candidates(steps[-1]):
                if _stands_in(node, steps):
                    yield node

    def _candidates(self, last: Compound) -> list[_Element]:
        if last.tokens:
            return self.index.get(last.tokens[0], [])
        if last.prefix:
            return [node for token, nodes in self.index.items() if token.startswith(last.prefix) for node in nodes]
        return list(self.root.iter(last.tag))

    def within(self, area: Area) -> Iterator[Area]:
        """The areas inside the area, outer before inner."""
        for inner in islice(self.areas, area.place + 1, None):
            if inner.parent < area.place:
                return
            yield inner

    def characters_in(self, area: Area) -> int:
        return self.characters[area.end] - self.characters[area.first]

    def link_density(self, area: Area) -> float:
        """The share of the area's characters that stand in links."""
        return min(1.0, (self.linked[area.end] - self.linked[area.first]) / max(1, self.characters_in(area)))

    def lines_of(self, node: _Element) -> list[str]:
        """The visible lines in the element."""
        area = self.area_of.get(node)
        if area is None:
            return [text] if (text := "".join(node.itertext()).strip()) else []
        return [line.text for line in self.lines[area.first : area.end]]


def _stands_in(node: _Element, steps: tuple[Compound, ...]) -> bool:
    if not steps[-1].matches(node):
        return False
    wanted = list(steps[:-1])
    above = node.getparent()
    while wanted and above is not None:
        if wanted[-1].matches(above):
            wanted.pop()
        above = above.getparent()
    return not wanted


def survey(root: _Element) -> Survey:
    """Walk the tree once. Hidden elements are not entered, links are measured."""
    apply_sheets(root)
    page = Survey(root, head=list(root.iter("link", "meta", "title")), comments=list(_comments(root)))
    _Walk(page).run()
    page.characters = [0, *accumulate(len(line.text) for line in page.lines)]
    page.linked = [0, *accumulate(line.linked for line in page.lines)]
    return page


def _comments(root: _Element) -> Iterator[str]:
    """Browsers put the address a page was saved from before the document's element."""
    for node in (*root.itersiblings(Comment, preceding=True), *root.iter(Comment)):
        yield node.text or ""


class _Walk(Fold):
    """`opened` are the areas around the place reached, and whether each is a block."""

    def __init__(self, page: Survey) -> None:
        super().__init__()
        self.page = page
        self.opened: list[tuple[Area, bool]] = []

    def run(self) -> None:
        """A page has thousands of elements: those that only stand in a line are passed over here."""
        page, pieces, hidden = self.page, self.pieces, None
        root, say = page.root, self.say
        walk = iterwalk(root, events=("start", "end", "comment", "pi"))
        for edge, node in walk:
            if edge == "start":
                attributes = node.items()
                if node.tag in UNSEEN or (attributes and self.note(node, attributes) and node is not root):
                    self.hide(node)
                    hidden = node
                    walk.skip_subtree()
                    continue
                name = node.tag
                if name == "a" and node.get("id") is None:
                    self.links += 1
                elif name not in PLAIN or node.get("id") is not None:
                    self.enter(name, node)
                text = node.text
            else:
                if edge == "end" and node is not hidden:
                    self.finish(node)
                text = node.tail if node is not root else None
            if text and (pieces or not text.isspace()):
                say(text)

    def finish(self, node: _Element) -> None:
        name = node.tag
        if name == "a" and node.get("id") is None:
            self.links -= 1
        elif name not in PLAIN or node.get("id") is not None:
            self.leave(name, node)

    def hide(self, node: _Element) -> None:
        if node.tag not in SILENT:
            self.page.unseen.append(node)

    def note(self, node: _Element, attributes: list[tuple[str, str]]) -> bool:
        """Put the element's id and classes into the index. Whether it is hidden."""
        index, hidden = self.page.index, False
        for name, value in attributes:
            if name == "class":
                for one in value.split():
                    index["." + one].append(node)
            elif name == "style":
                hidden = self.styled(node, value) or hidden
            elif name == "id":
                index["#" + value].append(node)
            elif name == "itemprop":
                index[f"[itemprop={value}]"].append(node)
            elif name == "hidden":
                hidden = True
        return hidden

    def styled(self, node: _Element, style: str) -> bool:
        """Whether the style hides the element; of letters of no size the parser of the fragment is told as well."""
        if hides(style):
            return True
        if is_unreadable(node, style):
            node.set("hidden", "")
            return True
        if node.tag == "span" and (is_block(style) or keeps_lines(node, style)):
            node.tag = "div"
        return False

    def enter(self, name: str, node: _Element) -> None:
        """An inline element with an id is an area too: old government pages have whole articles in a <span>."""
        if name == "table" and (len(self.opened) >= _DEEP or is_layout(node)):
            node.set("role", "presentation")
        block = self.open(name, node)
        if not block and node.get("id") is None:
            return
        page, opened = self.page, self.opened
        at, outer = len(page.lines), opened[-1][0].place if opened else -1
        area = page.area_of[node] = Area(node, len(page.areas), outer, at, at)
        page.areas.append(area)
        opened.append((area, block))

    def leave(self, name: str, node: _Element) -> None:
        """An inline area's last line is still being read when it ends."""
        if not self.opened or self.opened[-1][0].node is not node:
            self.close(name, False, node)
            return
        area, block = self.opened[-1]
        self.close(name, block, node)
        self.opened.pop()
        pending = bool(self.pieces) and any(map(str.strip, self.pieces))
        area.end = len(self.page.lines) + pending

    def emit(self, text: str) -> None:
        area = self.opened[-1][0].place if self.opened else -1
        self.page.lines.append(Line(text, self.sorts[-1], area, self.linked))
