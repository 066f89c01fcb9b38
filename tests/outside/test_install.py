"""Installing from a server that is AWS for the test: nothing runs whose signature is not right."""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from support.listeners import (
    FORBIDDEN,
    Authority,
    answering,
    encrypted,
    head,
    listening,
    proxying,
)

from ssmwizard import resources
from ssmwizard.model.computer import Asked, NotDone
from ssmwizard.model.facts import Why
from ssmwizard.outside import download, install, signatures

GPG = shutil.which("gpg")
POSIX = os.name == "posix"
pytestmark = pytest.mark.skipif(not POSIX, reason="the installers of these tests are scripts")
needs_gpg = pytest.mark.skipif(GPG is None, reason="there is no gpg")
PACKAGE = b"a package of AWS's, as far as this test goes" * 500


@dataclass
class Keys:
    """A keyring with keys of two signers, and one that has expired."""

    home: Path

    def gpg(self, *arguments: str, data: bytes = b"") -> bytes:
        """Run gpg in this keyring."""
        assert GPG is not None
        command = [GPG, "--homedir", str(self.home), "--batch", "--no-tty", "--quiet"]
        command += ["--pinentry-mode", "loopback", "--passphrase", "", *arguments]
        return subprocess.run(
            command, input=data, capture_output=True, check=True, timeout=60
        ).stdout

    def made(self, name: str, *more: str, expires: str = "never") -> None:
        """Make a key."""
        self.gpg(*more, "--quick-gen-key", f"{name}@example.com", "ed25519", "sign", expires)

    def fingerprint(self, name: str) -> str:
        """The fingerprint of a key."""
        told = self.gpg("--with-colons", "--list-keys", f"{name}@example.com").decode()
        return next(line.split(":")[9] for line in told.splitlines() if line.startswith("fpr"))

    def block(self, name: str) -> str:
        """The public key."""
        return self.gpg("--armor", "--export", f"{name}@example.com").decode()

    def signed(self, name: str, data: bytes, *more: str) -> bytes:
        """A detached signature."""
        return self.gpg(*more, "--local-user", f"{name}@example.com", "--detach-sign", data=data)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Keys]:
    # The socket of gpg's agent stands in it, and such a path must not be long.
    home = tmp_path_factory.mktemp("k")
    home.chmod(0o700)
    made = Keys(home)
    made.made("aws")
    made.made("other")
    made.made("old", "--faked-system-time", "20200101T000000!", expires="1d")
    yield made
    killer = shutil.which("gpgconf")
    if killer:
        subprocess.run([killer, "--homedir", str(home), "--kill", "all"], check=False, timeout=30)


@dataclass
class Site:
    """A server with files; ``asked`` are the paths that were asked for."""

    files: dict[str, bytes]
    asked: list[str] = field(default_factory=list)
    url: str = ""
    port: int = 0
    cut: int = 0

    def serve(self, connection: socket.socket) -> None:
        """Answer one request."""
        path = head(connection).split()[1].decode()
        self.asked.append(path)
        content = self.files.get(path)
        if content is None:
            connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            return
        about = f"HTTP/1.1 200 OK\r\nContent-Length: {len(content)}\r\n\r\n"
        connection.sendall(about.encode() + content[: len(content) - self.cut])


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path / "authority", "Example")


