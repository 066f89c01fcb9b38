"""The plugin is run on a session, against a gateway that speaks the protocol of the data channel."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from support import fake_plugin
from support.gateway import TOKEN, Gateway, Mode, gateway
from support.listeners import Authority, Serve, answering, encrypted, listening

from ssmwizard.demo import open_account
from ssmwizard.model.computer import Start
from ssmwizard.model.probe import Ending, Handover, Limits, Stage, Talk
from ssmwizard.outside import plugin
from ssmwizard.outside.plugin import talk

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the fake plugin is a script")

WHOLE = [Stage.HANDED_OVER, Stage.SHOWN, Stage.ECHOED]
PATIENT = Limits(10, 20, 30, 3)
# What fails is waited for; a slow machine needs its time to start a program.
HASTY = Limits(0.5, 0.8, 1.1, 1.0)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The plugin: the real one where the tests are told of it."""
    real = os.environ.get("SSMWIZARD_TEST_PLUGIN")
    return real or fake_plugin.install(tmp_path_factory.mktemp("bin"))


def handover(program: str, end: Gateway, **more: str) -> Handover:
    made = Handover(
        plugin=program,
        session=end.session,
        response=end.response,
        region="eu-west-3",
        profile="",
        parameters=json.dumps({"Target": "i-0123456789abcdef0"}),
        endpoint="http://127.0.0.1:9",
        typed="echo ssmwizard-''4711",
        awaited="ssmwizard-4711",
    )
    return replace(made, **more)


def run(
    given: Handover,
    limits: Limits = PATIENT,
    cut_off: Callable[[], bool] = lambda: False,
    told: Callable[[Stage], None] = lambda _: None,
    stop: threading.Event | None = None,
) -> Talk:
    return talk(given, told, cut_off, stop or threading.Event(), limits)


def stages(found: Talk) -> Sequence[Stage]:
    return [stage for stage, _ in found.reached]


@pytest.mark.parametrize("mode", [Mode.GOOD, Mode.BANNER, Mode.LEGACY, Mode.REPEATED])
def test_a_session_that_works_is_taken_over_shows_something_and_answers(
    program: str, mode: Mode
) -> None:
    told: list[Stage] = []
    with gateway(mode) as end:
        found = run(handover(program, end), told=told.append)
    assert found.ending is Ending.ECHOED
    assert stages(found) == told == WHOLE
    seconds = [after for _, after in found.reached]
    assert seconds == sorted(seconds)
    assert end.tokens == [TOKEN]
    assert end.typed == ["echo ssmwizard-''4711", "exit"]
    assert found.said == ""
    assert (found.start, found.status) == (Start.RAN, 0)


def test_what_a_terminal_echoes_is_not_taken_for_the_answer(program: str) -> None:
    with gateway(Mode.DEAF) as end:
        found = run(handover(program, end), HASTY)
    assert found.ending is Ending.NO_ECHO
    assert stages(found) == [Stage.HANDED_OVER, Stage.SHOWN]
    assert "echo ssmwizard-''4711" in found.said
    assert set(end.typed) == {"echo ssmwizard-''4711"}


def test_a_shell_without_a_prompt_is_typed_to_all_the_same(program: str) -> None:
    with gateway(Mode.SLOW) as end:
        waiting = threading.Timer(0.6, end.go_on.set)
        waiting.daemon = True
        waiting.start()
        found = run(handover(program, end), replace(PATIENT, first=0.2))
    assert found.ending is Ending.ECHOED


CLOSED = {
    Mode.CLOSED: "RunAs user ec2-usr does not exist",
    Mode.KMS: "Error calling KMS GenerateDataKey API",
    Mode.HANGS_UP: "timed out",
}


@pytest.mark.parametrize("mode", list(CLOSED))
def test_a_session_that_is_closed_says_with_which_words(program: str, mode: Mode) -> None:
    if mode is Mode.HANGS_UP and "SSMWIZARD_TEST_PLUGIN" in os.environ:
        pytest.skip("the real one asks the service for another token")
    with gateway(mode) as end:
        found = run(handover(program, end))
    assert found.ending is Ending.CLOSED
    assert CLOSED[mode] in found.said
    assert stages(found) == [Stage.HANDED_OVER]
    assert found.status == 0


