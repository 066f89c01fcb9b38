"""An inspection as others read it: for people, for programs, and for a ticket."""

from __future__ import annotations

from ssmwizard.app.report_html import as_html
from ssmwizard.app.report_json import as_json
from ssmwizard.app.report_json import pieces as json_pieces
from ssmwizard.app.report_junit import junit_pieces
from ssmwizard.app.report_markdown import as_markdown
from ssmwizard.app.report_sarif import sarif_pieces
from ssmwizard.app.report_summary import summary
from ssmwizard.app.report_text import as_text

__all__ = [
    "as_html",
    "as_json",
    "as_markdown",
    "as_text",
    "json_pieces",
    "junit_pieces",
    "sarif_pieces",
    "summary",
]
