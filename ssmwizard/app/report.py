"""An inspection as others read it: for people, for programs, and for a ticket."""

from __future__ import annotations

from ssmwizard.app.report_html import as_html
from ssmwizard.app.report_json import as_json
from ssmwizard.app.report_json import pieces as json_pieces
from ssmwizard.app.report_junit import as_junit
from ssmwizard.app.report_markdown import as_markdown
from ssmwizard.app.report_sarif import as_sarif
from ssmwizard.app.report_summary import summary
from ssmwizard.app.report_text import as_text

__all__ = [
    "as_html",
    "as_json",
    "as_junit",
    "as_markdown",
    "as_sarif",
    "as_text",
    "json_pieces",
    "summary",
]
