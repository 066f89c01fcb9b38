"""A packet for whoever has the rights: why, what was seen, what is asked for, with what, and how back."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from ssmwizard.app.inspect import Inspection
from ssmwizard.app.rights import needed
from ssmwizard.app.shown import minute, shown, zulu
from ssmwizard.app.ways import markdown
from ssmwizard.app.ways.statement import policy
from ssmwizard.app.ways.way import Ground, NotWritten, Way, Written, whom
from ssmwizard.app.ways.writing import write
from ssmwizard.model.facts import Known
from ssmwizard.model.findings import Finding, Grade
from ssmwizard.model.plans import Holds, Plan, Right, Risk
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.command_line import line
from ssmwizard.resources import documentation

LANGUAGES: Mapping[Way, str] = {
    Way.BASH: "bash",
    Way.POWERSHELL: "powershell",
    Way.CLOUDFORMATION: "json",
    Way.TERRAFORM: "hcl",
}
TITLES: Mapping[Way, Text] = {
    Way.BASH: text(N_("Script for bash")),
    Way.POWERSHELL: text(N_("Script for PowerShell")),
    Way.CLOUDFORMATION: text(N_("Template for CloudFormation")),
    Way.TERRAFORM: text(N_("Configuration for Terraform")),
}
RISKS: Mapping[Risk, Text] = {
    Risk.REVERSIBLE: text(N_("It can be taken back, and interrupts nothing.")),
    Risk.LASTING: text(N_("It stays until it is removed by hand.")),
    Risk.DISRUPTIVE: text(N_("It interrupts something: see below.")),
    Risk.ACCOUNT_WIDE: text(N_("It reaches the whole account in this Region.")),
}
GRADES: Mapping[Grade, Text] = {
    Grade.PROVED: text(N_("the service or the node itself showed it")),
    Grade.INFERRED: text(N_("computed from the configuration")),
}
HELD: Mapping[Holds, Text] = {
    Holds.HAVE: text(N_("whoever asks has it")),
    Holds.LACK: text(N_("whoever asks lacks it")),
    Holds.CANNOT_TELL: text(N_("could not be told")),
}
POLICY = "policy.json"


@dataclass(frozen=True, slots=True)
class Packet:
    """One document that holds all, and the same scripts and templates as files."""

    document: Written
    files: tuple[Written | NotWritten, ...]
    policy: Mapping[str, object]


def packet(
    inspection: Inspection, plan: Plan, rights: Mapping[Right, Holds], place: Ground
) -> Packet:
    """Return the packet. Whoever gets it has other profiles, so none is named."""
    theirs = replace(place, profile=None)
    files = tuple(write(way, plan, theirs) for way in TITLES)
    statement = policy(plan, theirs)
    told = _Told(inspection, plan, rights, theirs, files, statement)
    content = "\n".join(told.lines()).rstrip() + "\n"
    return Packet(Written(Way.HANDOVER, f"ssmwizard-{plan.fix}.md", content), files, statement)


@dataclass(frozen=True, slots=True)
class _Told:
    """The document, part by part."""

    inspection: Inspection
    plan: Plan
    rights: Mapping[Right, Holds]
    place: Ground
    files: tuple[Written | NotWritten, ...]
    policy: Mapping[str, object]

    def lines(self) -> Iterator[str]:
        """Yield the lines of all parts."""
        asked = self._say(N_("Please: {what}"), what=self.plan.title)
        yield f"# {asked}"
        parts: tuple[tuple[str, Iterable[str]], ...] = (
            ("", self._asked()),
            (N_("Text for a ticket"), self._ticket()),
            (N_("Why"), self._why()),
            (N_("What was seen"), self._seen()),
            (N_("What is to be changed"), self._changes()),
            (N_("Rights that this needs"), self._rights()),
            (N_("What else is touched"), self._affected()),
            *((TITLES[one.way].source, self._file(one)) for one in self.files),
            (N_("How to take it back"), self._back()),
            (N_("When it is done"), self._done()),
        )
        for title, told in parts:
            yield ""
            if title:
                yield from (f"## {self._say(title)}", "")
            yield from told

    def _say(self, source: str, **arguments: str | int | Text) -> str:
        return markdown.said(self.place.say(text(source, **arguments)))

    def _asked(self) -> Iterator[str]:
        asked = N_("Asked for by {who}. {whom} Seen on {at}.")
        about = whom(self.plan, self.place)
        yield self._say(asked, who=self._who(), whom=about, at=minute(self.place.at))

    def _who(self) -> str:
        caller = self.inspection.snapshot.identity.caller
        return caller.value.arn if isinstance(caller, Known) else "?"

    def _ticket(self) -> Iterator[str]:
        say = self.place.say
        steps = " ".join(f"({n}) {say(one.says)}" for n, one in enumerate(self.plan.changes, 1))
        told = [
            say(text(N_("Please make this change: {what}."), what=self.plan.title)),
            f"{say(whom(self.plan, self.place))} {steps}",
            *(say(text(N_("Why: {why}"), why=one.text)) for one in self._findings()[:1]),
            say(text(N_("Cost: {text}"), text=self.plan.cost)),
            say(text(N_("Script, templates, rights and the way back are attached."))),
        ]
        yield markdown.fenced("\n".join(" ".join(one.split()) for one in told), "text")

    def _findings(self) -> list[Finding]:
        """Return the findings for which the plan is offered, one for each cause."""
        about = {None, *self.plan.nodes}
        found: dict[str, Finding] = {}
        for one in self.inspection.findings:
            if self.plan.fix in one.fixes and one.subject in about:
                found.setdefault(one.cause or self.place.say(one.text), one)
        return sorted(found.values(), key=lambda one: not one.is_root_cause)

    def _why(self) -> Iterator[str]:
        for finding in self._findings():
            known = N_("{what} ({check}; {grade})")
            grade = GRADES[finding.grade]
            yield f"- {self._say(known, what=finding.text, check=finding.check, grade=grade)}"
        if not self._findings():
            yield self._say(N_("No finding offers this; whoever asks wishes for it."))

    def _seen(self) -> Iterator[str]:
        ids = {
            (entry["aws"], entry["at"]): entry["request_id"]
            for entry in self.inspection.recording
            if "aws" in entry
        }
        rows = [
            (
                self.place.say(piece.label),
                shown(piece.value),
                shown(piece.source),
                zulu(piece.at) if piece.at else "",
                ids.get((piece.source, piece.at.isoformat()), "") if piece.at else "",
            )
            for finding in self._findings()
            for piece in finding.evidence
        ]
        heads = [N_("What"), N_("Value"), N_("Call"), N_("When"), N_("Request id")]
        if rows:
            yield from markdown.table(
                [self.place.say(text(one)) for one in heads], dict.fromkeys(rows)
            )
        else:
            yield self._say(N_("Nothing is noted as evidence."))

    def _changes(self) -> Iterator[str]:
        for number, change in enumerate(self.plan.changes, 1):
            yield f"{number}. {markdown.said(self.place.say(change.says))} `{change.call.name}`"
            if change.call.on_computer:
                yield from ("", markdown.fenced(line(change.call, None, None)), "")
        yield ""
        yield self._say(RISKS[self.plan.risk].source)
        yield from markdown.listed(map(self.place.say, self.plan.warnings))

    def _rights(self) -> Iterator[str]:
        if not needed(self.plan):
            yield self._say(N_("None in AWS: it is done on this computer."))
            return
        yield self._say(
            N_("These alone, with what takes it back again. Who may change IAM needs no more.")
        )
        yield from ("", markdown.as_json(self.policy), "")
        count = len("".join(json.dumps(self.policy).split()))
        most = int(self.place.requirements.number("template.policy-characters"))
        if count > most:
            said = N_(
                "That is longer than IAM takes one policy of an own kind ({count} of {most} characters without white space): split it."
            )
            yield from (self._say(said, count=count, most=most), "")
        heads = (N_("Right"), N_("On"), N_("Whoever asks"))
        rows = [
            (
                right.action,
                right.resource,
                self.place.say(HELD[self.rights.get(right, Holds.CANNOT_TELL)]),
            )
            for right in needed(self.plan)
        ]
        yield from markdown.table([self.place.say(text(one)) for one in heads], rows)

    def _affected(self) -> Iterator[str]:
        yield from markdown.listed(map(self.place.say, self.plan.affects))
        for source, said in (
            (N_("Cost: {text}"), self.plan.cost),
            (N_("Until it works: {text}"), self.plan.wait.says),
        ):
            yield f"- {self._say(source, text=said)}"
        pages = documentation()
        keys = chain(self.plan.docs, [self.plan.cost_docs] if self.plan.cost_docs else [])
        for key in dict.fromkeys(keys):
            yield f"- <{pages.url(key, partition=self.place.partition)}>"

    def _file(self, file: Written | NotWritten) -> Iterator[str]:
        if isinstance(file, NotWritten):
            yield markdown.said(self.place.say(file.reason))
            return
        yield f"`{file.name}`"
        yield from ("", markdown.fenced(file.content, LANGUAGES[file.way]))

    def _back(self) -> Iterator[str]:
        undos = [one.undo for one in reversed(self.plan.changes) if one.undo is not None]
        if not undos:
            yield self._say(N_("Nothing takes this back."))
            return
        yield from markdown.listed(self.place.say(one.says) for one in undos)
        if self.plan.undoing is not None:
            yield from ("", markdown.said(self.place.say(self.plan.undoing)), "")
        yield self._say(N_("The lines for it stand at the end of each script."))

    def _done(self) -> Iterator[str]:
        yield self._say(
            N_("Whoever asked looks again with one click (Check again), or with this line:")
        )
        where = ["--region", self.place.region] if self.plan.nodes else []
        nodes = [word for node in self.plan.nodes for word in ("--node", node)]
        words = ["ssmwizard", "fix", self.plan.fix, *nodes, "--check-again", *where]
        yield from ("", markdown.fenced(shlex.join(words), "bash"))
