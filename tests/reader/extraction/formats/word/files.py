"""Word files made by hand: the parts' XML around what a test writes."""

import io
import zipfile

from reader.extraction.formats import readable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPENING = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOTS = {"header1": "hdr", "footer1": "ftr"}


def word_file(body, **parts):
    """The bytes of a document with this body and these parts (styles, numbering, footnotes, endnotes, header1)."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {OPENING}><w:body>{body}</w:body></w:document>")
        relations = ""
        for number, (name, xml) in enumerate(parts.items()):
            root = ROOTS.get(name, name)
            archive.writestr(f"word/{name}.xml", f"<w:{root} {OPENING}>{xml}</w:{root}>")
            relations += f'<Relationship Id="r{number}" Type="{RELATION}/{name.rstrip("1")}" Target="{name}.xml"/>'
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
    return held.getvalue()


def blocks_in(body, **parts):
    return readable(word_file(body, **parts)).blocks


def texts_in(body, **parts):
    return [block.text for block in blocks_in(body, **parts)]


def run(text, properties=""):
    said = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{said}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, properties=""):
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>" if properties else f"<w:p>{inside}</w:p>"


def numbered(text, level=0, of=1):
    said = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>'
    return paragraph(*([text] if text else []), properties=said)


def level(at, form, text, more="", start=1):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}'
        "</w:lvl>"
    )


def lists(*levels, more=""):
    """A numbering part with one list, 1, of these levels."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


def cell(*content, properties=""):
    inside = "".join(one if one.startswith(("<w:p", "<w:tbl")) else paragraph(one) for one in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or paragraph()}</w:tc>"


def row(*cells, properties=""):
    inside = "".join(one if one.startswith("<w:tc") else cell(*([one] if one else [])) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"
