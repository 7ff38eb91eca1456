"""The whole page in one walk: its visible lines in order, the areas they stand in, ids and classes, comments."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, islice

from lxml.etree import Comment, _Comment, _Element, iterwalk

from reader.extraction.elements import UNSEEN, Sort, unseen
from reader.extraction.folding import Fold
from reader.extraction.prose import is_prose, marks_in
from reader.extraction.selectors import Compound, compiled
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
    marks: int

    @property
    def prose(self) -> bool:
        return is_prose(self.text, self.linked)


@dataclass(slots=True)
class Area:
    """An element with the lines from `first` up to `end` in it; `name` are its id and classes. `place` and `parent` are
    places in the survey's areas, which are in the order of the page."""

    node: _Element
    place: int
    parent: int
    first: int
    end: int
    name: str


@dataclass(slots=True)
class Survey:
    """`head` are the page's <link>, <meta> and <title>; `characters` and `linked` sums over the lines before."""

    root: _Element
    lines: list[Line] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    area_of: dict[_Element, Area] = field(default_factory=dict)
    index: dict[str, list[_Element]] = field(default_factory=dict)
    head: list[_Element] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
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
    """Walk the tree once. Hidden elements are not entered, comments are kept, links are measured."""
    page = Survey(root, head=list(root.iter("link", "meta", "title")), comments=list(_comments_above(root)))
    _Walk(page).run()
    page.characters = [0, *accumulate(len(line.text) for line in page.lines)]
    page.linked = [0, *accumulate(line.linked for line in page.lines)]
    return page


def _comments_above(root: _Element) -> Iterator[str]:
    """Those before the document's element and in its head, where the walk does not go."""
    head = root.find("head")
    for node in (*root.itersiblings(Comment, preceding=True), *(() if head is None else head.iter(Comment))):
        yield node.text or ""


class _Walk(Fold):
    def __init__(self, page: Survey) -> None:
        super().__init__()
        self.page = page
        self.open_areas: list[int] = [-1]
        self.entered: list[bool] = []

    def run(self) -> None:
        page, root = self.page, self.page.root
        walk = iterwalk(root, events=("start", "end", "comment", "pi"))
        hidden = None
        for edge, node in walk:
            name = node.tag
            if edge == "start":
                label = self.note(node)
                if name in UNSEEN or (node.keys() and unseen(name, node) and node is not root):
                    hidden = node
                    walk.skip_subtree()
                else:
                    self.enter(name, node, label)
                continue
            if edge == "end" and node is not hidden:
                self.leave(name)
            elif isinstance(node, _Comment):
                page.comments.append(node.text or "")
            if node is not root:
                self.say(node.tail)

    def note(self, node: _Element) -> str:
        """Put the element's id and classes into the index; both as one string."""
        index, label = self.page.index, ""
        if not node.keys():
            return label
        identity, classes, role = node.get("id"), node.get("class"), node.get("itemprop")
        if identity:
            index.setdefault("#" + identity, []).append(node)
            label = identity
        if classes:
            for one in classes.split():
                index.setdefault("." + one, []).append(node)
            label = f"{label} {classes}"
        if role:
            index.setdefault(f"[itemprop={role}]", []).append(node)
        return label

    def enter(self, name: str, node: _Element, label: str) -> None:
        """An inline element with an id is an area too: old government pages have whole articles in a <span>."""
        if name == "table" and (len(self.open_areas) > _DEEP or is_layout(node)):
            node.set("role", "presentation")
        block = self.open(name, node)
        area = block or node.get("id") is not None
        self.entered.append(area)
        if area:
            page = self.page
            at = len(page.lines)
            page.areas.append(Area(node, len(page.areas), self.open_areas[-1], at, at, label))
            page.area_of[node] = page.areas[-1]
            self.open_areas.append(len(page.areas) - 1)
        self.say(node.text)

    def leave(self, name: str) -> None:
        """An inline area's last line is still being read when it ends."""
        self.close(name)
        if self.entered.pop():
            pending = bool(self.pieces) and any(map(str.strip, self.pieces))
            self.page.areas[self.open_areas.pop()].end = len(self.page.lines) + pending

    def emit(self, text: str, lead: int) -> None:
        self.page.lines.append(Line(text, self.sorts[-1], self.open_areas[-1], self.linked, marks_in(text)))
