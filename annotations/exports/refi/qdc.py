"""REFI-QDA codebook: the themes with definition, colour and hierarchy, for NVivo, MAXQDA, ATLAS.ti and QualCoder."""

from typing import BinaryIO

from lxml.etree import Element, ElementTree, SubElement

from annotations.exports.document import Document
from annotations.exports.refi.codes import ORIGIN, add_codes

_ = str
name = "qdc"
extension = "qdc"
media_type = "application/xml"
label = _("REFI-QDA 主题表")

NAMESPACE = "urn:QDA-XML:codebook:1.0"


def write(document: Document, output: BinaryIO) -> None:
    """Write every theme of the document, used or not."""
    codebook = Element(f"{{{NAMESPACE}}}CodeBook", nsmap={None: NAMESPACE}, origin=ORIGIN)
    add_codes(SubElement(codebook, f"{{{NAMESPACE}}}Codes"), document, NAMESPACE)
    ElementTree(codebook).write(output, encoding="utf-8", xml_declaration=True, pretty_print=True)
