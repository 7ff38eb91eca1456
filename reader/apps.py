"""The reader app: articles, their text versions, and who may see them."""

from django.apps import AppConfig


class ReaderConfig(AppConfig):
    name = "reader"
    verbose_name = "文章"

    def ready(self) -> None:
        from reader import receiving

        receiving.connect()
