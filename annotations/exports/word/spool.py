"""Parts of the Word report that grow on disk: as one tree, ten thousand notes take half a gigabyte."""

from collections.abc import Iterable
from io import BytesIO
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as Report
from lxml.etree import Comment, Element, QName, _Element, tostring

from annotations.exports.word.xml import W, w

_HERE = b"<!--here-->"


class Spool:
    """What stands in `element` is written away by `flush`; in the saved report it is at the beginning of `root`."""

    def __init__(self, name: str, root: _Element) -> None:
        root.insert(0, Comment("here"))
        self.name = name
        self.element = Element(w(QName(root).localname), nsmap={"w": W})
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115

    def flush(self) -> None:
        whole = tostring(self.element, encoding="UTF-8", xml_declaration=False)
        if len(self.element):
            self._file.write(whole[whole.index(b">") + 1 : whole.rindex(b"<")])
        self.element.clear()

    def pour(self, part: bytes, output: IO[bytes]) -> None:
        """Write the part with what was spooled in its place."""
        self.flush()
        before, after = part.split(_HERE)
        self._file.seek(0)
        output.write(before)
        copyfileobj(self._file, output)
        output.write(after)


def save(report: Report, spools: Iterable[Spool], output: BinaryIO) -> None:
    """Write the report's package, its spooled parts whole."""
    spooled = {spool.name: spool for spool in spools}
    package = BytesIO()
    report.save(package)
    with ZipFile(package) as source, ZipFile(output, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            with target.open(_entry(entry), "w") as part:
                if entry.filename in spooled:
                    spooled[entry.filename].pour(data, part)
                else:
                    part.write(data)


def _entry(like: ZipInfo) -> ZipInfo:
    entry = ZipInfo(like.filename, like.date_time)
    entry.compress_type = ZIP_DEFLATED
    return entry
