"""A reader's program, run within limits: so long, so much printed, and few modules to import.

These limits make clear sentences, at the line where something happened. They do not make a
stranger's program harmless: whoever knows Python well gets past them.
"""

from __future__ import annotations

import ast
import builtins
import re
import time
import warnings
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from backprop.core.number_text import count_text, number_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

WATCH = "__watch__"
"""What a program's loops and functions call, see `Watched`."""
FILE = "<your code>"
"""The name by which Python calls the program in its tracebacks."""

MOST_CHARACTERS = 20_000
"""Of a program."""
MOST_PRINTED = 10_000
"""Characters."""
SECONDS = 4.0
"""After which a program is stopped."""
LONGEST_MESSAGE = 200
"""Characters of an exception's own words."""

TOO_BIG = re.compile("array is too big|Maximum allowed dimension")
"""NumPy's words for an array that no memory could hold, where addresses have 32 bits."""

MODULES = (
    *("abc", "collections", "copy", "dataclasses", "functools", "itertools", "math", "numpy"),
    *("operator", "random", "statistics", "typing"),
)
CLOSED = ("breakpoint", "compile", "eval", "exec", "exit", "help", "input", "open", "quit")
"""Built-in functions for which a program that is judged has no use."""


class Stopped(Exception):  # noqa: N818 - it is no error of ours
    """Why a program did not go on, in a sentence, and the line where it stopped."""

    def __init__(self, sentence: str, line: int | None) -> None:
        super().__init__(sentence)
        self.line = line


class LimitReached(BaseException):
    """Raised in a reader's program, past its own `except Exception`."""


class Watched(ast.NodeTransformer):
    """Puts a look at the clock into every loop and function.

    A look that has raised raises again in the next turn, so a program that catches everything comes
    to its end too. (Python drops a function for `sys.settrace` once it has raised.) What takes long
    in one call of a library is not seen here.
    """

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Visit what is inside, then put the look in front of it."""
        super().generic_visit(node)
        if isinstance(node, (ast.For, ast.While, ast.FunctionDef)):
            place = node.body[0] if isinstance(node, ast.FunctionDef) else node
            call = ast.Expr(ast.Call(ast.Name(WATCH, ast.Load()), [], []))
            node.body.insert(0, ast.fix_missing_locations(ast.copy_location(call, place)))
        return node


class ReaderProgram:
    """A program and what it has defined."""

    def __init__(self, code: str, seconds: float = SECONDS) -> None:
        """`code` is checked when it is run; `seconds` count for all that is done with it."""
        self.code = code
        self.seconds = seconds
        self.printed = ""
        self.namespace: dict[str, Any] = {}
        self._ends = 0.0

    @contextmanager
    def limited(self) -> Iterator[None]:
        """Within this the program's functions may be called; whatever they raise becomes `Stopped`.

        Raises:
            Stopped: the program raised something or came to a limit.
        """
        self._ends = time.perf_counter() + self.seconds
        try:
            with np.errstate(all="ignore"), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield
        except Stopped:
            raise
        except BaseException as fault:  # noqa: BLE001 - SystemExit is one a program may raise
            raise _told(fault) from None

    def define(self) -> None:
        """Run the program, so that its functions are there. Call it within `limited`."""
        if len(self.code) > MOST_CHARACTERS:
            most, length = count_text(MOST_CHARACTERS), count_text(len(self.code))
            raise Stopped(f"The program has {length} characters; {most} are the most.", None)
        allowed = {name: value for name, value in vars(builtins).items() if name not in CLOSED}
        allowed |= {name: _closed(name) for name in CLOSED}
        allowed |= {"print": self._print, "__import__": _import, WATCH: self._watch}
        self.namespace = {"__builtins__": allowed, "__name__": "your_code"}
        tree = Watched().visit(ast.parse(self.code, FILE))
        exec(compile(tree, FILE, "exec"), self.namespace)  # noqa: S102 - the reader's own

    def function(self, name: str) -> Callable[..., object]:
        """A function that the program has defined.

        Raises:
            Stopped: it has not.
        """
        found = self.namespace.get(name)
        if not callable(found):
            raise Stopped(f"The program defines no function `{name}`.", None)
        return found  # type: ignore[no-any-return]

    def _watch(self) -> None:
        """Is called in every turn of a loop and at the head of every function of the program."""
        if time.perf_counter() > self._ends:
            raise LimitReached(
                f"the program was still running after {number_text(self.seconds)} seconds; "
                "is there a loop without an end?"
            )

    def _print(self, *values: object, sep: str | None = " ", end: str | None = "\n") -> None:
        """`print` without a file to print to."""
        text = (" " if sep is None else sep).join(map(str, values)) + ("\n" if end is None else end)
        room = MOST_PRINTED - len(self.printed)
        self.printed += text[:room]
        if len(text) > room:
            raise LimitReached(
                f"more than {count_text(MOST_PRINTED)} characters were printed, which is the most"
            )


def _closed(name: str) -> Callable[..., None]:
    def refuse(*_: object, **__: object) -> None:
        raise LimitReached(f"`{name}` is closed to programs that are judged")

    return refuse


def _import(
    name: str,
    globals_: dict[str, object] | None = None,
    locals_: dict[str, object] | None = None,
    fromlist: tuple[str, ...] = (),
    level: int = 0,
) -> object:
    """`import` for the modules that a backward pass may need.

    NumPy's C code comes by here too, when it first needs some part of NumPy.
    """
    if level == 0 and name.split(".", maxsplit=1)[0] not in MODULES:
        raise LimitReached(
            f"`{name}` cannot be imported here; NumPy, math and a few others can, "
            "and nothing that reaches files, the page or the network"
        )
    return __import__(name, globals_, locals_, fromlist, level)


def _told(fault: BaseException) -> Stopped:
    """What ended a program, with the last of its own lines that took part."""
    if isinstance(fault, SyntaxError) and fault.filename == FILE:
        return Stopped(f"{_place(fault.lineno)} is not Python: {fault.msg}.", fault.lineno)
    line = _line(fault.__traceback__)
    words = " ".join(_words(fault).split())[:LONGEST_MESSAGE].rstrip(".")
    if isinstance(fault, LimitReached):
        return Stopped(f"{_place(line)}: {words}{'' if words.endswith('?') else '.'}", line)
    name = type(fault).__name__
    if isinstance(fault, MemoryError) or TOO_BIG.search(words):
        return Stopped(f"{_place(line)} asks for more memory than there is here.", line)
    if isinstance(fault, RecursionError):
        return Stopped(f"{_place(line)} calls itself again and again without an end.", line)
    return Stopped(f"{_place(line)} raised {name}{f': {words}' if words else ''}.", line)


def _words(fault: BaseException) -> str:
    try:
        return str(fault)
    except BaseException:  # noqa: BLE001 - a reader's exception may raise where it is told
        return ""


def _place(line: int | None) -> str:
    return "The program" if line is None else f"Line {line}"


def _line(traceback: TracebackType | None) -> int | None:
    line = None
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == FILE:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
