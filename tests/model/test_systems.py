from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.version import Version

from ssmwizard import resources
from ssmwizard.model.systems import Range, Systems, at_least, numbers

SYSTEMS = resources.systems()
FILE = resources.load_json("data/operating_systems.json")
RHEL = "Red Hat Enterprise Linux"
SERVER = "Microsoft Windows Server"


@pytest.mark.parametrize(
    ("platform", "name", "version", "architecture", "title"),
    [
        ("Linux", "AlmaLinux", "8.3", "x86_64", "AlmaLinux 8.3"),
        ("Linux", "AlmaLinux", "8.10", "arm64", "AlmaLinux 8.10"),
        ("Linux", "AlmaLinux", "9.4", None, "AlmaLinux 9.4"),
        ("Linux", "Amazon Linux", "2", "arm64", "Amazon Linux 2"),
        ("Linux", "Amazon Linux", "2023", "x86_64", "Amazon Linux 2023"),
        ("Linux", "Bottlerocket", "1.43.0", "arm64", "Bottlerocket 1.43.0"),
        ("Linux", "CentOS Stream", "9", "x86_64", "CentOS Stream 9"),
        ("Linux", "Debian GNU/Linux", "11", "x86_64", "Debian 11 (Bullseye)"),
        ("Linux", "Debian GNU/Linux", "12", "arm64", "Debian 12 (Bookworm)"),
        ("Linux", "Debian", "12", "x86_64", "Debian 12 (Bookworm)"),
        ("Linux", "Amazon Linux", "2 (Karoo)", "x86_64", "Amazon Linux 2"),
        ("Linux", "Amazon Linux", "2023.6.20241010", "arm64", "Amazon Linux 2023"),
        ("Linux", "SLES", "16.0", "x86_64", "SUSE Linux Enterprise Server 16.0"),
        ("Linux", "Oracle Linux Server", "7.8", "x86_64", "Oracle Linux 7.8"),
        ("Linux", "Oracle Linux Server", "9.3", "x86_64", "Oracle Linux 9.3"),
        ("Linux", f"{RHEL} Server", "7.5", "x86_64", f"{RHEL} 7.5"),
        ("Linux", f"{RHEL} Server", "7.6", "arm64", f"{RHEL} 7.6"),
        ("Linux", RHEL, "8.10", "arm64", f"{RHEL} 8.10"),
        ("Linux", RHEL, "10.0", "arm64", f"{RHEL} 10.0"),
        ("Linux", "Rocky Linux", "10.1", "x86_64", "Rocky Linux 10.1"),
        ("Linux", "SLES", "15.5", "arm64", "SUSE Linux Enterprise Server 15.5"),
        ("Linux", "SLES_SAP", "15.3", "x86_64", "SUSE Linux Enterprise Server 15.3"),
        ("Linux", "Ubuntu", "18.04", "x86_64", "Ubuntu 18.04 LTS"),
        ("Linux", "Ubuntu", "24.04", "arm64", "Ubuntu 24.04 LTS"),
        ("Linux", "Ubuntu", "25.04", "arm64", "Ubuntu 25.04"),
        ("MacOS", "macOS", "14.6.1", "arm64_mac", "macOS 14.6.1 (Sonoma)"),
        ("MacOS", "macOS", "13.7", "x86_64_mac", "macOS 13.7 (Ventura)"),
        ("Windows", f"{SERVER} 2012 Standard", "6.2.9200", "x86_64", "Windows Server 2012"),
        ("Windows", f"{SERVER} 2012 R2 Standard", "6.3.9600", None, "Windows Server 2012 R2"),
        ("Windows", f"{SERVER} 2016 Datacenter", "10.0.14393", "x86_64", "Windows Server 2016"),
        ("Windows", f"{SERVER} 2019 Datacenter", "10.0.17763", "x86_64", "Windows Server 2019"),
        ("Windows", f"{SERVER} 2022 Datacenter", "10.0.20348", "x86_64", "Windows Server 2022"),
        ("Windows", f"{SERVER} 2025 Datacenter", "10.0.26100", "x86_64", "Windows Server 2025"),
        ("Windows", "Майкрософт Windows Server 2022", "10.0.20348", None, "Windows Server 2022"),
        ("Windows", "", "10.0.20348", "x86_64", "Windows Server 2022"),
    ],
)
def test_what_aws_lists_is_listed(platform, name, version, architecture, title):
    found = SYSTEMS.match(platform, name, version, architecture, hybrid=False)
    assert (found.standing, found.reason, found.title) == ("listed", "listed", title)
    assert found.source.startswith("https://")


