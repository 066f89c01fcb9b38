"""The report as a page: sound, reachable for everybody, in one language, and nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from support.html import HEADINGS, Page, Part
from support.on_demo import Stage, stage

from ssmwizard.app import bundle, page_nodes, report, report_html, report_summary
from ssmwizard.app.audience import Audience
from ssmwizard.app.bundle_parts import MANIFEST, REPORT
from ssmwizard.app.inspect import Choice, Inspection, inspect
from ssmwizard.app.journal_json import entry_json
from ssmwizard.app.language import ENGLISH, Language, english
from ssmwizard.app.omissions import omissions
from ssmwizard.app.shown import shown
from ssmwizard.app.versions import versions
from ssmwizard.app.words import MOMENTS, OMITTED
from ssmwizard.model.facts import Known
from ssmwizard.model.plans import Call, Undo
from ssmwizard.model.settings import Settings
from ssmwizard.model.text import text
from ssmwizard.outside.journal_entries import STOPS, Entry, Happened, Written
from ssmwizard.resources import folder

AT = datetime(2026, 11, 24, 8, tzinfo=UTC)
MISSING = tuple(
    {"what": "ssm:GetDocument", "reason": reason, "detail": "AccessDenied"} for reason in OMITTED
)


def entry(number: int, *states: Happened, **more: Any) -> Entry:
    call = Call("iam", "AttachRolePolicy", {"RoleName": "<i>web</i>"})
    undo = Undo(text("Detach it."), Call("iam", "DetachRolePolicy"))
    changes = tuple(
        Written(text("Attach it."), call, undo, state, AT, f"request-{number}", "Code", "AWS said.")
        for state in states
    )
    return Entry(
        f"entry-{number}", AT, "arn:aws:iam::111122223333:user/camille", "111122223333",
        "eu-west-3", None, "role.attach-managed-policy", text("Attach the policy"), ("i-1",), changes,
        **more,
    )  # fmt: skip


# What can be the state of a change; the rest is told of an entry, or of its end.
OF_CHANGES = tuple(one for one in Happened if f"change {one}" in MOMENTS)
ENTRIES = (
    entry(1, Happened.DONE, ended=True, proof="verified", proof_at=AT),
    entry(2, *OF_CHANGES, undone_by="somebody", undone_at=AT),
    entry(3, Happened.FAILED, ended=True, proof="blocked", proof_at=AT),
)


@pytest.fixture(scope="module")
def on(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The demo account, looked at several times and never changed."""
    with pytest.MonkeyPatch.context() as patch:
        staged = stage(tmp_path_factory.mktemp("demo"), patch)
        yield staged
        staged.account.close()


@pytest.fixture(scope="module")
def fleet(on: Stage) -> Inspection:
    seen = inspect(on.doors, Choice("demo-admin", every_node=True))
    variables = {"AWS_PROFILE": "demo-admin", "AWS_DEFAULT_PROFILE": "other", "NO_PROXY": "local"}
    settings = Known(Settings(variables, {}), seen.snapshot.identity.caller.source)  # type: ignore[arg-type]
    identity = replace(seen.snapshot.identity, settings=settings)
    return replace(seen, snapshot=replace(seen.snapshot, identity=identity))


@pytest.fixture(scope="module")
def one(on: Stage) -> Inspection:
    return inspect(on.doors, Choice("demo-admin", nodes=(on.instance("web-02"),)))


@pytest.fixture(scope="module")
def ready(on: Stage) -> Inspection:
    return inspect(on.doors, Choice("demo-admin", nodes=(on.instance("web-01"),)))


def apart(folder: Path, profile: str, scenario: str | None, *denied: str) -> Inspection:
    with pytest.MonkeyPatch.context() as patch:
        staged = stage(folder, patch, scenario=scenario)
        staged.account.deny(*denied)
        seen = inspect(staged.doors, Choice(profile, every_node=True, local=scenario is not None))
        staged.account.close()
    return seen


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Inspection:
    return apart(tmp_path_factory.mktemp("nothing"), "demo-admin", None, "*")


