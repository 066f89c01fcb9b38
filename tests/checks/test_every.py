import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.facts import HYBRID_ID, ask, node, shown, snapshot
from support.ids import FIXES, STABLE
from support.reads import named, read

from ssmwizard import checks, resources
from ssmwizard.checks.every import EVERY, by_id
from ssmwizard.checks.rule import Check
from ssmwizard.model.findings import Scope
from ssmwizard.model.text import Text
from ssmwizard.outside.reading import READING_VERBS

PLACE = {check.id: place for place, check in enumerate(EVERY)}
SOURCES = sorted(Path(checks.__file__).parent.rglob("*.py"))

each_check = pytest.mark.parametrize("check", EVERY, ids=[check.id for check in EVERY])


def test_every_promised_check_is_there_once_and_no_other() -> None:
    assert len(PLACE) == len(EVERY)
    assert set(PLACE) == STABLE


def test_a_check_is_found_by_its_id() -> None:
    assert all(by_id(check.id) is check for check in EVERY)
    with pytest.raises(KeyError, match=r"node\.none"):
        by_id("node.none")


@each_check
def test_what_a_check_needs_stands_before_it(check: Check) -> None:
    for need in check.needs:
        assert PLACE[need] < PLACE[check.id], need


@each_check
def test_what_explains_a_check_exists_and_is_not_itself(check: Check) -> None:
    assert set(check.explained_by) <= set(PLACE) - {check.id}
    assert not set(check.explained_by) & set(check.needs)


def test_no_two_checks_explain_each_other() -> None:
    def behind(name: str) -> Iterator[str]:
        for other in by_id(name).explained_by:
            yield other
            yield from behind(other)

    for check in EVERY:
        assert check.id not in set(behind(check.id))


@each_check
def test_a_check_has_the_rule_of_its_scope(check: Check) -> None:
    assert check.run is not None or check.scope is Scope.NODE
    assert (check.run_node is None) is (check.scope is not Scope.NODE)


@each_check
def test_documentation_and_rights_exist(check: Check) -> None:
    pages = resources.documentation()
    assert check.docs
    for key in check.docs:
        assert pages.url(key).startswith("https://")
    for right in check.rights:
        name, _, operation = right.partition(":")
        assert re.fullmatch(r"[a-z0-9]+", name), right
        assert operation.startswith(READING_VERBS), right


@each_check
def test_titles_and_reasons_are_whole_and_plain(check: Check) -> None:
    title, why = shown(check.title), shown(check.why)
    assert title == title.strip()
    assert title[0].isupper()
    assert not title.endswith(".")
    assert why.endswith(".")
    assert len(why) < 200


@each_check
def test_a_healthy_node_fails_no_check_and_every_answer_is_a_sentence(check: Check) -> None:
    for facts in (snapshot(), snapshot(node("mi-0123456789abcdef0"))):
        outcome = ask(check, facts)
        assert outcome.status != "failed", shown(outcome.text)
        assert set(outcome.fixes) <= FIXES


@each_check
def test_a_check_names_the_requirements_that_its_rule_reads(check: Check) -> None:
    declared = set(check.requirements)
    assert len(declared) == len(check.requirements)
    assert declared <= set(resources.requirements().rows), "not in requirements.json"
    facts = (snapshot(), snapshot(node(HYBRID_ID)))
    stands_on = named(check).union(*(read(check, one) for one in facts))
    assert stands_on <= declared, (
        f"{check.id} reads {sorted(stands_on - declared)}: add them to its `requirements`, so that"
        " they are shown with their source"
    )
    assert declared <= stands_on, (
        f"{check.id} names {sorted(declared - stands_on)} and reads none of them: take them out of"
        " its `requirements`"
    )


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    for part in ast.walk(tree):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in names:
            yield part


def literals(tree: ast.AST) -> Iterator[str]:
    for part in ast.walk(tree):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


@pytest.mark.parametrize("path", SOURCES, ids=[path.stem for path in SOURCES])
def test_what_is_said_is_marked_one_literal_at_a_time(path: Path) -> None:
    """The tool that collects the sentences for translation reads single literals only."""
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    for call in calls(tree, "N_"):
        (argument,) = call.args
        assert isinstance(argument, ast.Constant), ast.unparse(call)
        assert isinstance(argument.value, str)
        written = ast.get_source_segment(source, argument) or ""
        assert written.count('"') - written.count('\\"') == 2, written
        assert "  " not in argument.value
        assert argument.value == argument.value.strip()
    for call in calls(tree, "text"):
        assert not isinstance(call.args[0], ast.Constant), ast.unparse(call)
        assert not isinstance(call.args[0], ast.JoinedStr), ast.unparse(call)


@pytest.mark.parametrize("path", SOURCES, ids=[path.stem for path in SOURCES])
def test_ids_in_the_source_are_those_that_exist(path: Path) -> None:
    groups = {name.partition(".")[0] for name in STABLE | FIXES} - {"probe"}
    shape = re.compile(rf"({'|'.join(groups)})\.[a-z0-9]+(-[a-z0-9]+)*")
    requirements = set(resources.requirements().rows)
    for word in literals(ast.parse(path.read_text(encoding="utf-8"))):
        if shape.fullmatch(word):
            assert word in STABLE | FIXES | requirements, word


@pytest.mark.parametrize("path", SOURCES, ids=[path.stem for path in SOURCES])
def test_rules_are_pure(path: Path) -> None:
    """No clock, no environment, no account: the same facts always give the same findings."""
    imported = {
        name.name if isinstance(part, ast.Import) else str(part.module)
        for part in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(part, (ast.Import, ast.ImportFrom))
        for name in part.names
    }
    ours = {name for name in imported if name.startswith("ssmwizard")}
    allowed = {"ssmwizard.checks", "ssmwizard.model"}
    assert all(
        name in allowed or name.startswith(("ssmwizard.checks.", "ssmwizard.model."))
        for name in ours
    )
    assert not {name.partition(".")[0] for name in imported} & {
        "boto3",
        "botocore",
        "os",
        "subprocess",
        "socket",
        "threading",
        "time",
        "pathlib",
    }


def test_texts_are_texts() -> None:
    assert all(isinstance(check.title, Text) and isinstance(check.why, Text) for check in EVERY)
