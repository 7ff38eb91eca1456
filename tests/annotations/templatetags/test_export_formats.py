from django.template import Context, Template

from annotations.exports import FORMATS

MENU = "{% export_formats as formats %}{% for format in formats %}{{ format.name }}={{ format.label }};{% endfor %}"


def test_the_menu_lists_every_format_with_its_label():
    shown = Template("{% load export_formats %}" + MENU).render(Context())
    assert shown == "".join(f"{name}={format.label};" for name, format in FORMATS.items())