@pytest.mark.parametrize(
    ("reported", "title", "reason"),
    [
        (("Linux", "Ubuntu", "16.04", None), "Ubuntu 16.04 LTS", "no-longer-listed"),
        (("Linux", "Ubuntu", "20.10", None), "Ubuntu 20.10", "no-longer-listed"),
        (("Linux", "Ubuntu", "26.04", None), "Ubuntu 26.04", "newer-than-listed"),
        (("Linux", "Debian GNU/Linux", "10", None), "Debian 10 (Buster)", "no-longer-listed"),
        (("Linux", "Debian GNU/Linux", "13", None), "Debian GNU/Linux 13", "newer-than-listed"),
        (("Linux", "Ubuntu", "23.10", None), "Ubuntu 23.10", "not-listed"),
        (("Linux", "CentOS Linux", "7.9.2009", None), "CentOS 7", "no-longer-listed"),
        (("Linux", "CentOS", "6.10", None), "CentOS 6", "no-longer-listed"),
        (("Linux", "CentOS Stream", "8", None), "CentOS Stream 8", "no-longer-listed"),
        (("Linux", "CentOS Stream", "10", None), "CentOS Stream 10", "newer-than-listed"),
        (
            ("Linux", "Amazon Linux AMI", "2018.03", None),
            "Amazon Linux 1 (2018.03)",
            "no-longer-listed",
        ),
        (("Linux", RHEL, "6.10", None), f"{RHEL} 6", "no-longer-listed"),
        (("Linux", RHEL, "11.0", None), f"{RHEL} 11.0", "newer-than-listed"),
        (("Linux", "SLES", "12.5", None), "SUSE Linux Enterprise Server 12", "no-longer-listed"),
        (("Linux", "SLES", "15.2", None), "SLES 15.2", "not-listed"),
        (("Linux", "AlmaLinux", "8.2", None), "AlmaLinux 8.2", "not-listed"),
        (("Linux", "AlmaLinux", "10.0", None), "AlmaLinux 10.0", "newer-than-listed"),
        (("Linux", "Oracle Linux Server", "7.9", None), "Oracle Linux Server 7.9", "not-listed"),
        (
            ("Linux", "Oracle Linux Server", "9.3", "arm64"),
            "Oracle Linux 9.3",
            "architecture-not-listed",
        ),
        (("Linux", f"{RHEL} Server", "7.5", "arm64"), f"{RHEL} 7.5", "architecture-not-listed"),
        (("Linux", "Ubuntu", "22.04", "i386"), "Ubuntu 22.04 LTS", "architecture-not-listed"),
        (("Linux", "Fedora Linux", "41", None), "Fedora Linux 41", "not-listed"),
        (("Linux", "Raspbian GNU/Linux", "11", None), "Raspbian 11", "no-longer-listed"),
        (("MacOS", "macOS", "12.7.6", None), "macOS 12.7.6 (Monterey)", "no-longer-listed"),
        (("MacOS", "Mac OS X", "10.15.7", None), "macOS 10.15.7 (Catalina)", "no-longer-listed"),
        (("MacOS", "macOS", "26.0", None), "macOS 26.0", "newer-than-listed"),
        (
            ("Windows", f"{SERVER} 2022", "10.0.20348", "i386"),
            "Windows Server 2022",
            "architecture-not-listed",
        ),
        (
            ("Windows", "Windows Server", "10.0.19042", None),
            "Windows Server, version 20H2",
            "no-longer-listed",
        ),
        (
            ("Windows", f"{SERVER} 2028", "10.0.30000", None),
            f"{SERVER} 2028 10.0.30000",
            "newer-than-listed",
        ),
        (
            ("Windows", "Microsoft Windows 11 Pro", "10.0.26100", None),
            "Microsoft Windows 11 Pro",
            "windows-client",
        ),
        (
            ("Windows", "Microsoft Windows 10 Professionnel", "10.0.19045", None),
            "Microsoft Windows 10 Professionnel 10.0.19045",
            "windows-client",
        ),
        (("FreeBSD", "FreeBSD", "14.1", None), "FreeBSD 14.1", "not-listed"),
    ],
)
def test_what_aws_does_not_list_says_why(reported, title, reason):
    found = SYSTEMS.match(*reported, hybrid=False)
    assert (found.standing, found.reason, found.title) == ("unlisted", reason, title)


