"""PySide6 6.12.0 on Python before 3.12 loses one reference to True with every signal.

After some hundred signals the process aborts. See DECISIONS.md.
"""

import subprocess
import sys

MANY_SIGNALS = """
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    happened = Signal(bool)

sender = Sender()
count = 0

def seen(value):
    global count
    count += value

sender.happened.connect(seen)
for _ in range(20_000):
    sender.happened.emit(True)
print(count)
"""


def test_qt_survives_many_signals() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", MANY_SIGNALS], check=False, capture_output=True, text=True
    )
    assert (ended.returncode, ended.stdout.strip()) == (0, "20000"), ended.stderr