@pytest.mark.parametrize("mode", [Mode.HANG, Mode.FORBIDDEN])
def test_a_session_in_which_nothing_comes_is_given_up(program: str, mode: Mode) -> None:
    asked: list[bool] = []
    with gateway(mode) as end:
        found = run(handover(program, end), HASTY, lambda: bool(asked.append(True)))
    assert found.ending is Ending.SILENT
    assert asked == [True]
    assert (found.said, found.status) == ("", None)


def untrusted(folder: Path) -> Callable[[Serve], Serve]:
    return lambda serve: encrypted(Authority(folder, "Somebody").context(), serve)


def test_nobody_waits_for_a_host_that_is_seen_to_be_out_of_reach(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with gateway(Mode.GOOD, untrusted(tmp_path), scheme="wss") as end:
        found = run(handover(program, end), replace(HASTY, word=30), lambda: True)
    assert found.ending is Ending.CUT_OFF
    assert end.tokens == []
    refusing = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
    heard: list[bytes] = []
    with listening(answering(refusing, heard)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy}")
        url = "wss://ssmmessages.eu-west-3.amazonaws.com/v1/data-channel/x"
        response = json.dumps({"SessionId": "x", "TokenValue": TOKEN, "StreamUrl": url})
        given = replace(handover(program, end), response=response)
        found = run(given, replace(HASTY, word=30), lambda: bool(heard))
    assert found.ending is Ending.CUT_OFF


def test_a_certificate_of_ones_own_authority_is_good_for_the_plugin(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = Authority(tmp_path, "Ours")
    monkeypatch.setenv("SSL_CERT_FILE", authority.file)
    with gateway(Mode.GOOD, lambda serve: encrypted(authority.context(), serve), "wss") as end:
        assert run(handover(program, end)).ending is Ending.ECHOED


def test_the_operator_can_stop_it(program: str) -> None:
    stop = threading.Event()
    with gateway(Mode.HANG) as end:
        ending = threading.Thread(target=lambda: (end.connected.wait(20), stop.set()), daemon=True)
        ending.start()
        found = run(handover(program, end), stop=stop)
    assert found.ending is Ending.STOPPED


@pytest.fixture
def scripts(tmp_path: Path) -> Callable[[str], str]:
    """Programs that stand in the plugin's place."""
    places = iter(range(9))
    return lambda code: fake_plugin.install(tmp_path / str(next(places)), instead=code)


def test_the_token_stands_in_the_environment_and_never_on_the_command_line(
    scripts: Callable[[str], str],
) -> None:
    spy = "import os; print(sys.argv[1:], os.environ['AWS_SSM_START_SESSION_RESPONSE'] != '')"
    end = Gateway(Mode.GOOD)
    found = run(handover(scripts(spy), end, profile="work"))
    assert found.ending is Ending.CLOSED
    words = ["AWS_SSM_START_SESSION_RESPONSE", "eu-west-3", "StartSession", "work"]
    assert str(words)[1:-1] in found.said
    assert "True" in found.said
    assert TOKEN not in found.said


def test_what_is_kept_of_its_words_holds_no_secret(scripts: Callable[[str], str]) -> None:
    tells = "import os; print('oh:', os.environ['AWS_SSM_START_SESSION_RESPONSE'])"
    end = Gateway(Mode.GOOD)
    found = run(handover(scripts(tells), end))
    assert found.said.startswith("oh:")
    assert TOKEN not in repr(found)
    assert "data-channel" not in repr(found)
    assert TOKEN not in repr(handover("p", end))


def test_it_ends_with_all_that_it_started(scripts: Callable[[str], str], tmp_path: Path) -> None:
    note = tmp_path / "child"
    child = f"import os, time; open({str(note)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    code = (
        "import subprocess, time\n"
        f"subprocess.Popen([{sys.executable!r}, '-c', {child!r}])\n"
        "print('Starting session with SessionId: x', flush=True)\ntime.sleep(60)"
    )
    stop = threading.Event()

    def wait() -> None:
        while not (note.exists() and note.read_text()):
            time.sleep(0.02)
        stop.set()

    threading.Thread(target=wait, daemon=True).start()
    assert run(handover(scripts(code), Gateway(Mode.GOOD)), stop=stop).ending is Ending.STOPPED
    pid = int(note.read_text())
    deadline = time.monotonic() + 5
    while _runs(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _runs(pid)


def test_one_whose_child_holds_its_output_has_ended_all_the_same(
    scripts: Callable[[str], str],
) -> None:
    code = (
        "import subprocess\n"
        f"subprocess.Popen([{sys.executable!r}, '-c', 'import time; time.sleep(60)'])\n"
        "print('Cannot perform start session: something')"
    )
    found = run(handover(scripts(code), Gateway(Mode.GOOD)))
    assert found.ending is Ending.CLOSED
    assert found.said == "Cannot perform start session: something"


def test_one_that_cannot_be_started_says_why(tmp_path: Path) -> None:
    missing = run(handover(str(tmp_path / "nowhere"), Gateway(Mode.GOOD)))
    assert (missing.start, missing.ending) == (Start.NOT_FOUND, Ending.NOT_STARTED)
    locked = tmp_path / "locked"
    locked.write_text("")
    assert run(handover(str(locked), Gateway(Mode.GOOD))).start is Start.NOT_EXECUTABLE
    wrong = tmp_path / "wrong"
    wrong.write_text("nothing")
    wrong.chmod(0o755)
    assert run(handover(str(wrong), Gateway(Mode.GOOD))).start is Start.WRONG_FORMAT


def test_what_runs_a_command_by_itself_is_not_typed_to(
    scripts: Callable[[str], str],
) -> None:
    code = (
        "import select\nprint('Starting session with SessionId: x\\n\\nssmwizard-4711', flush=True)\n"
        "print(select.select([0], [], [], 0.3)[0])"
    )
    found = run(handover(scripts(code), Gateway(Mode.GOOD), typed=""))
    assert found.ending is Ending.ECHOED


def test_colours_and_titles_are_nothing_to_read() -> None:
    said = plugin.CONTROLS.sub("", "\x1b]0;root@web\x07\x1b[1;32m$\x1b[0m \x1b[?2004h")
    assert said == "$ "


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


def test_the_plugin_is_called_as_the_aws_cli_calls_it(
    aws_cli: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real AWS CLI, and this program, with a plugin that writes down how it was called."""
    account = open_account(pace=0)
    files = account.config_files(tmp_path / "aws")
    node = next(
        one["InstanceId"]
        for one in account.world["regions"]["eu-west-3"]["nodes"].values()
        if one["Name"] == "web-01"
    )
    note = tmp_path / "called"
    spy = (
        f"import json, os\nif sys.argv[1:] == ['--version']: print('{fake_plugin.VERSION}'); sys.exit()\n"
        f"told = json.loads(os.environ.get('{plugin.VARIABLE}', '{{}}'))\n"
        f"open({str(note)!r}, 'a').write(json.dumps([sys.argv[1:], sorted(told)]) + '\\n')"
    )
    path = fake_plugin.install(tmp_path / "bin", instead=spy)
    with account.serve() as served:
        told = {
            "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "AWS_CONFIG_FILE": str(files.config),
            "AWS_SHARED_CREDENTIALS_FILE": str(files.credentials),
            "AWS_ENDPOINT_URL": served.url,
            "AWS_EC2_METADATA_DISABLED": "true",
        }
        command = [aws_cli, "ssm", "start-session", "--target", node, "--profile", "demo-admin"]
        subprocess.run(command, env=told, check=True, capture_output=True, timeout=60)
        response = json.dumps({"SessionId": "s", "TokenValue": "t", "StreamUrl": "wss://h"})
        parameters = json.dumps({"Target": node})
        ours = Handover(
            path, "s", response, "eu-west-3", "demo-admin", parameters, served.url, "", "x"
        )
        run(ours)
    account.close()
    theirs, mine = map(json.loads, note.read_text().splitlines())
    assert mine == theirs
