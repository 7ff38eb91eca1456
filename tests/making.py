"""What tests stand on: people, a project with its four kinds of member, and the sample article in it."""

from django.contrib.auth.models import User

from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.people.first_account import SAMPLE
from reader.projects import changing

PASSWORD = "墨斗-plumbline-7"
MEMBERS = ("editor", "coder", "viewer")


def user(name):
    return User.objects.create_user(name, password=PASSWORD)


def stranger():
    """Signed in, and owner of a project of their own."""
    made = user("stranger")
    changing.create(made, "别人的课题")
    return made


def project(owner, *members):
    """A project of the owner's in which every other's role is their name."""
    made = changing.create(owner, "城市更新研究")
    for member in members:
        changing.add_member(made, member, member.username)
    return made


def sample(project, owner):
    return import_capture(project, owner, Capture(SAMPLE.read_bytes(), filename=SAMPLE.name)).article


def scene():
    """The project, the sample in it, and everybody by the name of their role."""
    people = {name: user(name) for name in ("owner", *MEMBERS)}
    made = project(*people.values())
    return made, sample(made, people["owner"]), people | {"stranger": stranger()}
