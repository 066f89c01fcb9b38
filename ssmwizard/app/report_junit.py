"""An inspection as JUnit XML, as continuous integration reads it: each check of each node a test.

Only what failed by itself is a failure. What merely follows from it is skipped, and so is what could
not be looked at: neither may be taken for passed. A check that crashed is an error. A warning passes
and says so in its output; where warnings count (``--strict``) it is a failure.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from datetime import UTC

from ssmwizard.app import tally
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.report_json import links
from ssmwizard.app.shown import shown
from ssmwizard.app.subjects import account, by_subject, crashed, subject, unlisted, unseen
from ssmwizard.checks.every import by_id
from ssmwizard.model.facts import Unknown
from ssmwizard.model.findings import Finding, Status

SHARED = "caller, computer and account"
LISTING = "list of all nodes"


def junit_pieces(inspection: Inspection, *, strict: bool = False) -> Iterator[str]:
    """Yield the XML suite by suite, so that many nodes are no burden.

    It is in ASCII, and so the same in every encoding that a terminal or a pipe may have.
    """
    report = _Report(inspection, strict)
    names = tally.names(inspection)
    time = (inspection.finished - inspection.started).total_seconds()
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="ssmwizard" time="{time:.3f}">\n'
    for node, findings in by_subject(inspection.findings).items():
        if node is None:
            yield report.suite(SHARED, findings, inspection.snapshot.unlisted)
        else:
            yield report.suite(names.get(node, node), findings)
    yield "</testsuites>\n"


class _Report:
    def __init__(self, inspection: Inspection, strict: bool) -> None:
        self.inspection, self.strict = inspection, strict
        self.partition = inspection.snapshot.identity.partition or "aws"

    def suite(self, name: str, findings: Iterable[Finding], missing: Iterable[Unknown] = ()) -> str:
        """Return the tests about one subject."""
        started = self.inspection.started.astimezone(UTC)
        suite = ET.Element("testsuite", {"name": shown(name)})
        suite.set("timestamp", f"{started:%Y-%m-%dT%H:%M:%S}")
        properties = ET.SubElement(suite, "properties")
        for key, value in (
            ("account", account(self.inspection)),
            ("region", self.inspection.snapshot.identity.region or ""),
        ):
            ET.SubElement(properties, "property", {"name": key, "value": shown(value)})
        cases = [self._case(suite, finding) for finding in findings]
        cases += [
            _skipped(_case(suite, "account", LISTING), shown(unlisted(fact))) for fact in missing
        ]
        suite.set("tests", str(len(cases)))
        for kind in ("failures", "errors", "skipped"):
            suite.set(kind, str(cases.count(kind)))
        xml = ET.tostring(suite, encoding="unicode")
        return xml.encode("ascii", "xmlcharrefreplace").decode() + "\n"

    def _case(self, suite: ET.Element, finding: Finding) -> str:
        """Add a test; return what it counts as, empty for one that passed."""
        case = _case(suite, subject(finding), finding.check)
        said = shown(finding.text)
        match finding.status:
            case Status.FAILED if finding.is_root_cause:
                return self._failure(case, finding, finding.severity)
            case Status.FAILED:
                behind = f"follows from {', '.join(finding.blocked_by)}: {said}"
                return _skipped(case, behind)
            case Status.WARNING if self.strict:
                return self._failure(case, finding, "warning")
            case Status.WARNING:
                ET.SubElement(case, "system-out").text = f"warning: {self._told(finding)}"
                return ""
            case Status.UNKNOWN if crashed(finding):
                ET.SubElement(case, "error", {"message": said, "type": "crashed"})
                return "errors"
            case Status.UNKNOWN:
                return _skipped(case, shown(unseen(finding)))
            case Status.SKIPPED:
                return _skipped(case, said)
            case _:
                return ""

    def _failure(self, case: ET.Element, finding: Finding, kind: str) -> str:
        failure = ET.SubElement(case, "failure", {"message": shown(finding.text), "type": kind})
        failure.text = self._told(finding)
        return "failures"

    def _told(self, finding: Finding) -> str:
        lines = [finding.text.english(), f"known: {finding.grade}"]
        lines += [
            f"seen: {piece.label.english()} = {piece.value} ({piece.source})"
            for piece in finding.evidence
        ]
        lines += [f"why it matters: {by_id(finding.check).why.english()}"]
        lines += [f"repair: {fix}" for fix in finding.fixes]
        lines += links(finding, self.partition)
        return shown("\n".join(lines))


def _case(suite: ET.Element, about: str, name: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", {"classname": shown(about), "name": name})


def _skipped(case: ET.Element, message: str) -> str:
    ET.SubElement(case, "skipped", {"message": message})
    return "skipped"