@pytest.mark.parametrize(
    ("reported", "title", "reason"),
    [
        (
            ("Windows", f"{SERVER} 2008 R2 Datacenter", "6.1.7601", False),
            "Windows Server 2008 R2",
            "too-old",
        ),
        (
            ("Windows", f"{SERVER} 2008 Standard", "6.0.6003", True),
            "Windows Server 2008",
            "too-old",
        ),
        (("Windows", "Windows Server 2003", "5.2.3790", False), "Windows Server 2003", "too-old"),
        (("Windows", "Microsoft Windows 2000", "5.0.2195", False), "Windows 5.0.2195", "too-old"),
        (
            ("Windows", "Microsoft Windows 7 Professional", "6.1.7601", True),
            "Microsoft Windows 7 Professional",
            "too-old",
        ),
        (
            ("Windows", "Windows Server 2016 Nano Server", "10.0.14393", False),
            "Windows Server 2016 Nano Server",
            "nano-server",
        ),
        (("MacOS", "macOS", "14.6.1", True), "macOS 14.6.1", "ec2-only"),
        (("MacOS", "macOS", "26.0", True), "macOS 26.0", "ec2-only"),
    ],
)
def test_what_session_manager_does_not_support_is_refused(reported, title, reason):
    platform, name, version, hybrid = reported
    found = SYSTEMS.match(platform, name, version, None, hybrid=hybrid)
    assert (found.standing, found.reason, found.title) == ("refused", reason, title)


@pytest.mark.parametrize(
    ("platform", "name", "version"),
    [
        ("", "", ""),
        ("", "Ubuntu", "22.04"),
        ("Linux", "", "22.04"),
        ("Linux", "Ubuntu", ""),
        ("Linux", "Not available", "Not available"),
        ("Windows", f"{SERVER} 2022", ""),
    ],
)
def test_a_node_that_does_not_say_is_unknown(platform, name, version):
    found = SYSTEMS.match(platform, name, version, "x86_64", hybrid=False)
    assert (found.standing, found.reason) == ("unknown", "not-reported")


def test_hybrid_matters_for_macos_alone():
    for row in SYSTEMS.rows:
        if row.platform == "macos":
            continue
        for name in row.names or {""}:
            version = ".".join(map(str, row.ranges[0].first))
            ec2, hybrid = (
                SYSTEMS.match(row.platform, name, version, None, h) for h in (False, True)
            )
            assert ec2 == hybrid


def test_the_oldest_windows_that_is_listed_is_the_documented_minimum():
    minimum = numbers(resources.requirements().text("windows.minimum"))
    for row in SYSTEMS.rows:
        if row.platform == "windows":
            first = row.ranges[0].first
            assert (row.standing != "refused") is at_least(first, minimum)


