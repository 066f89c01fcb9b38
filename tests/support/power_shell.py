"""Reads our scripts for PowerShell with a grammar of that language, as far as they go."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import tree_sitter_powershell
from tree_sitter import Language, Node, Parser, Tree

from tests.support.ways import TAKEN

ARRAY = "array_expression"


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_powershell.language()))


def tree(script: str) -> Tree:
    """The script as the grammar reads it."""
    return _parser().parse(script.encode())


def commands(script: str, name: str) -> list[str]:
    """Every command of a name, as it is written."""
    return [text(node) for node in _named(tree(script).root_node, name)]


def calls(script: str, folder: Path) -> list[list[str]]:
    """The words of each call of the AWS CLI; what is put into a file is, in the folder."""
    folder.mkdir()
    made: list[list[str]] = []
    content = ""
    for node in _walk(tree(script).root_node):
        if node.type == "string_literal" and text(node).startswith("@'\n"):
            content = text(node)[3:-3]
        elif node in _named(node, "Invoke-Call", deep=False):
            file = folder / f"{len(made)}.json"
            file.write_text(content, encoding="utf-8")
            array = next(one for one in _walk(node) if one.type == ARRAY)
            made.append([word.replace("$file", str(file)) for word in _words(array)])
    return made


def undoing(script: str) -> list[list[str]]:
    """The words of each undoing in the comments; files that are spoken of are written."""
    found: list[list[str]] = []
    content = ""
    for line in script.splitlines():
        if line.startswith("#   {"):
            content = line.removeprefix("#   ")
        elif line.startswith("#   aws "):
            words = list(_words(tree(line.removeprefix("#   ")).root_node))
            if content:
                words = [content if word == "file://undo.json" else word for word in words]
            found.append(words[1:])
            content = ""
    return found


def bash_undoing(script: str) -> list[list[str]]:
    """The words of each undoing in the comments of a script for bash."""
    back = script[script.index("# To take it back") :] if "# To take it back" in script else ""
    told = "\n".join(line[4:] for line in back.splitlines() if line.startswith("#   "))
    return [words[1:] for words in map(shlex.split, re.split(r"\n(?=aws )", told)) if words]


def text(node: Node) -> str:
    """What is written there."""
    assert node.text is not None
    return node.text.decode()


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _named(node: Node, name: str, *, deep: bool = True) -> list[Node]:
    return [
        one
        for one in (_walk(node) if deep else [node])
        if one.type == "command"
        and any(c.type == "command_name" and text(c) == name for c in one.children)
    ]


def _words(node: Node) -> Iterator[str]:
    if (
        node.type == "comparison_expression" and any(c.type == "-split" for c in node.children)
    ) or node.type == "variable":
        yield TAKEN
    elif node.type == "string_literal":
        said = text(node)
        assert said[0] == said[-1]
        yield said[1:-1] if said[0] == '"' else said[1:-1].replace("''", "'")
    elif node.type in ("command_name", "command_parameter", "generic_token") or (
        not node.children and node.type not in ("@(", ")", ",", ";") and text(node).strip()
    ):
        yield text(node)
    else:
        for child in node.children:
            yield from _words(child)
