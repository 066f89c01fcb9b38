"""The report of an inspection: for programs, for a terminal, as a page, and as a few lines."""

from __future__ import annotations

from ssmwizard.app.answer import as_json
from ssmwizard.app.report_html import as_html
from ssmwizard.app.report_summary import summary
from ssmwizard.app.report_text import as_text

__all__ = ["as_html", "as_json", "as_text", "summary"]
