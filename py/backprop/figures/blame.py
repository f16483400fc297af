"""Credit assignment: how much of an outcome goes back to one far contribution.

Each link of a graph has a share: how far its target goes back to its source. Along a path the
shares multiply; where several paths lead from one contribution to the outcome, they add. That is
the chain rule, with shares in the place of local slopes.

It can be worked out in two ways, and both give the same: path by path, or backwards from the
outcome, where each node's blame is worked out once and used by all that lies before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

from backprop.core.number_text import NO_BREAK, number_text, percent_text
from backprop.explain.formula import APPROXIMATELY, EQUALS, Formula, FormulaPart, number, part
from backprop.message.plain_data import plain
from backprop.message.request_fields import numbers, opening, read_request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backprop.message.field import Field


class Link(NamedTuple):
    """A way that a contribution went, named `source-target`."""

    source: str
    target: str

    @property
    def name(self) -> str:
        """Such as `report-manager`."""
        return f"{self.source}-{self.target}"


OUTCOME = "outcome"
CONTRIBUTION = "report"

LINKS = (
    Link("ceo", OUTCOME),
    Link("vp", "ceo"),
    Link("manager", "vp"),
    Link(CONTRIBUTION, "manager"),
    Link("analyst", "vp"),
    Link(CONTRIBUTION, "analyst"),
)
"""Every link of the branching graph; the first four are the chain."""

CHAIN_LENGTH = 4

MOVE = 0.01
"""A small change of the report, by which a share is read as a derivative."""


@dataclass(frozen=True, slots=True)
class BlamePath:
    """One way from the contribution to the outcome, and the product of its shares."""

    links: list[str]
    product: float
    formula: Formula


@dataclass(frozen=True, slots=True)
class Blame:
    """Who bears how much of the outcome."""

    nodes: dict[str, float]
    """Blame of each node, the outcome's being 1."""
    percent: dict[str, str]
    """The same as text."""
    paths: list[BlamePath]
    total: float
    """Blame of the contribution, path by path."""
    formula: Formula
    """`total` as a sum of products."""
    backward: list[Formula]
    """The same worked out backwards: one equation a node, the one nearest the outcome first."""
    sentence: str


def paths_to_outcome(links: Sequence[Link], source: str = CONTRIBUTION) -> list[list[Link]]:
    """Every path from `source` to the outcome, each as its links in order."""
    if source == OUTCOME:
        return [[]]
    return [
        [link, *rest]
        for link in links
        if link.source == source
        for rest in paths_to_outcome(links, link.target)
    ]


def backward(links: Sequence[Link], shares: Sequence[float]) -> dict[str, float]:
    """The blame of every node, from the outcome back: Σ share · blame of what it went into.

    `links` are in the order of the way back: all links out of a node come after all those out of
    the nodes it leads to.
    """
    blame = {OUTCOME: 1.0}
    for link, share in zip(links, shares, strict=True):
        blame[link.source] = blame.get(link.source, 0.0) + share * blame[link.target]
    return blame


def assign(links: Sequence[Link], shares: Sequence[float]) -> Blame:
    """Blame on the graph of `links`, whose `shares` are from 0 to 1."""
    of = dict(zip(links, shares, strict=True))
    walked = [
        BlamePath(
            [link.name for link in path],
            product := prod(of[link] for link in reversed(path)),
            Formula([*_product(path, of), *_equal(product)]),
        )
        for path in paths_to_outcome(links)
    ]
    total = sum(path.product for path in walked)
    order = [*links]
    if len(walked) > 1:  # the way back to the contribution comes last
        order.sort(key=lambda link: link.source == CONTRIBUTION)
    nodes = backward(order, [of[link] for link in order])
    return Blame(
        nodes=nodes,
        percent={node: percent_text(blame) for node, blame in nodes.items()},
        paths=walked,
        total=total,
        formula=_total(walked, of, total),
        backward=[_from_behind(node, links, of, nodes) for node in nodes if node != OUTCOME],
        sentence=_sentence(walked, total),
    )


