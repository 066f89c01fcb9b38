"""Templates of messages: words with holes."""

import pytest

from ssmwizard.checks.template import LONGEST_NAME, WIDEST, Said

WIDE = "x" * WIDEST


def found(template, text):
    return [text[one.start : one.end] for one in Said(text).find(template)]


@pytest.mark.parametrize(
    ("template", "text", "expected"),
    [
        ("no such host", "dial: no such host.", ["no such host"]),
        ("no such host", "NO-such\n host", ["NO-such\n host"]),
        ("no such host", "no suchhost", ["no suchhost"]),
        ("no such host", "piano such hosts", []),
        ("no such host", "no such hosts", []),
        ("no such host", "no such host; no such host", ["no such host", "no such host"]),
        ("no such host", "no such 10.0.0.1 host", ["no such 10.0.0.1 host"]),
        ("no such host", "no such \x1b[1mhost\x1b[0m", ["no such \x1b[1mhost"]),
        ("no such host", '"no\\nsuch\\thost"', ["no\\nsuch\\thost"]),
        ("no such host", "no such other host", []),
        ("profile * not found", "The profile (a) not found", ["profile (a) not found"]),
        ("profile * not found", "profile not found", ["profile not found"]),
        ("profile * not found", f"profile {WIDE} not found", [f"profile {WIDE} not found"]),
        ("profile * not found", f"profile x{WIDE} not found", []),
        ("profile * found", "profile a foundling found", ["profile a foundling found"]),
        ("a profile * b * c", "a profile a profile x b y c", ["a profile a profile x b y c"]),
        ("Session # timed out", "Session: ann-0a timed out.", ["Session: ann-0a timed out"]),
        ("Session # timed out", "Session with me timed out", []),
        ("Session # timed out", "Session " + "x1" * LONGEST_NAME + " timed out", []),
        ("* not found #", "was not found", ["not found"]),
        ("CERTIFICATE_VERIFY_FAILED", "certificate verify failed", ["certificate verify failed"]),
        ("error code", "İ error code", ["error code"]),
    ],
)
def test_a_template_is_found_as_whole_words_of_any_shape(template, text, expected):
    assert found(template, text) == expected


def test_a_literal_is_looked_for_after_a_place_and_not_far():
    said = Said("one two one two " + "x" * 50 + " three")
    assert said.after("two", 5).start == 12
    assert said.after("three", 0, within=20) is None
    assert said.after("four", 0) is None


def test_weight_is_what_is_literal():
    (match,) = Said("profile anything not found").find("profile * not found")
    assert match.letters == len("profilenotfound")
