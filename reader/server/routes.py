"""Numbers in addresses: as many digits as the database can hold, for it raises at more. `<id:article>` in a route."""

from django.urls import register_converter
from django.urls.converters import IntConverter


class IdConverter(IntConverter):
    regex = "[0-9]{1,18}"


register_converter(IdConverter, "id")
