from __future__ import annotations

import pytest

from ssmwizard import resources
from ssmwizard.model.documentation import Documentation

DOCUMENTATION = resources.documentation()
GUIDE = "https://docs.aws.amazon.com/systems-manager/latest/userguide"
FRENCH = "https://docs.aws.amazon.com/fr_fr/systems-manager/latest/userguide"
CHINA = "https://docs.amazonaws.cn/en_us/systems-manager/latest/userguide"
WITHDRAWN = {
    "fleet-manager-configure-instance-tiers",
    "systems-manager-managed-instances-tiers",
    "systems-manager-managed-instances-advanced-reverting",
}
PAGE = {"url": f"{GUIDE}/ssm-agent.html", "title": "SSM Agent", "fr": True, "mirrored": True}


@pytest.mark.parametrize(
    ("key", "language", "partition", "url"),
    [
        ("ssm-agent", "en", "aws", f"{GUIDE}/ssm-agent.html"),
        ("ssm-agent", "fr", "aws", f"{FRENCH}/ssm-agent.html"),
        ("ssm-agent", "fr_FR", "aws-us-gov", f"{FRENCH}/ssm-agent.html"),
        ("ssm-agent", "de", "aws", f"{GUIDE}/ssm-agent.html"),
        ("ssm-agent", "fr", "aws-cn", f"{CHINA}/ssm-agent.html"),
        (
            "ssm-agent-technical-details#imds",
            "fr",
            "aws",
            f"{FRENCH}/ssm-agent-technical-details.html#imds",
        ),
        (
            "API_StartSession",
            "fr",
            "aws",
            "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_StartSession.html",
        ),
        (
            "systems-manager-pricing",
            "fr",
            "aws",
            "https://aws.amazon.com/fr/systems-manager/pricing/",
        ),
        (
            "systems-manager-pricing",
            "fr",
            "aws-cn",
            "https://aws.amazon.com/fr/systems-manager/pricing/",
        ),
        (
            "systems-manager-just-in-time-node-access",
            "en",
            "aws-cn",
            f"{GUIDE}/systems-manager-just-in-time-node-access.html",
        ),
    ],
)
def test_a_page_comes_in_the_readers_language_where_aws_has_it(key, language, partition, url):
    assert DOCUMENTATION.url(key, language, partition) == url


def test_english_is_what_comes_when_nothing_is_asked_for():
    assert DOCUMENTATION.url("ssm-agent") == f"{GUIDE}/ssm-agent.html"
    assert DOCUMENTATION.title("ssm-agent#top") == "Working with SSM Agent"


def test_an_unknown_page_is_named():
    with pytest.raises(KeyError, match="no-such-page"):
        DOCUMENTATION.url("no-such-page")


@pytest.mark.parametrize("key", sorted(DOCUMENTATION.pages))
def test_every_page_is_https_and_named_after_its_address(key):
    page = DOCUMENTATION.pages[key]
    for address in (page.url, page.french or page.url):
        assert address.startswith("https://")
        assert not any(withdrawn in address for withdrawn in WITHDRAWN)
    if page.mirrored:
        assert page.url == f"{GUIDE}/{key}.html"


def test_each_page_is_there_once():
    addresses = [page.url for page in DOCUMENTATION.pages.values()]
    assert len(addresses) == len(set(addresses))


def test_the_sites_are_those_of_the_partitions():
    hosts = {row.name: row.documentation_host for row in resources.partitions().rows}
    for partition, host in hosts.items():
        assert DOCUMENTATION.url("ssm-agent", "en", partition).startswith(f"https://{host}/")


@pytest.mark.parametrize(
    "file", ["requirements", "operating_systems", "partitions", "documentation"]
)
def test_all_data_is_of_the_same_day(file):
    assert resources.load_json(f"data/{file}.json")["as_of"] == DOCUMENTATION.as_of.isoformat()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"url": "http://docs.aws.amazon.com/"}, "url"),
        ({"fr": "yes"}, "fr"),
        ({"fr_url": "ftp://example.com"}, "fr_url"),
        ({"mirrored": None}, "mirrored"),
        ({"title": None}, "title"),
    ],
)
def test_a_bad_page_is_named(change, said):
    data = {"as_of": "2026-11-24", "sites": {}, "pages": {"ssm-agent": PAGE | change}}
    with pytest.raises(ValueError, match=f"ssm-agent: {said}"):
        Documentation.parse(data)


@pytest.mark.parametrize("pages", [[], {"ssm-agent": "https://docs.aws.amazon.com/"}])
def test_pages_of_another_shape_are_refused(pages):
    with pytest.raises(ValueError, match="is not an object"):
        Documentation.parse({"as_of": "2026-11-24", "sites": {}, "pages": pages})
