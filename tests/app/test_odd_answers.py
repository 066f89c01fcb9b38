"""Answers that AWS does not give today: a member missing, one more, a word nobody knows yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from support.rich import altered, calls, judged, moves, seen_whole
from support.scripted import model

from ssmwizard.app.inspect import Inspection
from ssmwizard.model.findings import Status
from ssmwizard.outside.recording import Entry

SERVICES = ("ec2", "iam", "kms", "logs", "s3", "ssm")


def calls_of(inspection: Inspection, service: str) -> list[str]:
    """The operations of one service that the inspection made."""
    return [call for call in calls(inspection) if call.startswith(f"{service}:")]


def test_every_call_is_of_one_of_the_services(before: Inspection) -> None:
    known = (*SERVICES, "endpoint")
    assert {call.partition(":")[0] for call in calls(before)} <= set(known)
    assert all(calls_of(before, service) for service in SERVICES)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Inspection:
    return seen_whole(tmp_path_factory.mktemp("rich"))


def _members(
    shape: Any, value: Any, path: tuple[Any, ...]
) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every place in an answer, with the shape that the model has for it."""
    if shape is None or value is None:
        return
    if shape.type_name == "structure" and isinstance(value, Mapping):
        for name, part in value.items():
            inner = shape.members.get(name)
            if inner is not None:
                yield (*path, name), inner
                yield from _members(inner, part, (*path, name))
    elif shape.type_name == "list" and isinstance(value, list):
        for part in value[:1]:
            yield from _members(shape.member, part, (*path, ANY))


ANY = object()


def _apply(value: Any, path: tuple[Any, ...], change: Callable[[Any, Any], None]) -> None:
    """Change a place of an answer, in every item of the lists on the way."""
    first, *rest = path
    if first is ANY:
        for part in value:
            _apply(part, tuple(rest), change)
    elif not isinstance(value, Mapping) or first not in value:
        return
    elif rest:
        _apply(value[first], tuple(rest), change)
    else:
        change(value, first)


def places(inspection: Inspection, call: str) -> dict[tuple[Any, ...], Any]:
    service, operation = call.split(":")
    shape = model(service).operation_model(operation).output_shape
    found: dict[tuple[Any, ...], Any] = {}
    for line in inspection.recording:
        if line.get("aws") == call:
            found.update(_members(shape, line["answer"], ()))
    return found


@pytest.mark.parametrize("service", SERVICES)
def test_a_member_that_is_missing_is_no_crash(
    before: Inspection, service: str, caplog: pytest.LogCaptureFixture
) -> None:
    for call in calls_of(before, service):
        for path in places(before, call):

            def without(line: Entry, path: tuple[Any, ...] = path) -> None:
                if line["answer"] is not None:
                    _apply(line["answer"], path, lambda holder, name: holder.pop(name))

            judged(altered(before, without, call), caplog)


@pytest.mark.parametrize("service", SERVICES)
def test_a_word_that_aws_adds_later_is_neither_health_nor_failure(
    before: Inspection, service: str, caplog: pytest.LogCaptureFixture
) -> None:
    guesses: list[str] = []
    for call in calls_of(before, service):
        for path, shape in places(before, call).items():
            if not getattr(shape, "enum", None):
                continue

            def renamed(line: Entry, path: tuple[Any, ...] = path) -> None:
                if line["answer"] is not None:
                    _apply(
                        line["answer"],
                        path,
                        lambda holder, name: holder.__setitem__(name, "something-new"),
                    )

            after = judged(altered(before, renamed, call), caplog)
            place = ".".join("*" if part is ANY else str(part) for part in path)
            guesses += [
                f"{call} {place}: {one.check} {was.status if was else '-'} -> {one.status}: {one.text.english()}"
                for was, one in moves(before, after)
                if one.status in (Status.FAILED, Status.PASSED)
                and not (was is not None and was.status is Status.SKIPPED)
            ]
    assert not guesses, "\n".join(guesses)


def test_members_that_aws_adds_later_change_nothing(
    before: Inspection, caplog: pytest.LogCaptureFixture
) -> None:
    def more(line: Entry) -> None:
        line["answer"] = _with_more(line["answer"])

    after = judged(altered(before, more), caplog)
    assert after.findings == before.findings
    assert after.verdicts == before.verdicts


def _with_more(value: Any) -> Any:
    if isinstance(value, Mapping):
        if not value or not {"$time", "Statement"}.isdisjoint(value):
            return value
        grown = {name: _with_more(part) for name, part in value.items()}
        return {**grown, "SomethingNew": [{"Deep": True}]}
    if isinstance(value, list):
        return [_with_more(part) for part in value]
    return value