@pytest.fixture(scope="module")
def nobody(tmp_path_factory: pytest.TempPathFactory) -> Inspection:
    return apart(tmp_path_factory.mktemp("nobody"), "demo-expired", None)


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Inspection:
    return apart(tmp_path_factory.mktemp("sessions"), "demo-admin", "sessions")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Inspection:
    """A computer without the plugin."""
    return apart(tmp_path_factory.mktemp("bare"), "demo-admin", "new-computer")


def told(seen: Inspection, language: Language = ENGLISH) -> str:
    journal = [entry_json(one, language.say) for one in ENTRIES]
    return report.as_html(seen, journal, MISSING, language)


SEEN = ("fleet", "one", "ready", "nothing", "nobody", "sessions", "bare")


@pytest.fixture(scope="module", params=SEEN)
def page(request: pytest.FixtureRequest) -> Page:
    return Page(told(request.getfixturevalue(request.param)))


def test_the_page_loads_nothing_and_leads_only_to_documentation(page: Page) -> None:
    assert not {"src", "srcset", "data", "action", "ping", "style", "onclick"} & {
        name for part in page.parts for name in part.attributes
    }
    for address in page.values("href"):
        assert re.match(r"#[\w-]+$|https://docs\.(aws\.)?amazon", address) or (
            address.startswith("https://")
        )


def test_a_browser_is_told_to_take_this_very_style_and_nothing_else(page: Page) -> None:
    (style,) = page.all("style")
    (policy,) = (one["content"] for one in metas(page) if "http-equiv" in one)
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"url\(|@import|expression", style.text)


def metas(page: Page) -> list[dict[str, str]]:
    return [part.attributes for part in page.all("meta")]


def test_what_is_pointed_to_is_there_once(page: Page) -> None:
    names = page.values("id")
    assert len(names) == len(set(names))
    inside = {one.removeprefix("#") for one in page.values("href") if one.startswith("#")}
    assert inside | set(page.values("aria-labelledby")) <= set(names)


def test_headings_are_in_their_order_and_parts_have_names(page: Page) -> None:
    levels = [HEADINGS.index(part.tag) for part in page.all(*HEADINGS)]
    assert levels.count(0) == 1
    assert levels[0] == 0
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for landmark in ("header", "nav", "main", "footer"):
        assert len(page.all(landmark)) == 1
    for section in page.all("section"):
        assert section.attributes["aria-labelledby"]
    assert page.all("nav")[0].attributes["aria-label"]


def test_tables_say_what_they_are_and_what_each_cell_is_about(page: Page) -> None:
    for table in page.all("table"):
        assert table.children[0] == "caption"
    for head in page.all("th"):
        assert head.attributes["scope"] == ("col" if "thead" in head.within else "row")


def test_no_state_is_told_by_colour_alone(page: Page) -> None:
    marks = [part for part in page.parts if "mark" in part.attributes.get("class", "").split()]
    assert marks
    assert all(part.text.strip() for part in marks)


def test_the_verdict_stands_first(page: Page) -> None:
    first = page.parts[[part.tag for part in page.parts].index("body") + 1 :][:2]
    assert [part.tag for part in first] == ["header", "h1"]
    assert "node" in first[1].text


def test_the_page_says_in_which_language_it_is(one: Inspection) -> None:
    page = Page(told(one, replace(ENGLISH, tag="fr")))
    assert page.parts[0].attributes == {"lang": "fr", "dir": "ltr"}
    links = [one for one in page.values("href") if one.startswith("https://docs.aws")]
    assert any("/fr_fr/" in link for link in links)


# A language of which every text that went through it can be told from what did not.
MARKED = Language("xx", lambda *words, **more: f"⟦{english(*words, **more)}⟧")
_BETWEEN = re.compile(r"⟦[^⟦⟧]*⟧")
_ENGLISH = re.compile(r"\b[a-z]{2,} [a-z]{2,}\b|^(?!ssmwizard|python|keyring)[A-Z][a-z]{3,}$")
_OF_OTHERS = {"code", "bdi", "pre", "style", "title"}


def unmarked(said: str) -> str:
    """What of a text did not go through the language."""
    while (less := _BETWEEN.sub("", said)) != said:
        said = less
    return said