def _written(share: float) -> str:
    """A share in a formula."""
    return percent_text(share).replace("%", r"\%").replace(NO_BREAK, "")


def _share(link: Link, share: float) -> FormulaPart:
    return part(_written(share), f"share:{link.name}", "weight")


def _product(path: Sequence[Link], of: dict[Link, float]) -> list[FormulaPart]:
    """The shares along a path, from the outcome back."""
    parts: list[FormulaPart] = []
    for link in reversed(path):
        parts += [part(r" \times ")] if parts else []
        parts.append(_share(link, of[link]))
    return parts


def _equal(value: float, place: str = f"blame:{CONTRIBUTION}") -> list[FormulaPart]:
    written = _written(value)
    if written.startswith("<"):
        return [part(" "), part(written, place, "backward")]
    sign = EQUALS if number(100 * value).exact else APPROXIMATELY
    return [sign, part(written, place, "backward")]


def _total(walked: Sequence[BlamePath], of: dict[Link, float], total: float) -> Formula:
    parts: list[FormulaPart] = []
    named = {link.name: link for link in of}
    for path in walked:
        parts += [part(" + ")] if parts else []
        parts += _product([named[name] for name in path.links], of)
    return Formula([*parts, *_equal(total)])


def _from_behind(
    node: str, links: Sequence[Link], of: dict[Link, float], blame: dict[str, float]
) -> Formula:
    parts: list[FormulaPart] = [part(rf"\text{{{NAMES[node]}}} = ")]
    out = [link for link in links if link.source == node]
    for link in out:
        parts += [part(" + ")] if link != out[0] else []
        ahead = part(_written(blame[link.target]), f"blame:{link.target}", "backward")
        parts += [_share(link, of[link]), part(r" \times "), ahead]
    return Formula([*parts, *_equal(blame[node], f"blame:{node}")])


NAMES = {
    CONTRIBUTION: "report",
    "manager": "manager",
    "analyst": "analyst",
    "vp": "VP",
    "ceo": "CEO",
    OUTCOME: "outcome",
}
"""What each node is called in a formula."""


def _sentence(walked: Sequence[BlamePath], total: float) -> str:
    if len(walked) == 1:
        return (
            f"One path leads from the report to the outcome. Its shares multiply to "
            f"{percent_text(total)}: that much of the outcome goes back to the report."
        )
    each = " and ".join(percent_text(path.product) for path in walked)
    told = (
        f"{'Two' if len(walked) == 2 else len(walked)} paths lead from the report to the outcome. "
        f"Along each the shares multiply, to {each}; together they add up to {percent_text(total)}."
    )
    if total <= 1:
        return told
    return (
        f"{told} As blame that is absurd; as a derivative it is normal. If the report moved by "
        f"{number_text(MOVE)}, the outcome would move by about {number_text(MOVE * total)}."
    )


@dataclass(frozen=True)
class BlameRequest:
    """The share of each of `LINKS`, from 0 to 1."""

    shares: list[float] = numbers(len(LINKS), "probability", opening=[1.0, 0.6, 0.5, 0.3, 0.4, 0.2])


OPENINGS = {"blame": opening("blame", BlameRequest)}


def read(message: Field) -> BlameRequest:
    """A `blame` message."""
    return read_request(BlameRequest, message)


def answer(request: BlameRequest) -> dict[str, Any]:
    """The blame along the chain alone, and with the second path; see `BlameResult`."""
    shares = request.shares
    return {
        "kind": "blame",
        "links": [
            {"name": link.name, "source": link.source, "target": link.target, "share": share}
            | {"percent": percent_text(share)}
            for link, share in zip(LINKS, shares, strict=True)
        ],
        "chain": plain(assign(LINKS[:CHAIN_LENGTH], shares[:CHAIN_LENGTH])),
        "branching": plain(assign(LINKS, shares)),
    }
