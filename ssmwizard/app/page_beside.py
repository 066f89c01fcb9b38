"""What stands beside the answer on a report's page: changes, moments, this computer, calls, gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from ssmwizard.app.markup import Element, add, after
from ssmwizard.app.page import Page
from ssmwizard.app.timeline import timeline as moments
from ssmwizard.app.versions import versions
from ssmwizard.app.words import ENTRIES, MOMENTS, OMITTED, PROOFS
from ssmwizard.model.computer import ComputerFacts, Tool
from ssmwizard.model.facts import Fact, Known
from ssmwizard.model.settings import CHOSEN, IN_PROFILE, Line, Place, lines
from ssmwizard.model.text import N_, Text, text


def journal(page: Page, entries: Sequence[Mapping[str, Any]]) -> None:
    """What was changed in this account with this program, newest first: by whom, and how it went."""
    if not entries:
        return
    section = page.section("changes", text(N_("Changes made with this program")), len(entries))
    for entry in entries:
        fold = add(section, "details")
        summary = add(fold, "summary")
        page.add(summary, "b", ENTRIES.get(entry["state"], str(entry["state"])))
        after(summary[-1], f" {entry['title']} ")
        page.time(summary, datetime.fromisoformat(entry["at"]))
        _entry(page, fold, entry)


def _entry(page: Page, fold: Element, entry: Mapping[str, Any]) -> None:
    proof = entry["proof"]
    page.listed(
        fold,
        (
            (text(N_("By")), str(entry["by"])),
            (text(N_("Where")), " · ".join(filter(None, (entry["account"], entry["region"])))),
            (text(N_("Nodes")), page.nodes(entry["nodes"])),
            (text(N_("Effect")), PROOFS.get(proof, proof) if proof else ""),
            (text(N_("Undone by")), str(entry["undone_by"] or "")),
            (text(N_("Fix")), str(entry["fix"])),
            (text(N_("Entry")), str(entry["id"])),
        ),
    )
    steps = add(fold, "ol")
    for change in entry["changes"]:
        item = add(steps, "li", str(change["says"]))
        told = add(item, "p", class_="soft")
        page.add(told, "b", MOMENTS.get(f"change {change['state']}", str(change["state"])))
        call = change["call"]
        after(told[-1], f" {call['service']}:{call['operation']} ")
        if change["request_id"]:
            page.add(told, "span", text(N_("request {id}"), id=str(change["request_id"])))
        said = ": ".join(filter(None, (change["code"], change["message"])))
        if said:
            add(item, "p", said, lang="en")


def timeline(page: Page, entries: Sequence[Mapping[str, Any]]) -> None:
    """What happened when: the inspection, and the changes around it."""
    titles = {str(entry["id"]): str(entry["title"]) for entry in entries}
    rows = [
        (
            page.language.moment(datetime.fromisoformat(str(moment["at"]))),
            MOMENTS.get(str(moment["what"]), str(moment["what"])),
            titles.get(str(moment.get("entry", "")), ""),
        )
        for moment in moments(page.inspection, entries)
    ]
    heading = text(N_("What happened when"))
    heads = (text(N_("When")), text(N_("What")), text(N_("About")))
    page.table(page.folded_section("timeline", heading), heading, heads, rows)


def computer(page: Page) -> None:
    """What this computer is, which programs were part of this, and what is set."""
    fold = page.folded_section("computer", text(N_("This computer and its programs")))
    found = page.inspection.snapshot.computer
    if found is not None:
        page.listed(fold, _programs(found))
    heads = (text(N_("Program")), text(N_("Version")), text(N_("Where")))
    told = versions(page.inspection, page.language)
    page.table(fold, text(N_("Versions")), heads, told, caption_shown=True)
    settings = [
        (line.topic, f"{_name(page, place)} = {place.value}", _readers(place))
        for line in _lines(page)
        for place in line.places
    ]
    if settings:
        heads = (text(N_("Setting")), text(N_("Where it is set")), text(N_("Taken by")))
        caption = text(N_("What the environment and the profile set"))
        page.table(fold, caption, heads, settings, caption_shown=True)


def calls(page: Page) -> None:
    """Which calls were made, how often."""
    made = page.inspection.calls
    if made:
        heading = text(N_("Calls to AWS"))
        rows = [(name, str(times)) for name, times in sorted(made.items())]
        heads = (text(N_("Call")), text(N_("Times")))
        page.table(page.folded_section("calls", heading), heading, heads, rows)


def missing(page: Page, omitted: Sequence[Mapping[str, str]]) -> None:
    """What is not in the bundle, and why not."""
    if not omitted:
        return
    heading = text(N_("What could not be had"))
    tr = page.language.tr
    rows = [
        (tr(one["what"]), OMITTED.get(one["reason"], one["reason"]), one["detail"])
        for one in omitted
    ]
    heads = (text(N_("What")), text(N_("Why")), text(N_("What was said")))
    page.table(page.folded_section("missing", heading, len(omitted)), heading, heads, rows)


def _programs(found: ComputerFacts) -> list[tuple[Text, str]]:
    """Return which copies of the programs there are, and where a terminal looks for them."""
    terminal = found.terminal.value if isinstance(found.terminal, Known) else None
    folders = (terminal and terminal.folders) or ()
    return [
        (text(N_("System")), f"{found.system} ({found.architecture})"),
        (text(N_("AWS CLI")), _copies(found.cli_copies)),
        (text(N_("Session Manager plugin")), _copies(found.plugin_copies)),
        (text(N_("Where a terminal looks")), ", ".join(folders)),
    ]


def _copies(fact: Fact[tuple[Tool, ...]]) -> str:
    copies = fact.value if isinstance(fact, Known) else ()
    return ", ".join(f"{one.path} {one.version}".rstrip() for one in copies)


def _lines(page: Page) -> tuple[Line, ...]:
    identity, choice = page.inspection.snapshot.identity, page.inspection.choice
    settings = identity.settings
    if not isinstance(settings, Known):
        return ()
    return lines(settings.value, choice.profile, choice.region)


def _name(page: Page, place: Place) -> str:
    names = {CHOSEN: text(N_("chosen here")), IN_PROFILE: text(N_("in the profile"))}
    return page.say(names.get(place.name, place.name))


def _readers(place: Place) -> str | Text:
    return ", ".join(place.readers) or text(N_("taken by nobody"))
