"""The French translation is complete, and says the same things."""

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FRENCH = ROOT / "resources" / "i18n" / "ssmwizard_fr.ts"
PLACES = re.compile(r"\{(\w+)\}")

Message = tuple[str, list[str]]


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> list[Message]:
    """Every text of the program as it stands today, with its translations."""
    copy = tmp_path_factory.mktemp("i18n") / FRENCH.name
    shutil.copy(FRENCH, copy)
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    words = ["-tr-function-alias", "QT_TR_NOOP+=N_", "-extensions", "py", "-no-obsolete", "-silent"]
    subprocess.run(
        [tool, *words, "ssmwizard", "-ts", copy], cwd=ROOT, check=True, capture_output=True
    )
    return [_read(message) for message in ET.parse(copy).iter("message")]  # noqa: S314 - our own file


def _read(message: ET.Element) -> Message:
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.findall("numerusform")]
    return message.findtext("source", ""), forms or [translation.text or ""]


def test_every_text_is_translated(messages: list[Message]) -> None:
    assert len(messages) > 400
    assert [source for source, forms in messages if not all(form.strip() for form in forms)] == []


def test_every_marked_text_is_found(messages: list[Message]) -> None:
    """The tool does not look into f-strings."""
    found = {source for source, _ in messages}
    lost = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "ssmwizard").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("N_", "tr")
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and call.args[0].value not in found
    ]
    assert lost == []


def test_no_text_is_asked_for_where_it_would_not_be_found() -> None:
    """To the tool, the name before ``.tr`` is a context, in which nothing is looked up."""
    lost = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "ssmwizard").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "tr"
    ]
    assert lost == []


def test_what_is_filled_in_is_the_same(messages: list[Message]) -> None:
    for source, forms in messages:
        for form in forms:
            assert sorted(PLACES.findall(form)) == sorted(PLACES.findall(source)), source
            assert ("%n" in source) == ("%n" in form) or len(forms) > 1, source


def test_counted_texts_have_one_and_many(messages: list[Message]) -> None:
    for source, forms in messages:
        if "%n" in source:
            assert len(forms) == 2, source


def test_high_punctuation_stands_after_a_space_that_does_not_break(messages: list[Message]) -> None:
    wrong = [form for _, forms in messages for form in forms if re.search(r" [:;!?»]", form)]
    assert wrong == []
