"""An inspection as others read it: JSON, text, HTML, and a summary for a ticket."""

from __future__ import annotations

from ssmwizard.app.report_html import as_html
from ssmwizard.app.report_json import as_json
from ssmwizard.app.report_json import pieces as json_pieces
from ssmwizard.app.report_summary import summary
from ssmwizard.app.report_text import as_text

__all__ = ["as_html", "as_json", "as_text", "json_pieces", "summary"]
