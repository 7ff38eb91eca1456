"""A REFI-QDA code has one description: a theme's whole entry is written into it, and read from it again.

The definition comes first, then what else there is, each part behind its label at the beginning of a line. A line that
begins with such a label by itself has a backslash before it, so that every text comes back as it was.
"""

import re

from annotations.imports.codebook.document import tidy_text
from annotations.naming import keywords_in

LABELS = {"use_when": "何时用", "avoid_when": "何时不用", "keywords": "关键词", "archived": "已归档"}
_LABEL = f"【(?:{'|'.join(LABELS.values())})】"
_OWN_LABEL = re.compile(rf"^(?=\\*{_LABEL})", re.MULTILINE)
_ESCAPED = re.compile(rf"^\\(?=\\*{_LABEL})", re.MULTILINE)
_PARTS = re.compile(rf"^【({'|'.join(LABELS.values())})】", re.MULTILINE)


def compose(definition: str, use_when: str, avoid_when: str, keywords: tuple[str, ...], archived: bool) -> str:
    """The entry as one text, empty where the entry is."""
    said = {"use_when": use_when, "avoid_when": avoid_when, "keywords": "、".join(keywords)}
    parts = [_escaped(definition)] if definition else []
    parts += [f"【{LABELS[field]}】{_escaped(text)}" for field, text in said.items() if text]
    return "\n\n".join([*parts, *([f"【{LABELS['archived']}】"] if archived else [])])


def parts(text: str) -> dict[str, object]:
    """The fields of an entry that a description holds: of anybody's, its whole text is the definition."""
    definition, *labelled = _PARTS.split(tidy_text(text))
    said: dict[str, str] = {}
    fields = {label: field for field, label in LABELS.items()}
    for label, part in zip(labelled[::2], labelled[1::2], strict=True):
        field = fields[label]
        said[field] = f"{said[field]}\n{part}" if field in said else part
    texts = {field: _plain(part) for field, part in {"definition": definition, **said}.items() if field != "archived"}
    return texts | {"keywords": keywords_in(texts.get("keywords", "")), "archived": "archived" in said}


def _escaped(text: str) -> str:
    return _OWN_LABEL.sub(r"\\", text)


def _plain(text: str) -> str:
    return _ESCAPED.sub("", text.strip())
