"""How far a format that takes long has come, told to whoever watches its document."""

from annotations.exports.document import Document


class Course:
    """The work on one file: `whole` in whatever the format counts."""

    def __init__(self, document: Document, whole: int) -> None:
        self._document, self._whole, self._done = document, whole, 0

    def tell(self, more: int = 0) -> None:
        """So much more is done."""
        self._done += more
        self._document.tell(min(self._done / self._whole, 1) if self._whole else 0)
