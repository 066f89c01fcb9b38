"""Pages of AWS's documentation by name, in the reader's language where AWS has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit, urlunsplit

from ssmwizard.model.rows import Row


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its English address, its title, and its address in French where there is one.

    ``mirrored``: the page is also on the documentation sites of partitions that have their own.
    """

    url: str
    title: str
    french: str | None
    mirrored: bool


@dataclass(frozen=True, slots=True)
class Documentation:
    """All pages by key, and the documentation sites of partitions that have their own.

    ``sites`` maps a partition to what stands in front of a page's path there.
    """

    as_of: date
    pages: Mapping[str, Page]
    sites: Mapping[str, str]

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Documentation:
        """Read the data file; ValueError names the page that is wrong."""
        whole = Row("documentation", data)
        pages, sites = whole.inner("pages"), whole.inner("sites")
        return cls(
            as_of=whole.day("as_of"),
            pages={key: _page(pages.inner(key)) for key in pages.values},
            sites={partition: sites.link(partition) for partition in sites.values},
        )

    def url(self, key: str, language: str = "en", partition: str = "aws") -> str:
        """Return the address of a page; KeyError says the key when there is no such page.

        The key may carry a place in the page (``ssm-agent-technical-details#imds``).
        English is what comes where a language or a partition has no page of its own.
        """
        name, mark, place = key.partition("#")
        page = self.pages[name]
        address = page.url
        if page.mirrored and partition in self.sites:
            address = self.sites[partition] + urlsplit(page.url).path
        elif page.french is not None and language.casefold()[:2] == "fr":
            address = page.french
        return address + mark + place

    def title(self, key: str) -> str:
        """Return the English title of a page; KeyError says the key when there is no such page."""
        return self.pages[key.partition("#")[0]].title


def _page(row: Row) -> Page:
    url = row.link("url")
    french = row.link("fr_url") if "fr_url" in row.values else None
    if french is None and row.flag("fr"):
        parts = urlsplit(url)
        french = urlunsplit(parts._replace(path=f"/fr_fr{parts.path}"))
    return Page(url=url, title=row.text("title"), french=french, mirrored=row.flag("mirrored"))
