"""How far it is on many nodes: a bar, the counts, and where it did not work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget

from ssmwizard.app.following import Course
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.flow import Flow
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import Card, row

if TYPE_CHECKING:
    from ssmwizard.app.follow import Followed
    from ssmwizard.app.following import Watched


class FleetCard(Card):
    """Shows what is known of the nodes, and follows it without being made anew."""

    def __init__(self) -> None:
        super().__init__(margin=16)
        self.bar = _bar()
        self.counts = label("", select=True)
        self.counts.setObjectName("counts")
        self.trouble = label("", "text-bad", select=True)
        self.trouble.setObjectName("trouble")
        for widget in (self.bar, self.counts, self.trouble):
            self.body.addWidget(widget)

    def show_watched(self, watched: Watched) -> None:
        """Show how far it is."""
        _fill(self.bar, watched)
        self.counts.setText(say(watched.says))
        trouble = watched.trouble
        self.trouble.setText(say(trouble) if trouble is not None else "")
        self.trouble.setVisible(trouble is not None)


def followed_view(
    followed: Followed | None,
    *,
    following: bool,
    follow: Callable[[], object],
    leave: Callable[[], object],
    halt: Callable[[], object],
) -> list[QWidget]:
    """Show what AWS carries on of an entry of the journal, and what can be done about it."""
    card = Card(label(tr(N_("On the nodes")), bold=True), margin=16)
    if followed is not None:
        failed = followed.watched is None or followed.watched.trouble is not None
        good = followed.end == "done" and not failed
        picture = IconLabel("passed" if good else "unknown", "ok" if good else "unsure", 22)
        across = row(picture, label(say(followed.says), select=True), gap=12)
        across.setStretch(1, 1)
        card.body.addLayout(across)
    if followed is not None and followed.watched is not None:
        bar = _bar()
        _fill(bar, followed.watched)
        card.body.addWidget(bar)
    buttons: list[QWidget] = []
    if following:
        card.body.addWidget(label(tr(N_("Looking …")), "muted"))
        buttons.append(
            Button(tr(N_("&Look no longer")), leave, icon="cancel", name="leave-following")
        )
    else:
        said = tr(N_("Look how it &goes"))
        buttons.append(Button(said, follow, icon="refresh", name="follow"))
    if followed is not None and followed.can_stop:
        buttons.append(halt_button(halt))
    card.body.addWidget(Flow(*buttons))
    return [card]


def halt_button(halt: Callable[[], object]) -> Button:
    """Make the button that has AWS stop what runs."""
    button = Button(tr(N_("Sto&p it on the nodes")), halt, icon="cancel", name="halt")
    button.setToolTip(
        tr(N_("Nodes that have not begun are not reached; what runs is asked to end."))
    )
    return button


def _bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setAccessibleName(tr(N_("Nodes on which it has ended")))
    return bar


def _fill(bar: QProgressBar, watched: Watched) -> None:
    bar.setRange(0, watched.total)
    bar.setValue(watched.total - watched.count(Course.WAITING, Course.RUNNING))
