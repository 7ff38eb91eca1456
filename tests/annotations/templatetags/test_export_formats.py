from django.template import Context, Template

from annotations.exports import FORMATS
from reader.models import Project

MENU = "{% export_formats as formats %}{% for format in formats %}{{ format.address }}={{ format.label }};{% endfor %}"


def test_the_menu_lists_every_format_with_its_label():
    shown = Template("{% load export_formats %}" + MENU).render(Context({"project": Project(pk=7)}))
    assert shown == "".join(f"/projects/7/export/{name}/={format.label};" for name, format in FORMATS.items())
