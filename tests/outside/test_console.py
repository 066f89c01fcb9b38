import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssmwizard.outside.console import CALL, LONGEST_LINE, MOST_LINES, kept, telling

OUTPUT = (
    "[    0.000000] Linux version 6.1.0\r\n"
    "cloud-init: export DB_PASSWORD=correct-horse\r\n"
    "<Password>not-for-us</Password>\r\n"
    "\x1b[32mAmazon SSM Agent v3.3.4793.0 is running\x1b[0m\r\n"
    "Entering SSM Agent hibernate - RequestError\r\n"
    "kernel: write failed: No space left on device\r\n"
    "login: "
)


def test_only_what_tells_of_the_agent_is_kept() -> None:
    assert telling(OUTPUT) == (
        "Amazon SSM Agent v3.3.4793.0 is running",
        "Entering SSM Agent hibernate - RequestError",
        "kernel: write failed: No space left on device",
    )


@pytest.mark.parametrize("output", ["", "login: ", "\x00\x00", "ssmagent"])
def test_a_console_that_tells_nothing_keeps_nothing(output: str) -> None:
    assert telling(output) == ()


def test_secrets_in_a_telling_line_are_taken_out() -> None:
    (line,) = telling("amazon-ssm-agent -register -code Fjz3sZfSvv78 -id 1a2b")
    assert "Fjz3" not in line


def test_few_lines_are_kept_and_short_ones() -> None:
    many = "\n".join(f"SSM Agent {number} {'x' * 5000}" for number in range(1000))
    lines = telling(many)
    assert len(lines) == MOST_LINES
    assert lines[-1].startswith("SSM Agent 999")
    assert all(len(line) <= LONGEST_LINE for line in lines)


def test_of_other_calls_all_is_kept() -> None:
    answer = {"InstanceId": "i-1", "Output": OUTPUT}
    assert kept("ec2:DescribeInstances", answer) is answer
    assert kept(CALL, None) is None
    told = kept(CALL, answer)
    assert told is not None
    assert "correct-horse" not in str(told)
    assert "hibernate" in str(told)
    assert kept(CALL, {"InstanceId": "i-1"}) == {"InstanceId": "i-1", "Output": ""}


@given(st.text(max_size=300))
def test_what_was_kept_once_is_kept_again(output: str) -> None:
    lines = telling(output)
    assert telling("\n".join(lines)) == lines