@pytest.mark.parametrize("seen", SEEN)
def test_every_word_on_the_page_goes_through_the_language(
    seen: str, request: pytest.FixtureRequest
) -> None:
    page = Page(told(request.getfixturevalue(seen), MARKED))
    assert page.text.count("⟦") > 100
    plain = [
        said.strip()
        for part, said in page.loose
        if not own(part) and _ENGLISH.search(unmarked(said).strip())
    ]
    assert plain == []
    assert all("⟦" in said for said in page.values("aria-label"))


def own(part: Part) -> bool:
    """Whether a text is not the program's: names, ids, commands, what AWS said."""
    return part.language == "en" or bool(_OF_OTHERS & {part.tag, *part.within})


@pytest.mark.parametrize("seen", SEEN)
def test_every_word_of_the_summary_goes_through_the_language(
    seen: str, request: pytest.FixtureRequest
) -> None:
    said = report.summary(request.getfixturevalue(seen), language=MARKED)
    plain = [line for line in said.splitlines() if _ENGLISH.search(without_values(unmarked(line)))]
    assert plain == []


def without_values(line: str) -> str:
    return re.sub(r"`[^`]*`|<[^>]*>", "", line).strip()


def test_all_that_can_happen_to_a_change_has_words() -> None:
    of_entries = {Happened.ENDED, Happened.GOES_ON, Happened.LOOKED}
    assert set(OF_CHANGES) == set(Happened) - of_entries - STOPS


def test_a_cause_of_one_node_is_told_once(one: Inspection) -> None:
    page = Page(told(one))
    (cause,) = one.verdicts[0].causes
    assert page.text.count(shown(cause.text)) == 1
    assert page.values("href").count("#cause-1") == 2


def test_people_read_titles_and_ids_stand_beside_them(page: Page) -> None:
    ids = re.compile(
        r"\b(identity|computer|account|node|agent|role|imds|network|session)\.[a-z-]+\b"
    )
    for part, said in page.loose:
        if part.tag != "code" and not own(part):
            assert not ids.search(said), said


def test_request_ids_stand_beside_what_was_seen(one: Inspection) -> None:
    asked = {line["request_id"] for line in one.recording if line.get("request_id")}
    page, summary = told(one), report.summary(one)
    assert sum(request in page for request in asked) > 5
    assert sum(request in summary for request in asked) >= 1
    assert "request-1" in page


def test_the_page_shows_what_every_finding_stands_on(fleet: Inspection) -> None:
    page = Page(told(fleet))
    for verdict in fleet.verdicts:
        assert verdict.node in page.text
    for finding in fleet.findings:
        for piece in finding.evidence:
            assert shown(piece.value) in page.text
            assert shown(piece.label) in page.text


