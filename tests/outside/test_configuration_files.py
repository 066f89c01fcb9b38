"""What is looked at to notice that the AWS configuration is another."""

import os
from pathlib import Path

import pytest

from ssmwizard.outside.configuration_files import Watched, look, watched


def test_the_usual_places_and_those_that_the_environment_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_LOGIN_CACHE_DIRECTORY"):
        monkeypatch.delenv(name, raising=False)
    home = Path("~/.aws").expanduser()
    assert watched() == Watched(
        (home / "config", home / "credentials"), (home / "sso" / "cache", home / "login" / "cache")
    )
    monkeypatch.setenv("AWS_CONFIG_FILE", "~/elsewhere")
    monkeypatch.setenv("AWS_LOGIN_CACHE_DIRECTORY", str(tmp_path))
    assert watched().files[0] == Path("~/elsewhere").expanduser()
    assert watched().caches[1] == tmp_path


@pytest.fixture
def places(tmp_path: Path) -> Watched:
    folder = tmp_path / ".aws"
    folder.mkdir()
    (folder / "config").write_text("[default]\n")
    return Watched((folder / "config", folder / "credentials"), (folder / "sso" / "cache",))


def test_the_nearest_folder_is_watched_for_what_is_not_there_yet(places: Watched) -> None:
    folder = places.files[0].parent
    assert set(look(places).paths) == {str(folder / "config"), str(folder)}
    places.caches[0].mkdir(parents=True)
    assert str(places.caches[0]) in look(places).paths


def test_what_changes_is_seen_in_its_own_half(places: Watched) -> None:
    first = look(places)
    assert look(places) == first
    part = places.files[0].with_suffix(".part")
    part.write_text("[default]\n")
    os.utime(part, ns=(1, 1))
    part.replace(places.files[0])
    second = look(places)
    assert second.files != first.files
    assert second.caches == first.caches
    places.caches[0].mkdir(parents=True)
    (places.caches[0] / "token.json").write_text("{}")
    third = look(places)
    assert third.files == second.files
    assert third.caches != second.caches
    places.files[0].unlink()
    assert look(places).files != third.files
