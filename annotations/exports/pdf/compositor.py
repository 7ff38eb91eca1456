"""A program of its own that sets the part of a PDF that lies in a folder, in a process of its own: Typst gives the
memory of a layout back only with its process. It imports nothing of the project, reads nothing outside the folder
but fonts, and ends with whoever started it.
"""

import json
import os
import re
import sys
from datetime import datetime
from pathlib import Path
from threading import Thread

import typst

# Whatever a source asks for from elsewhere is asked for here, where nobody answers: a PDF is made of what lies in its
# folder, and of nothing that a network gives.
NOWHERE = "http://127.0.0.1:9"
PROXIES = ("ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY")
# The first one there is taken; what it lacks comes from any font that has it.
SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Songti SC", "STSong", "SimSun", "NSimSun")
SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "SimHei")
_MISSING = re.compile(r"the text `\"(.+)\"` could not be displayed")
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")


def compose(folder: Path) -> None:
    """Set `part.json` as `part.pdf`; what lies where, and which of its `glyphs` no font has, as `found.json`."""
    part = json.loads((folder / "part.json").read_text(encoding="utf-8"))
    fonts = typst.Fonts()
    families = set(fonts.families())
    part["serif"], part["sans"] = (_available(names, families) for names in (SERIF, SANS))
    (folder / "part.json").write_text(json.dumps(part, ensure_ascii=False), encoding="utf-8")
    found = {"missing": _missing(folder, fonts, part)} if "glyphs" in part else _set(folder, fonts, part)
    (folder / "found.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def _available(names: tuple[str, ...], families: set[str]) -> list[str]:
    return [name for name in names if name in families][:1]


def _compiler(folder: Path, fonts: typst.Fonts, source: str) -> typst.Compiler:
    """No package is looked for but in the folder, where none is."""
    return typst.Compiler(folder / source, folder, fonts, package_path=folder, package_cache_path=folder)


def _set(folder: Path, fonts: typst.Fonts, part: dict[str, object]) -> dict[str, object]:
    compiler = _compiler(folder, fonts, "report.typ")
    places, last = (json.loads(compiler.query(f"<{name}>", "value", one=True)) for name in ("places", "last"))
    compiler.compile(output=folder / "part.pdf", timestamp=datetime.fromisoformat(str(part["exported"])))
    return {"places": places, "last": last}


def _missing(folder: Path, fonts: typst.Fonts, part: dict[str, object]) -> list[str]:
    """The glyphs that no font has: PDF/UA allows none to be missing, so Typst names each of them."""
    (folder / "glyphs.typ").write_text(
        '#let data = json("part.json")\n#set document(title: "glyphs")\n'
        '#set text(font: data.serif, lang: "zh")\n#for sign in data.glyphs [#sign #parbreak()]',
        encoding="utf-8",
    )
    try:
        _compiler(folder, fonts, "glyphs.typ").compile(pdf_standards="ua-1")
    except typst.TypstError as error:
        if not (named := _MISSING.findall(error.diagnostic)):
            raise
        return [_CODE.sub(lambda code: chr(int(code[1], 16)), name) for name in named]
    return []


def _end_with_parent() -> None:
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    os.environ.pop("NO_PROXY", None)
    os.environ.pop("no_proxy", None)
    os.environ.update({name: NOWHERE for proxy in PROXIES for name in (proxy, proxy.lower())})
    Thread(target=_end_with_parent, daemon=True).start()
    compose(Path(sys.argv[1]))
