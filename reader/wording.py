"""Pure packages speak in codes with parameters, and their templates are Chinese sentences: this says them in the
reader's language."""

from typing import Protocol

from django.utils.translation import gettext


class Coded(Protocol):
    """An error or a reason: a template in Chinese, and what fills it."""

    @property
    def template(self) -> str: ...

    @property
    def parameters(self) -> dict: ...


def in_words(said: Coded) -> str:
    return gettext(said.template) % said.parameters
