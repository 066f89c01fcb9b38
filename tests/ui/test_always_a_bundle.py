"""Whatever is missing, the window saves a bundle that opens again and lists it with its reason."""

import pytest

from ssmwizard.app.bundle_reading import open_bundle
from ssmwizard.app.omissions import JOURNAL, NOT_ASKED
from ssmwizard.app.wizard import Step
from ssmwizard.model.findings import Status

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PATIENCE = 20_000
WHO = "sts:GetCallerIdentity"


@pytest.fixture
def opened(open_window, qtbot, tmp_path):
    """Open the window, and say what saves a bundle on the report page: window, account, save."""

    def make(**asked):
        window, account = open_window(**asked)

        def done(step):
            jobs = window.conductor.jobs
            return lambda: step not in window.conductor.wizard.busy and not jobs.running("contents")

        def save():
            window.jump(Step.REPORT)
            assert window.conductor.wizard.step is Step.REPORT
            page = window.pages[Step.REPORT]
            qtbot.waitUntil(done(Step.REPORT), timeout=PATIENCE)
            page.save_to(tmp_path / "bundle.zip")
            qtbot.waitUntil(done(Step.REPORT), timeout=PATIENCE)
            assert window.crashes == []
            assert Step.REPORT not in window.conductor.wizard.failures, window.footer.said.text()
            read = open_bundle(tmp_path / "bundle.zip")
            return read, {(one["what"], one["reason"]) for one in read.manifest["omissions"]}

        qtbot.waitUntil(done(Step.ACCOUNT), timeout=PATIENCE)
        return window, account, save

    return make


def torn(folder):
    (folder / "journal.jsonl").write_text('{"torn\n')


def unreadable(folder):
    (folder / "journal.jsonl").mkdir()


CONDITIONS = {
    "nothing was looked at": ({}, lambda _: None, (NOT_ASKED, "not_begun")),
    "no such profile": (
        {"profile": "nobody"},
        lambda _: None,
        ("who is calling", "bad_configuration"),
    ),
    "expired": ({"profile": "demo-expired"}, lambda _: None, (WHO, "no_credentials")),
    "denied": ({}, lambda account: account.deny("*"), ("iam:ListAccountAliases", "no_permission")),
    "no network": (
        {},
        lambda account: account.break_answer("*", "reset"),
        (WHO, "unreachable"),
    ),
    "a page to sign in to a network": (
        {},
        lambda account: account.break_answer("*", "xhtml"),
        (WHO, "failed"),
    ),
}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_before_any_inspection(opened, condition):
    options, before, wanted = CONDITIONS[condition]
    _, _, save = opened(before=before, **options)
    read, missing = save()
    assert wanted in missing
    assert {(NOT_ASKED, "not_begun")} <= missing
    assert read.inspection.snapshot.identity.profile == options.get("profile", "demo-admin")


@pytest.mark.parametrize(("spoil", "reason"), [(torn, "damaged"), (unreadable, "unreadable")])
def test_with_a_journal_that_is_of_no_use(opened, tmp_path, spoil, reason):
    spoil(tmp_path)
    _, _, save = opened()
    _, missing = save()
    assert (JOURNAL, reason) in missing


def test_while_an_inspection_runs_and_when_it_was_cancelled(opened, qtbot):
    window, account, save = opened()
    conductor = window.conductor
    region = account.world["regions"][account.world["main_region"]]
    node = min(region["instances"])
    account.break_answer("ec2:DescribeInstances", "hang", seconds=60)
    conductor.choose_nodes((node,))
    landed = []
    conductor.landed.connect(landed.append)
    conductor.inspect()
    qtbot.waitUntil(lambda: landed != [], timeout=PATIENCE)
    read, missing = save()
    assert "still under way" in window.pages[Step.REPORT].partly.text()
    assert (NOT_ASKED, "still_running") in missing
    told = {(one.check, one.subject, one.status) for one in read.inspection.findings}
    shown = {(one.check, one.subject, one.status) for one in landed[-1]}
    assert {status for *_, status in shown - told} <= {Status.SKIPPED, Status.UNKNOWN}
    assert conductor.jobs.interrupt(Step.INSPECT.name)
    qtbot.waitUntil(lambda: conductor.wizard.inspection is not None, timeout=PATIENCE)
    read, missing = save()
    assert (NOT_ASKED, "cancelled") in missing
    assert read.inspection.findings == conductor.wizard.inspection.findings
    assert not window.pages[Step.REPORT].partly.isVisibleTo(window)
