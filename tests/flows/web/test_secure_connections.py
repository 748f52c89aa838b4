"""A connection that is not secure, though it should be, is none."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.flows.web_server import WebServer, answer, web_server
from transforms.records.reasons import Reason

Fetch = Callable[..., list[Any]]


@pytest.fixture
def own_certificate(tmp_path: Path) -> SSLContext:
    """A certificate for 127.0.0.1 that nobody but itself vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "certificate.pem"
    no_password = serialization.NoEncryption()
    path.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, no_password)
    )
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


@pytest.fixture
def secure_server(own_certificate: SSLContext) -> Iterator[WebServer]:
    with web_server(["127.0.0.1"], own_certificate) as server:
        yield server


def test_a_certificate_that_nobody_vouches_for(secure_server: WebServer, fetch: Fetch) -> None:
    secure_server.serve("/", answer())
    (failure,) = fetch(f"https://127.0.0.1:{secure_server.port}/")
    assert (failure.reason, failure.passing) == (Reason.UNREACHABLE, False)
    assert "self-signed certificate" in failure.detail
    assert secure_server.log == [], "nothing was sent"


def test_a_server_that_speaks_no_tls(server: WebServer, fetch: Fetch) -> None:
    (failure,) = fetch(server.serve("/", answer()).replace("http:", "https:"))
    assert (failure.reason, failure.passing) == (Reason.UNREACHABLE, False)
    assert "no secure connection to 127.0.0.1" in failure.detail
