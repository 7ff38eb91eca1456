"""Coming in by an invitation: once, in time, by whom it is for."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from reader.invitations import accepting, inviting, queries
from reader.invitations.accepting import NotForYou, NotStanding, State
from reader.models import Invitation, Membership
from reader.projects import changing
from reader.projects import queries as projects


@pytest.fixture
def invited(project, owner):
    def made(role="coder", by=owner, username=""):
        return queries.by_token(inviting.invite(project, role, by, username))

    return made


def _again(invitation):
    return Invitation.objects.get(pk=invitation.pk)


def test_the_token_is_kept_nowhere(project, owner):
    token = inviting.invite(project, "coder", owner)
    values = Invitation.objects.values_list().get()
    assert not any(token in str(value) for value in values)


def test_who_accepts_gets_the_role(invited, project, stranger):
    accepting.accept(invited("editor"), stranger)
    assert projects.members(project).get(user=stranger).role == "editor"


def test_it_is_used_once(invited, project, stranger, django_user_model):
    invitation = invited()
    accepting.accept(invitation, stranger)
    with pytest.raises(NotStanding) as refused:
        accepting.accept(invitation, django_user_model.objects.create_user("late"))
    assert refused.value.state is State.USED
    assert not projects.members(project).filter(user__username="late").exists()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_do_not_both_come_in(invited, project, at_once):
    invitation = invited()
    people = [User.objects.create_user(name) for name in ("a", "b", "c")]

    def come(user):
        try:
            accepting.accept(invitation, user)
        except NotStanding as refused:
            return refused.state
        return None

    results = at_once(*[lambda user=user: come(user) for user in people])
    assert sorted(map(str, results)) == sorted(map(str, [None, State.USED, State.USED]))
    assert projects.members(project).filter(user__in=people).count() == 1


def test_after_seven_days_it_has_expired(invited, stranger):
    invitation = invited()
    assert invitation.expires - timezone.now() > timedelta(days=6, hours=23)
    Invitation.objects.update(expires=timezone.now())
    assert accepting.state(_again(invitation)) is State.EXPIRED
    with pytest.raises(NotStanding):
        accepting.accept(invitation, stranger)


def test_withdrawn_it_lets_nobody_in(invited, stranger):
    invitation = invited()
    assert inviting.withdraw(invitation)
    assert accepting.state(_again(invitation)) is State.WITHDRAWN
    with pytest.raises(NotStanding):
        accepting.accept(invitation, stranger)


def test_what_was_accepted_is_not_withdrawn(invited, stranger):
    invitation = invited()
    accepting.accept(invitation, stranger)
    assert not inviting.withdraw(invitation)
    assert accepting.state(_again(invitation)) is State.USED


def test_a_name_lets_in_nobody_else(invited, project, stranger, viewer):
    invitation = invited(username="viewer2")
    with pytest.raises(NotForYou):
        accepting.accept(invitation, stranger)
    accepting.accept(invitation, User.objects.create_user("viewer2"))
    assert projects.members(project).filter(user__username="viewer2").exists()


@pytest.mark.parametrize("lose", ["steps down", "leaves", "is shut out"])
def test_an_owner_no_more_leaves_no_way_back_in(invited, project, owner, editor, stranger, lose):
    changing.change_role(Membership.objects.get(project=project, user=editor), "owner")
    invitation, own = invited("owner"), Membership.objects.get(project=project, user=owner)
    if lose == "steps down":
        changing.change_role(own, "viewer")
    elif lose == "leaves":
        changing.remove_member(own)
    else:
        User.objects.filter(pk=owner.pk).update(is_active=False)
    assert accepting.state(_again(invitation)) is State.WITHDRAWN
    assert not queries.standing(project).exists()
    with pytest.raises(NotStanding):
        accepting.accept(invitation, stranger)


def test_the_command_lines_stand_without_an_owner_behind(invited):
    assert accepting.state(invited(by=None)) is State.STANDS


def test_a_member_keeps_their_role(invited, project, viewer):
    accepting.accept(invited("owner"), viewer)
    assert projects.members(project).get(user=viewer).role == "viewer"


def test_accounts_that_cannot_be_made_use_it_up(invited, stranger):
    invitation = invited()
    for _ in range(accepting.TRIES):
        assert accepting.state(_again(invitation)) is State.STANDS
        accepting.failed(invitation)
    assert accepting.state(_again(invitation)) is State.TRIED
    with pytest.raises(NotStanding):
        accepting.accept(invitation, stranger)


def test_a_project_has_only_so_many(project, owner, monkeypatch):
    monkeypatch.setattr(inviting, "LIMIT", 2)
    first = queries.by_token(inviting.invite(project, "coder", owner))
    inviting.invite(project, "coder", owner)
    with pytest.raises(inviting.TooMany):
        inviting.invite(project, "coder", owner)
    inviting.withdraw(first)
    assert inviting.invite(project, "coder", owner)


def test_another_projects_do_not_show(project, owner, stranger):
    other = changing.create(stranger, "别处")
    inviting.invite(other, "coder", stranger)
    assert not queries.standing(project).exists()
