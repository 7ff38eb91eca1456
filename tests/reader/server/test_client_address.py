"""Where a request comes from, and whom the limits of signing in then touch."""

from ipaddress import ip_network

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory

from reader.server import environment
from reader.server.client_address import client_address
from tests.making import PASSWORD

PROXIES = tuple(map(ip_network, ("10.0.0.0/8", "fd00::/8", "127.0.0.1")))


def _of(remote, said=None):
    more = {} if said is None else {"HTTP_X_FORWARDED_FOR": said}
    return client_address(RequestFactory().get("/", REMOTE_ADDR=remote, **more))


@pytest.mark.parametrize(
    ("remote", "said", "found"),
    [
        ("10.0.0.1", "203.0.113.5", "203.0.113.5"),
        ("10.0.0.1", "203.0.113.5, 10.9.9.9", "203.0.113.5"),
        ("10.0.0.1", "198.51.100.7, 203.0.113.5", "203.0.113.5"),
        ("10.0.0.1", "10.0.0.9, 10.0.0.8", "10.0.0.9"),
        ("203.0.113.5", "198.51.100.7", "203.0.113.5"),
        ("10.0.0.1", None, "10.0.0.1"),
        ("10.0.0.1", "nonsense", "10.0.0.1"),
        ("10.0.0.1", "203.0.113.5, nonsense", "10.0.0.1"),
        ("10.0.0.1", ", ,", "10.0.0.1"),
        ("", "203.0.113.5", "203.0.113.5"),
        ("::ffff:10.0.0.1", "203.0.113.5", "203.0.113.5"),
        ("fd00::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", None, "2001:db8:1:2::"),
    ],
)
def test_the_nearest_that_is_no_trusted_proxy(settings, remote, said, found):
    settings.PROXIES = PROXIES
    assert _of(remote, said) == found


def test_without_proxies_nobody_is_believed(settings):
    settings.PROXIES = ()
    assert _of("127.0.0.1", "203.0.113.5") == "127.0.0.1"


def test_proxies_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("QUANDIAN_PROXIES", "10.0.0.5, 192.168.0.7/24,")
    assert environment.proxies() == (ip_network("10.0.0.5"), ip_network("192.168.0.0/24"))
    monkeypatch.setenv("QUANDIAN_PROXIES", "everybody")
    with pytest.raises(ImproperlyConfigured):
        environment.proxies()


@pytest.mark.parametrize(("origin", "count"), [("", 0), ("https://quandian.example", 2)])
def test_a_public_installation_has_a_proxy_on_its_machine(monkeypatch, origin, count):
    monkeypatch.delenv("QUANDIAN_PROXIES", raising=False)
    monkeypatch.setenv("QUANDIAN_ORIGIN", origin)
    assert len(environment.proxies()) == count


def _sign_in(client, password, **where):
    return client.post("/sign-in/", {"username": "owner", "password": password}, **where).status_code


def test_nobody_locks_another_out_from_behind_the_same_proxy(owner, client, settings):
    settings.PROXIES = PROXIES
    for number in range(settings.AXES_FAILURE_LIMIT):
        # What the attacker says in front of what the proxy adds changes nothing.
        _sign_in(client, "wrong", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=f"192.0.2.{number}, 198.51.100.7")
    assert _sign_in(client, PASSWORD, REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.7") == 429
    assert _sign_in(client, PASSWORD, REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.5") == 302


def test_a_network_of_ipv6_addresses_is_one_person(owner, client, settings):
    for number in range(settings.AXES_FAILURE_LIMIT):
        _sign_in(client, "wrong", REMOTE_ADDR=f"2001:db8:1:2::{number + 1}")
    assert _sign_in(client, PASSWORD, REMOTE_ADDR="2001:db8:1:2::ffff") == 429
    assert _sign_in(client, PASSWORD, REMOTE_ADDR="2001:db8:1:3::1") == 302
