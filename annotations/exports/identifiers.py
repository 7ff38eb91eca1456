"""Identifiers that stay the same from export to export."""

from uuid import UUID, uuid5

from annotations.exports.document import Document

_NAMESPACE = UUID("6f1c5f6e-6c0f-4a7e-9a55-2f6f2d2b7a11")


def guid(document: Document, kind: str, *names: object) -> str:
    """An identifier that depends on the project and on what is named, and on nothing else."""
    return str(uuid5(_NAMESPACE, " ".join(map(ascii, (document.project, kind, *names)))))