def test_the_page_of_many_nodes_leaves_out_what_passed(
    fleet: Inspection, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = told(fleet)
    monkeypatch.setattr(page_nodes, "NODES_IN_FULL", 3)
    short = told(fleet)
    assert "in the JSON answer alone" in short
    assert "in the JSON answer alone" not in whole
    assert len(Page(short).all("li")) < len(Page(whole).all("li")) / 2


def test_what_many_nodes_share_is_told_once_and_the_nodes_are_folded(
    fleet: Inspection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_html, "NODES_IN_SIGHT", 0)
    monkeypatch.setattr(report_summary, "NODES_NAMED", 0)
    monkeypatch.setattr(report_summary, "CAUSES", 2)
    page = Page(told(fleet))
    assert "Concerns 1 node" in [part.text for part in page.all("summary")]
    said = report.summary(fleet)
    assert "and 1 more" in said
    assert re.search(r"And \d+ more causes: see the support bundle", said)


def test_what_has_one_reason_is_one_cause(sessions: Inspection) -> None:
    page = Page(told(sessions))
    also = [part.text for part in page.all("h4")]
    assert also
    summary = report.summary(sessions)
    assert summary.count("For the same reason:") == len(also)


def test_what_is_wrong_with_this_computer_concerns_all_nodes(bare: Inspection) -> None:
    assert "Concerns all nodes." in Page(told(bare)).text


def test_a_verdict_says_what_was_shown_and_its_word_once(ready: Inspection) -> None:
    head = Page(told(ready)).all("header")[0].text
    assert shown(ready.verdicts[0].sentence) in head
    assert head.count("Ready") == 1


def test_with_nobody_signed_in_no_node_is_concerned(nobody: Inspection) -> None:
    assert "Concerns" not in Page(told(nobody)).text
    assert "nobody is signed in" in Page(told(nobody)).text


def test_few_nodes_are_open_and_many_are_folded(one: Inspection, fleet: Inspection) -> None:
    assert Page(told(one)).values("open") == ["open"]
    assert Page(told(fleet)).values("open") == []


def test_the_page_names_the_versions(fleet: Inspection) -> None:
    rows = list(versions(fleet))
    names = {name for name, _, _ in rows}
    assert {
        "ssmwizard",
        "Requirements",
        "python",
        "boto3",
        "System",
        "AWS CLI",
        "SSM Agent",
    } <= names
    page = Page(told(fleet))
    assert all(cell in page.text for row in rows for cell in row)


def test_names_of_variables_are_told(fleet: Inspection) -> None:
    page = Page(told(fleet))
    assert "AWS_DEFAULT_PROFILE = other" in page.text


def test_a_name_is_text_whatever_is_in_it(one: Inspection) -> None:
    nasty = "</style><script>alert(1)</script>\x1b[31m\u202e"
    instance = one.snapshot.nodes[0].instance
    assert isinstance(instance, Known)
    named = replace(instance, value=replace(instance.value, name=nasty))
    nodes = (replace(one.snapshot.nodes[0], instance=named),)
    page = Page(told(replace(one, snapshot=replace(one.snapshot, nodes=nodes))))
    assert shown(nasty) in page.text
    assert "\u202e" not in page.text


def test_an_inspection_that_was_cut_short_says_so_on_top(one: Inspection) -> None:
    assert "did not come to its end" not in told(one)
    first, *lines = one.recording
    for member in ({"unfinished": "still_running"}, {"missing": "cancelled"}):
        cut = replace(one, recording=({**first, **member}, *lines))
        assert "did not come to its end" in Page(told(cut)).all("header")[0].text


def test_what_aws_says_is_not_there_is_not_told_to_be_missing(fleet: Inspection) -> None:
    assert any(line.get("failure") for line in fleet.recording)
    assert omissions(fleet, (), account_known=True) == []


def test_the_same_inspection_and_language_give_the_same_page(fleet: Inspection) -> None:
    assert told(fleet) == told(fleet)


@pytest.mark.parametrize("audience", [Audience.SUPPORT, Audience.PUBLIC])
def test_the_bundle_speaks_one_language_to_people_and_english_to_programs(
    one: Inspection, audience: Audience
) -> None:
    entries = [
        replace(item, account=one.snapshot.identity.caller.require().account) for item in ENTRIES
    ]
    made = bundle.make(one, entries, audience, language=replace(MARKED, local=True))
    files = {file.name: file.content.decode() for file in made.files}
    assert [name for name, said in files.items() if "⟦" in said] == [REPORT]
    assert "⟦Attach it.⟧" in files[REPORT]
    assert json.loads(files[MANIFEST])["language"] == "xx"
    assert "⟦" in made.summary()
    assert made.language.local == audience.keeps_identifiers


# Colours


def themes() -> dict[str, dict[str, str]]:
    """The colours of the page by light, dark and paper."""
    css = (folder() / "report.css").read_text(encoding="utf-8")
    found = [
        dict(re.findall(r"--(\w+): (#\w{6})", block)) for block in re.findall(r":root {[^}]*}", css)
    ]
    light, dark, paper = found
    return {"light": light, "dark": {**light, **dark}, "paper": {**light, **paper}}


def brightness(colour: str) -> float:
    """Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark", "paper"])
def test_all_that_is_written_can_be_read(theme: str) -> None:
    colours = themes()[theme]
    for ground in (colours["ground"], colours["card"]):
        for ink in ("ink", "soft", "link", "bad", "good", "care"):
            darker, lighter = sorted((brightness(colours[ink]), brightness(ground)))
            assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (ink, ground)


def test_whoever_goes_by_keyboard_sees_where_they_are() -> None:
    css = Path(folder() / "report.css").read_text(encoding="utf-8")
    assert ":focus-visible" in css
    assert "outline: none" not in css