@pytest.fixture
def site(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    made = Site({})
    monkeypatch.setenv("AWS_CA_BUNDLE", authority.file)
    for name in ("HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with listening(encrypted(authority.context(), made.serve)) as port:
        made.url, made.port = f"https://127.0.0.1:{port}", port
        yield made


@dataclass
class Installer:
    """What is installed with: it leaves a mark when it runs."""

    mark: Path
    said: list[str] = field(default_factory=list)

    def run(self, url: str, **wanted: Any) -> Any:
        """Install what is at an address."""
        code = f"import pathlib, sys; pathlib.Path({str(self.mark)!r}).write_text(sys.argv[1])"
        parameters = {
            "Url": url,
            "SignatureUrl": f"{url}.sig",
            "Check": "gpg",
            "Verifier": GPG,
            "Arguments": [sys.executable, "-c", code, "{file}"],
            "Seconds": 60,
            **wanted,
        }
        return install.install_download(Asked(parameters, self.said.append, lambda: False))

    def refused(self, url: str, **wanted: Any) -> NotDone:
        """The reason why nothing was installed."""
        with pytest.raises(NotDone) as raised:
            self.run(url, **wanted)
        assert not self.ran
        return raised.value

    @property
    def ran(self) -> bool:
        """Whether it ran."""
        return self.mark.exists()


@pytest.fixture
def installer(tmp_path: Path) -> Installer:
    return Installer(tmp_path / "mark")


@pytest.fixture
def known(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> str:
    """The fingerprint of the key that this program knows."""
    monkeypatch.setattr(signatures, "load_text", lambda _: keys.block("aws"))
    return keys.fingerprint("aws")


@needs_gpg
def test_what_is_rightly_signed_is_installed_and_nothing_is_left(
    site: Site, installer: Installer, keys: Keys, known: str
) -> None:
    site.files = {"/p.deb": PACKAGE, "/p.deb.sig": keys.signed("aws", PACKAGE)}
    installer.run(f"{site.url}/p.deb", Signer=known)
    assert installer.ran
    assert not Path(installer.mark.read_text()).parent.exists()
    assert "The signature is right." in installer.said
    assert any("0.0 of 0.0 MB" in said for said in installer.said)


@needs_gpg
@pytest.mark.parametrize(
    "wrong",
    ["another key", "altered", "garbage", "of something else", "expired", "known but not meant"],
)
def test_nothing_runs_when_the_signature_is_wrong(
    site: Site,
    installer: Installer,
    keys: Keys,
    known: str,
    monkeypatch: pytest.MonkeyPatch,
    wrong: str,
) -> None:
    right = keys.signed("aws", PACKAGE)
    signature, package, signer = right, PACKAGE, known
    match wrong:
        case "another key":
            signature = keys.signed("other", PACKAGE)
        case "altered":
            package = PACKAGE[:-1] + b"!"
        case "garbage":
            signature = right[: len(right) // 2]
        case "of something else":
            signature = keys.signed("aws", b"something else")
        case "expired":
            monkeypatch.setattr(signatures, "load_text", lambda _: keys.block("old"))
            signer = keys.fingerprint("old")
            signature = keys.signed("old", PACKAGE, "--faked-system-time", "20200101T010000!")
        case _:
            signer = keys.fingerprint("other")
    site.files = {"/p.deb": package, "/p.deb.sig": signature}
    reason = installer.refused(f"{site.url}/p.deb", Signer=signer)
    assert reason.code == ("KeyExpired" if wrong == "expired" else "WrongSignature")


@needs_gpg
def test_nothing_runs_when_there_is_no_signature_or_nothing_that_checks_it(
    site: Site, installer: Installer, keys: Keys, known: str, tmp_path: Path
) -> None:
    site.files = {"/p.deb": PACKAGE}
    assert installer.refused(f"{site.url}/p.deb", Signer=known).code == "HttpStatus"
    site.files["/p.deb.sig"] = keys.signed("aws", PACKAGE)
    gone = installer.refused(f"{site.url}/p.deb", Signer=known, Verifier=str(tmp_path / "gpg"))
    assert gone.code == "NotVerified"


def test_a_key_of_this_program_is_the_one_that_its_name_says() -> None:
    rows = ("install.cli-key", "install.plugin-key")
    fingerprints = [resources.requirements().text(row) for row in rows]
    for fingerprint in fingerprints:
        block = resources.load_text(f"data/signer-{fingerprint}.asc")
        assert block.startswith("-----BEGIN PGP PUBLIC KEY BLOCK-----")
        if GPG is None:
            continue
        told = subprocess.run(
            [GPG, "--batch", "--no-autostart", "--show-keys", "--with-colons"],
            input=block,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout
        shown = [line.split(":")[9] for line in told.splitlines() if line.startswith("fpr")]
        assert shown == [fingerprint]


def test_what_does_not_come_whole_is_not_used(site: Site, installer: Installer) -> None:
    site.files, site.cut = {"/p.deb": PACKAGE}, 10
    reason = installer.refused(f"{site.url}/p.deb", Signer="x")
    assert (reason.code, reason.why) == ("DownloadFailed", Why.UNREACHABLE)
    assert site.asked == ["/p.deb"]


def test_only_https_is_taken_and_no_redirect_followed(
    authority: Authority, installer: Installer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_CA_BUNDLE", authority.file)
    plain = installer.refused("http://127.0.0.1/p.deb", Signer="x")
    assert plain.code == "NotHttps"
    moved = b"HTTP/1.1 302 Found\r\nLocation: https://example.com/\r\nContent-Length: 0\r\n\r\n"
    with listening(encrypted(authority.context(), answering(moved))) as port:
        reason = installer.refused(f"https://127.0.0.1:{port}/p.deb", Signer="x")
    assert reason.code == "HttpStatus"
    assert "302" in reason.message


def test_a_host_that_nobody_vouches_for_is_not_asked(
    site: Site, installer: Installer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_CA_BUNDLE")
    reason = installer.refused(f"{site.url}/p.deb", Signer="x")
    assert (reason.code, reason.why) == ("DownloadFailed", Why.UNREACHABLE)
    assert site.asked == []
    monkeypatch.setenv("AWS_CA_BUNDLE", str(tmp_path / "none.pem"))
    assert installer.refused(f"{site.url}/p.deb", Signer="x").code == "NoBundle"


@needs_gpg
def test_the_proxy_that_is_set_is_used(
    site: Site, installer: Installer, keys: Keys, known: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.files = {"/p.deb": PACKAGE, "/p.deb.sig": keys.signed("aws", PACKAGE)}
    heard: list[bytes] = []
    with listening(proxying(site.port, heard)) as port:
        monkeypatch.setenv("HTTPS_PROXY", f"http://ines:secret@127.0.0.1:{port}")
        installer.run(f"{site.url}/p.deb", Signer=known)
    assert installer.ran
    assert len(heard) == len(site.asked) == 2
    assert all(b"proxy-authorization: basic" in asked.lower() for asked in heard)


def test_a_proxy_that_refuses_is_named(
    site: Site, installer: Installer, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuses = FORBIDDEN.replace(b"403 Forbidden", b"407 Proxy Authentication Required")
    with listening(answering(refuses)) as port:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
        reason = installer.refused(f"{site.url}/p.deb", Signer="x")
    assert "407" in reason.message
    monkeypatch.setenv("HTTPS_PROXY", "http://[broken")
    assert installer.refused(f"{site.url}/p.deb", Signer="x").code == "DownloadFailed"


def test_a_download_can_be_stopped(site: Site, installer: Installer) -> None:
    site.files = {"/p.deb": PACKAGE}
    asked = Asked({"Url": f"{site.url}/p.deb"}, lambda _: None, lambda: True)
    with pytest.raises(NotDone) as raised:
        install.install_download(asked)
    assert (raised.value.code, raised.value.why) == ("Stopped", Why.CANCELLED)
    assert not installer.ran


def script(path: Path, prints: str, status: int = 0) -> str:
    path.write_text(f"#!/bin/sh\ncat <<'END'\n{prints}\nEND\nexit {status}\n")
    path.chmod(0o755)
    return str(path)


APPLE = """Package "p.pkg":
   Status: signed by a developer certificate issued by Apple for distribution
   Notarization: trusted by the Apple notary service
   Certificate Chain:
    1. Developer ID Installer: AMZN Mobile LLC (94KV3E626L)
       Expires: 2031-01-01 00:00:00 +0000
    2. Developer ID Certification Authority"""
AMAZON = resources.requirements().text("install.macos-signer")


@pytest.mark.parametrize(
    ("prints", "status", "right"),
    [
        (APPLE, 0, True),
        (APPLE.replace("94KV3E626L", "ABCDE12345"), 0, False),
        (APPLE.replace("issued by Apple for distribution", "that was revoked"), 0, False),
        ("   Status: no signature", 1, False),
        (APPLE.replace("    1. Developer", "    2. Developer"), 0, False),
    ],
    ids=["right", "another team", "revoked", "none", "not the first"],
)
def test_a_package_for_macos_is_opened_when_amazon_signed_it(
    site: Site, installer: Installer, tmp_path: Path, prints: str, status: int, *, right: bool
) -> None:
    site.files = {"/p.pkg": PACKAGE}
    verifier = script(tmp_path / "pkgutil", prints, status)
    about = {"Check": "pkgutil", "Verifier": verifier, "Signer": AMAZON}
    if right:
        installer.run(f"{site.url}/p.pkg", **about)
        assert installer.ran
    else:
        assert installer.refused(f"{site.url}/p.pkg", **about).code == "WrongSignature"
    assert site.asked == ["/p.pkg"]


OWNER = resources.requirements().text("install.windows-signer")


@pytest.mark.parametrize(
    ("prints", "right"),
    [
        (f'Valid\nCN="{OWNER}", OU=SSM, O="{OWNER}", L=Seattle, S=Washington, C=US', True),
        ("Valid\nCN=Example, O=Example Corp, C=US", False),
        (f'Valid\nCN="{OWNER}", O="Example, O={OWNER}", C=US', False),
        (f'HashMismatch\nCN="{OWNER}", O="{OWNER}"', False),
        ("NotSigned\n", False),
        ("", False),
    ],
    ids=["right", "another", "one that pretends", "altered", "unsigned", "nothing"],
)
def test_an_installer_for_windows_is_opened_when_amazon_signed_it(
    site: Site, installer: Installer, tmp_path: Path, prints: str, *, right: bool
) -> None:
    site.files = {"/p.msi": PACKAGE}
    verifier = script(tmp_path / "powershell", prints)
    about = {"Check": "authenticode", "Verifier": verifier, "Signer": OWNER}
    if right:
        installer.run(f"{site.url}/p.msi", **about)
        assert installer.ran
    else:
        assert installer.refused(f"{site.url}/p.msi", **about).code == "WrongSignature"


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name.replace("__", "/"))
            member.external_attr = 0o100755 << 16
            archive.writestr(member, content)
    return made.getvalue()


def test_an_archive_is_unpacked_with_what_may_be_run_and_never_outside(
    site: Site, installer: Installer, tmp_path: Path
) -> None:
    program = f"#!/bin/sh\npwd > '{installer.mark}'; echo installed\n".encode()
    site.files = {"/cli.zip": zipped(aws__install=program, **{"..__..__escaped": b"x"})}
    verifier = script(tmp_path / "pkgutil", APPLE)
    about = {"Check": "pkgutil", "Verifier": verifier, "Signer": AMAZON}
    answer = installer.run(f"{site.url}/cli.zip", Arguments=["{folder}/aws/install"], **about)
    assert answer == {"Output": "installed"}
    assert installer.ran
    assert not list(tmp_path.rglob("escaped"))
    installer.mark.unlink()
    site.files = {"/cli.zip": b"PK no archive"}
    assert installer.refused(f"{site.url}/cli.zip", **about).code == "BadArchive"


@pytest.mark.parametrize(
    ("code", "seconds", "kind"),
    [
        ("raise SystemExit('no space left')", 60, "InstallerFailed"),
        ("raise SystemExit(3)", 60, "InstallerFailed"),
        ("import time; time.sleep(600)", 0.5, "InstallerStopped"),
    ],
)
def test_an_installer_that_fails_says_why(
    site: Site, installer: Installer, tmp_path: Path, code: str, seconds: float, kind: str
) -> None:
    site.files = {"/p.pkg": PACKAGE}
    verifier = script(tmp_path / "pkgutil", APPLE)
    about = {"Check": "pkgutil", "Verifier": verifier, "Signer": AMAZON, "Seconds": seconds}
    arguments = [sys.executable, "-c", code]
    reason = installer.refused(f"{site.url}/p.pkg", Arguments=arguments, **about)
    assert reason.code == kind


def call(operation: Any, **wanted: Any) -> Any:
    return operation(Asked(wanted, lambda _: None, lambda: False))


def test_an_installed_cli_is_removed_with_its_links_and_nothing_else(tmp_path: Path) -> None:
    folder, links = tmp_path / "share" / "aws-cli", tmp_path / "bin"
    (folder / "v2" / "current" / "bin").mkdir(parents=True)
    (folder / "v2" / "current" / "bin" / "aws").write_text("x")
    links.mkdir()
    (links / "aws").symlink_to(folder / "v2" / "current" / "bin" / "aws")
    (links / "aws_completer").write_text("somebody else's")
    wanted = {
        "Folder": str(folder),
        "Links": [str(links / "aws"), str(links / "aws_completer"), str(links / "none")],
    }
    assert call(install.get_files, Paths=[str(folder), str(tmp_path / "no")]) == {
        "There": [str(folder)]
    }
    call(install.remove_cli, **wanted)
    assert [path.name for path in links.iterdir()] == ["aws_completer"]
    assert not folder.exists()
    with pytest.raises(NotDone, match="Nothing was removed"):
        call(install.remove_cli, Folder=str(links), Links=[])
    assert links.exists()


def test_a_download_that_takes_no_end_is_given_up(
    site: Site, installer: Installer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "LARGEST", 100)
    monkeypatch.setattr(download, "EVERY_SECONDS", 0.0)
    site.files = {"/p.deb": PACKAGE}
    assert "no end" in installer.refused(f"{site.url}/p.deb", Signer="x").message
    monkeypatch.setattr(download, "LARGEST", len(PACKAGE))
    assert installer.refused(f"{site.url}/p.deb", Signer="x", Check="gpg").code == "HttpStatus"
    assert any(said.endswith("MB") for said in installer.said)


def test_without_a_bundle_all_authorities_count_that_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("AWS_CA_BUNDLE", "REQUESTS_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    assert download._authorities().cert_store_stats()["x509_ca"] > 100
