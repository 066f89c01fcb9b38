"""Shows an error that nobody foresaw, with all that is known about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ssmwizard.model.text import N_
from ssmwizard.ui.language import tr


def show_crash(parent: QWidget, said: str, told: str) -> QMessageBox:
    """Show the error; the window behind it stays usable."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("ssmwizard")
    box.setText(tr(N_("Something in ssmwizard went wrong.")))
    box.setInformativeText(
        tr(N_("{problem}\n\nYou can go on. The details below are in the log too."), problem=said)
    )
    box.setDetailedText(told)
    box.setModal(False)
    box.open()
    return box
