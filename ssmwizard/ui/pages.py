"""The pages, in the order of the steps."""

from __future__ import annotations

from ssmwizard.ui.account_page import AccountPage
from ssmwizard.ui.computer_page import ComputerPage
from ssmwizard.ui.inspect_page import InspectPage
from ssmwizard.ui.nodes_page import NodesPage
from ssmwizard.ui.repair_page import RepairPage
from ssmwizard.ui.report_page import ReportPage

PAGES = (AccountPage, ComputerPage, NodesPage, InspectPage, RepairPage, ReportPage)
