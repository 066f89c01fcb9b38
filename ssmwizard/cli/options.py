"""The commands and their options."""

from __future__ import annotations

import math
from argparse import (
    SUPPRESS,
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from ssmwizard import __version__
from ssmwizard.model.features import FEATURES

STATUSES = """\
exit status: 0 every node is ready or degraded, 1 a node is blocked, 2 wrong usage,
3 could not be determined, 4 internal error, 130 interrupted"""


def parse(argv: Sequence[str]) -> Namespace:
    """Return the options; exits with status 2 when they are wrong, as argparse does."""
    return _parser().parse_args(argv)


def _parser() -> ArgumentParser:
    everywhere = ArgumentParser(add_help=False)
    everywhere.add_argument(
        "--demo", metavar="SCENARIO", default=SUPPRESS, help="work on the built-in demo account"
    )
    everywhere.add_argument(
        "--read-only", action="store_true", default=SUPPRESS, help="let no change be made at all"
    )
    everywhere.add_argument(
        "--calls", action="store_true", default=SUPPRESS, help="note every call as it is made"
    )
    parser = ArgumentParser(
        prog="ssmwizard",
        description="Finds out why a machine cannot be reached through AWS Session Manager, and heals it."
        " Without a command, the window opens.",
        epilog=STATUSES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"ssmwizard {__version__}")
    parser.add_argument("--demo", metavar="SCENARIO", help="work on the built-in demo account")
    _account(parser)
    parser.add_argument("--node", dest="nodes", action="append", default=[], metavar="ID")
    parser.add_argument("--read-only", action="store_true", help="let no change be made at all")
    parser.add_argument("--calls", action="store_true", help="note every call as it is made")
    _lang(parser, "language of the window, and of the report in a bundle")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    def command(name: str, says: str) -> ArgumentParser:
        made = commands.add_parser(name, parents=[everywhere], help=says, description=says)
        made.set_defaults(run=_Late(f"ssmwizard.cli.{name}"))
        return made

    _check(command("check", "inspect nodes without a window"))
    _format(command("checks", "list every check"))
    _explain(command("explain", "say what a check or an error message means"))
    _format(command("fixes", "list every fix"))
    _fix(command("fix", "show the plan of a fix, or apply it"))
    _journal(command("journal", "list what was changed, or tell what became of one change"))
    _undo(command("undo", "show how a change is taken back, or do it"))
    _undo(command("finish", "show what is left of a change that was cut short, or make it"))
    _verify(command("verify", "look again whether a change did what it was for"))
    _watch(command("watch", "watch a change that AWS carries to many nodes, or stop it"))
    _probe(command("probe", "open and end one real session on a node (logged, may be billed)"))
    _bundle(command("bundle", "write the support bundle"))
    _open(command("open", "read a support bundle again, offline"))
    _diff(command("diff", "hold two support bundles against each other, offline"))
    _policy(command("policy", "say what the administrator of this computer allows"))
    _script(command("script", "show the script that asks a node what only it knows"))
    return parser


class _Late:
    """A command whose module is loaded when it is run."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __call__(self, *arguments: Any) -> Any:
        return import_module(self._module).run(*arguments)


def _account(parser: ArgumentParser, default: Any = None) -> None:
    parser.add_argument("--profile", default=default, help="profile of the AWS configuration")
    parser.add_argument("--region", default=default, help="AWS Region")


def _lang(parser: ArgumentParser, says: str, default: Any = None) -> None:
    parser.add_argument("--lang", choices=["en", "fr"], default=default, help=says)


def _nodes(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--node", dest="nodes", action="append", default=SUPPRESS, metavar="ID", help="repeatable"
    )
    parser.add_argument("--all", action="store_true", help="every node of the Region")


def _looking(parser: ArgumentParser) -> None:
    _account(parser, SUPPRESS)
    _nodes(parser)
    parser.add_argument(
        "--feature",
        dest="features",
        action="append",
        choices=[feature.id for feature in FEATURES],
        help="what sessions are wanted for; repeatable (default: shell)",
    )
    parser.add_argument("--no-local", action="store_true", help="leave this computer out")
    parser.add_argument("--timeout", type=_seconds, metavar="SECONDS", help="stop looking then")
    parser.add_argument(
        "--elsewhere",
        action="store_true",
        help="look for nodes that are not here in the account's other Regions",
    )
    _asking(parser)
    parser.add_argument(
        "--console",
        action="store_true",
        help="read the console output of instances that do not report; it may hold secrets, of which"
        " none is kept",
    )
    parser.add_argument(
        "--diagnostics",
        action="append",
        default=[],
        metavar="NODE=FILE",
        help="what the script, or `ssm-cli get-diagnostics`, printed on a node; - reads standard input;"
        " repeatable",
    )
    parser.add_argument(
        "--probe",
        action="store_true",
        help="open and end a real session on each connected node (logged, may be billed)",
    )


def _check(parser: ArgumentParser) -> None:
    _looking(parser)
    _format(parser, "markdown", "junit", "sarif")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the answer there")
    parser.add_argument(
        "--strict", action="store_true", help="a degraded node or a warning counts as blocked"
    )


def _probe(parser: ArgumentParser) -> None:
    parser.add_argument("node", metavar="NODE", help="the id of a node")
    _account(parser, SUPPRESS)
    _format(parser)


def _bundle(parser: ArgumentParser) -> None:
    _looking(parser)
    parser.add_argument("--output", type=Path, metavar="FILE", required=True)
    parser.add_argument(
        "--for",
        dest="audience",
        choices=["internal", "support", "public"],
        default="support",
        help="who will read it; secrets are never in it. internal: everything else, with what nodes"
        " wrote themselves; support: the same without nodes' own words; public: without them, and"
        " accounts, ids, names and addresses are replaced (default: support)",
    )
    parser.add_argument(
        "--console-output",
        action="store_true",
        help="read the console output of every inspected EC2 instance (one call each, two for older"
        " types) and put it in; it may tell anything that ran at start",
    )
    parser.add_argument(
        "--with",
        dest="also",
        action="append",
        default=[],
        metavar="PART",
        help="put this in although it is usually not: nodes, diagnosis.txt, or one file of a node;"
        " repeatable",
    )
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="PART",
        help="leave this out: a file, or a group (findings, evidence, computer, nodes, journal);"
        " repeatable",
    )
    parser.add_argument(
        "--without-keyring",
        action="store_true",
        help="for the public: write what the stand-ins stand for beside the bundle without encryption,"
        " instead of encrypted with a key in the keyring",
    )
    _lang(parser, "language of report.html in it (default: en)", SUPPRESS)


def _open(parser: ArgumentParser) -> None:
    parser.add_argument("bundle", type=Path, metavar="BUNDLE")
    parser.add_argument(
        "--format", choices=["text", "json"], help="answer here instead of in the window"
    )
    parser.add_argument(
        "--translate",
        metavar="TEXT",
        help="print this text with the real names for the stand-ins of a bundle for the public, which"
        " is possible where it was made; - reads it from standard input",
    )
    parser.add_argument(
        "--forget",
        action="store_true",
        help="delete what the stand-ins of the bundle stand for, and its key in the keyring; asks first",
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")


def _diff(parser: ArgumentParser) -> None:
    parser.add_argument("first", type=Path, metavar="A")
    parser.add_argument("second", type=Path, metavar="B")
    parser.add_argument(
        "--node",
        dest="nodes",
        action="append",
        default=SUPPRESS,
        metavar="ID",
        help="compare this node; given twice: this node of A with that one of B (default: all that"
        " both have)",
    )
    _format(parser)


def _explain(parser: ArgumentParser) -> None:
    parser.add_argument(
        "text",
        metavar="ID_OR_TEXT",
        nargs="+",
        help="a check, or an error message as it was printed; - reads it from standard input",
    )
    _format(parser)


def _script(parser: ArgumentParser) -> None:
    parser.add_argument("system", choices=["linux", "macos", "windows"])


def _fix(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="a fix, as `ssmwizard fixes` lists them")
    _account(parser, SUPPRESS)
    _nodes(parser)
    _asking(parser)
    parser.add_argument(
        "--device-code",
        action="store_true",
        help="identity.sign-in: with a code on another device, not with the browser of this computer",
    )
    _applying(parser)
    parser.add_argument(
        "--as",
        dest="way",
        choices=["bash", "powershell", "cloudformation", "terraform", "handover"],
        help="give the plan away instead: as a script, a template, or a packet for whoever has the rights",
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help="write it there; a packet whose name ends in .zip holds all forms as files",
    )
    parser.add_argument(
        "--check-again",
        action="store_true",
        help="say whether it works by now, when somebody else was asked to do it",
    )


def _asking(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--ask-nodes",
        action="store_true",
        help="run a script that only reads on nodes that are online, by Run Command"
        " (`script` shows it; logged, may be billed on hybrid nodes)",
    )


def _journal(parser: ArgumentParser) -> None:
    parser.add_argument(
        "entry",
        metavar="ENTRY",
        nargs="?",
        help="tell of this entry; of one that was cut short,"
        " find out from the account what is true, by reading alone",
    )
    _format(parser)


def _policy(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="FILE",
        help="a policy to try, instead of the one in force",
    )
    _format(parser)


def _verify(parser: ArgumentParser) -> None:
    parser.add_argument("entry", metavar="ENTRY", help="an entry of `ssmwizard journal`")
    _format(parser)


def _undo(parser: ArgumentParser) -> None:
    parser.add_argument("entry", metavar="ENTRY", help="an entry of `ssmwizard journal`")
    _applying(parser)


def _watch(parser: ArgumentParser) -> None:
    parser.add_argument("entry", metavar="ENTRY", help="an entry of `ssmwizard journal`")
    parser.add_argument("--once", action="store_true", help="look once instead of until the end")
    parser.add_argument("--stop", action="store_true", help="have AWS stop it; asks first")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    _format(parser)


def _applying(parser: ArgumentParser) -> None:
    parser.add_argument("--apply", action="store_true", help="do it; asks first")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    _format(parser)


def _format(parser: ArgumentParser, *more: str) -> None:
    parser.add_argument("--format", choices=["text", "json", *more], default="text")


def _seconds(written: str) -> float:
    try:
        seconds = float(written)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise ArgumentTypeError(f"{written} is not a number of seconds above 0")
    return seconds