@pytest.mark.parametrize("row", SYSTEMS.rows, ids=lambda row: row.title)
def test_every_row_is_sound(row):
    assert row.source.startswith("https://")
    assert row.ranges
    assert (row.standing == "listed") is bool(row.architectures)
    assert row.platform in {"linux", "macos", "windows"}
    for part in row.ranges:
        assert part.holds(part.first)


def test_no_version_is_in_two_rows():
    for row in SYSTEMS.rows:
        for part in row.ranges:
            for name in row.names or {""}:
                holders = [r for r in SYSTEMS.rows if r.holds(row.platform, name, part.first)]
                assert holders == [row]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"standing": "supported"}, "standing"),
        ({"standing": "unknown"}, "standing"),
        ({"ranges": [{"from": "9", "to": "8"}]}, "range"),
        ({"ranges": [{"from": "new", "to": None}]}, "range"),
        ({"ranges": []}, "range"),
        ({"names": "AlmaLinux"}, "names"),
        ({"source": "ftp://example.com/"}, "source"),
    ],
)
def test_a_bad_row_is_named(change, said):
    data = copy.deepcopy(FILE)
    data["systems"][3] |= change | {"title": "Bad system"}
    with pytest.raises(ValueError, match=f"Bad system: .*{said}"):
        Systems.parse(data)


@pytest.mark.parametrize(
    ("first", "last", "inside", "outside"),
    [
        ("8.3", "8.10", ["8.3", "8.9", "8.10", "8.10.2"], ["8", "8.2", "8.11", "9"]),
        ("7.6", "8", ["7.6", "7.10", "8", "8.99"], ["7.5.9", "9", "10"]),
        ("1.0.0", None, ["1", "1.0", "1.43.0", "20"], ["0.9.9"]),
        ("2", "2", ["2", "2.0.1"], ["1", "3", "2023"]),
        ("10.0.20348", "10.0.20348", ["10.0.20348.2"], ["10.0.20349", "10.0"]),
    ],
)
def test_a_range_ends_with_the_last_version_that_begins_so(first, last, inside, outside):
    part = Range(numbers(first), None if last is None else numbers(last))
    assert [part.holds(numbers(version)) for version in inside] == [True] * len(inside)
    assert [part.holds(numbers(version)) for version in outside] == [False] * len(outside)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("9.4", (9, 4)),
        (" 12 (bookworm)\n", (12,)),
        ("2018.03", (2018, 3)),
        ("10.0.20348", (10, 0, 20348)),
        ("", ()),
        ("Not available", ()),
        ("v1", ()),
        ("٣.٤", ()),
    ],
)
def test_numbers_are_read_from_the_start(written, read):
    assert numbers(written) == read


versions = st.lists(st.integers(0, 30000), min_size=1, max_size=4).map(tuple)


@given(versions, versions)
def test_versions_compare_as_packaging_compares_them(left, right):
    dotted = [Version(".".join(map(str, version))) for version in (left, right)]
    assert at_least(left, right) is (dotted[0] >= dotted[1])


@given(versions, versions, versions)
def test_a_range_is_without_holes(first, middle, last):
    low, mid, high = sorted((first, middle, last), key=lambda v: Version(".".join(map(str, v))))
    part = Range(low, high)
    assert part.holds(low)
    assert part.holds(mid)
    assert part.holds(high)


@given(
    st.sampled_from(["Linux", "MacOS", "Windows", "", "Solaris"]),
    st.sampled_from(["Ubuntu", "SLES", "macOS", "Microsoft Windows 11", ""]) | st.text(max_size=20),
    versions.map(lambda v: ".".join(map(str, v))) | st.text(max_size=12),
    st.sampled_from([None, "x86_64", "arm64", "i386", "arm64_mac"]),
    st.booleans(),
)
def test_any_report_gets_an_answer(platform, name, version, architecture, hybrid):
    found = SYSTEMS.match(platform, name, version, architecture, hybrid)
    assert (found.standing == "listed") is (found.reason == "listed")
    assert (found.standing == "unknown") is (found.reason == "not-reported")
    assert found.standing == "unknown" or found.title
