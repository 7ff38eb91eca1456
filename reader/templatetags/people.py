"""{{ user|person }}: what a person is called; their user name where they gave no other."""

from django import template
from django.contrib.auth.models import User

from reader.people.names import name_of

register = template.Library()


@register.filter
def person(user: User | None) -> str:
    """ "" for nobody: an account may be gone."""
    return name_of(user) if user else ""
