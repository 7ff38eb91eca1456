"""What is proposed, and the reasons that are given for it."""

from dataclasses import dataclass, field

from reader.text.themes.marks import in_words

# Marks a text for the catalogue; whoever shows it translates it.
_ = str

SENTENCES: dict[str, str] = {
    "heading": _("是独立成行的小标题。"),
    "headings": _("全文有%(count)s个小标题，这是其中之一。"),
    "inner": _("首尾之间连着%(count)s段，段中各提一个主张，这是其中之一。"),
    "keyword": _("全文没有并列的论点；“%(term)s”是本文的特征词，出现%(count)s次。"),
    "listed": _("第%(paragraphs)s段总说几点，各段分述，这是其中之一。"),
    "measures": _("段内分述%(count)s点，这是其中之一。"),
    "ordinal": _("以“%(mark)s”领起。"),
    "ordinals": _("“%(first)s…%(last)s”，共%(count)s点，这是其中之一。"),
    "parallel": _("与第%(paragraphs)s段同为“%(frame)s”。"),
    "role": _("段首立论，称之为“%(role)s”。"),
    "run": _("相邻%(count)s段都以短句领起，这是其中之一。"),
    "thesis": _("段首短句立论，下文展开。"),
}

SHORTEST, LONGEST = 2, 12


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a theme is proposed: a code and what fills its sentence. `str()` is Chinese."""

    code: str
    parameters: dict = field(default_factory=dict)

    @property
    def template(self) -> str:
        return SENTENCES[self.code]

    def moved(self, by: int) -> "Reason":
        """The same with the paragraphs it names counted from elsewhere."""
        if "paragraphs" not in self.parameters:
            return self
        places = (str(int(place) + by) for place in self.parameters["paragraphs"].split("、"))
        return Reason(self.code, self.parameters | {"paragraphs": "、".join(places)})

    def __str__(self) -> str:
        said = {name: in_words(it) if isinstance(it, int) else it for name, it in self.parameters.items()}
        return self.template % said


@dataclass(frozen=True, slots=True)
class ThemeProposal:
    """`lead` is the sentence that states the theme, verbatim, in the paragraph of that index; `score` 0 to 1; `parent`
    is the paragraph of the lead it belongs under, None at the top."""

    name: str
    lead: str
    paragraph: int
    score: float
    reason: Reason
    parent: int | None = None
