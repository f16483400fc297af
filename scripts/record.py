"""Write the recorded results that the page shows before Python is ready.

    python scripts/record.py FOLDER [--draft]

Each kind of figure gets a folder in it, and is recorded again only when a module of the core that
took part has changed. The same ``engine.handle`` that answers in the page answers here, in CPython,
so the first picture and the first chain rule are right to the last digit. In a draft the figure on
cost keeps the times that an earlier build has measured: to measure takes longer than all the rest.
"""

from __future__ import annotations

import json
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from building.made_of import Hashes, hashes_of, kept_folder
from launch.setup_failure import SetupFailure, run_command
from places import ROOT
from runtime.core_files import core_files
from runtime.core_imports import files_behind

if TYPE_CHECKING:
    from backprop.message.presets import Preset

sys.path.insert(0, str(ROOT / "py"))

Message = dict[str, Any]
Result = dict[str, Any]

SURFACE_DECIMALS = 4
FRAMES = 14

KEPT_TIMES = "times that an earlier build has measured"
OF_DRAFT = {KEPT_TIMES: "in a draft"}
"""What a draft's recording of the figure on cost may be made of, and a whole build's may not."""

DESCRIPTION = "the engine's description"
"""What a page's menus and limits are called among what a recording is made of."""


def ask(message: Message) -> Result:
    """The engine's answer as JSON would carry it.

    Raises:
        SetupFailure: the engine answered with an error.
    """
    from backprop import engine  # noqa: PLC0415 - the path to it is known only now

    result: Result = as_json(engine.handle(message))
    if result["kind"] == "error":
        raise SetupFailure(f"The engine refused to be recorded: {result['message']}")
    return result


def as_json(value: Any) -> Any:
    """The same with arrays and tuples as lists and every number Python's own."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, (list, tuple)):
        return [as_json(item) for item in value]
    return value


def addresses(trace: Result) -> dict[str, Message]:
    """Every weight and bias of a traced network, by the name that the page gives it."""
    named: dict[str, Message] = {}
    for layer, matrix in enumerate(trace["weights"]):
        for source, row in enumerate(matrix):
            for target in range(len(row)):
                address = {"layer": layer, "source": source, "target": target}
                named[f"{layer},{source},{target}"] = address
    for layer, biases in enumerate(trace["biases"]):
        for target in range(len(biases)):
            named[f"{layer},{target}"] = {"layer": layer, "source": None, "target": target}
    return named


def recorded_networks() -> dict[str, Result]:
    """Every preset traced, and each of its weights and biases explained, by the preset's name.

    With the examples of books and courses comes what these print.
    """
    from backprop.figures.network.textbook.examples import (  # noqa: PLC0415 - as above
        TEXTBOOK_EXAMPLES,
    )
    from backprop.message.presets import PRESETS  # noqa: PLC0415 - as above

    traces = {name: recorded_network(preset) for name, preset in PRESETS.items()}
    for name, example in TEXTBOOK_EXAMPLES.items():
        printed = ask({"kind": "printed", "preset": name})
        traces[name] = recorded_network(example.preset) | {"printed": printed}
    return traces


def recorded_network(preset: Preset) -> dict[str, Any]:
    """One preset traced, and each of its weights and biases explained."""
    from backprop.message.presets import traced  # noqa: PLC0415 - as above

    message = traced(preset)
    trace = ask(message)
    explanations = {
        address: ask(message | {"weight": weight})["explanation"]
        for address, weight in addresses(trace).items()
    }
    return {"trace": trace, "explanations": explanations}


def write_networks(folder: Path, describe: Result) -> None:
    """The opening network with the page's menus; every other one in a file of its own."""
    traces = recorded_networks()
    first = next(iter(traces))
    write(folder / "network.json", {"describe": describe, "traces": {first: traces[first]}})
    for name, trace in traces.items():
        write(folder / f"network-{name}.json", trace)


def recorded_training(describe: Result) -> Result:
    """The default XOR run at its start and at evenly spaced epochs to its end."""
    from backprop.message import presets  # noqa: PLC0415 - as above

    run: Message = {key: value for key, value in presets.XOR_RUN.items() if key != "state"}
    message = run | {"kind": "train", "state": None}
    start = ask(message | {"epochs": 0})
    limit = run["stopping"]["epoch_limit"]
    end = ask(message | {"epochs": limit, "surface": None})["state"]["epoch"]
    frames, state = [], start["state"]
    for number in range(1, FRAMES + 1):
        epochs = end * number // FRAMES - state["epoch"]
        frames.append(ask(message | {"state": state, "epochs": epochs}))
        state = frames[-1]["state"]
    for result in (start, *frames):
        round_surface(result)
    return {"describe": describe, "start": start, "frames": frames, "message": as_json(run)}


def recorded_opening(figure: str, describe: Result) -> Result:
    """The first answer to a figure, and the others that are to be there before Python is."""
    from backprop.figures.registry import also_recorded, opening  # noqa: PLC0415 - as above

    message = opening(figure)
    first = {"describe": describe, "message": as_json(message), "result": ask(message)}
    others = [ask(other) for other in also_recorded(figure)]
    return first | {"others": others} if others else first


def earlier_times(recorded: Path) -> list[Result] | None:
    """The times in an earlier recording of the figure on cost, told anew; None without one."""
    from backprop.figures.cost.gradient_cost import GradientCost  # noqa: PLC0415 - as above
    from backprop.figures.cost.timing import timing_of  # noqa: PLC0415 - as above

    if not recorded.is_file():
        return None
    rows = json.loads(recorded.read_text(encoding="utf-8"))["result"]["timings"]
    names = [field.name for field in fields(GradientCost)]
    if any(name not in row for row in rows for name in names):
        return None  # measured by other code, to which other times mattered
    return [as_json(timing_of(GradientCost(**{name: row[name] for name in names}))) for row in rows]


def recorded_draft_of_cost(earlier: list[Result], describe: Result) -> Result:
    """The first answer to the figure on cost, with times that were measured before."""
    from backprop.figures.registry import opening  # noqa: PLC0415 - as above

    message = opening("cost")
    result = ask(message | {"time_limit": None}) | {"timings": earlier}
    return {"describe": describe, "message": as_json(message), "result": result}


def round_surface(result: Result) -> None:
    """Round a surface in place: it is a picture, and its digits are most of the file."""
    if result["surface"] is not None:
        values = result["surface"]["values"]
        result["surface"]["values"] = [round(value, SURFACE_DECIMALS) for value in values]


def write(path: Path, result: Result) -> None:
    """Write one file; a NaN or an infinity in it is an error, since JSON has neither."""
    try:
        text = json.dumps(result, allow_nan=False, ensure_ascii=False, separators=(",", ":"))
    except ValueError as problem:
        raise SetupFailure(f"{path.name} would hold a number that is not finite.") from problem
    path.write_text(text, encoding="utf-8")


def record(figure: str, folder: Path, describe: Result) -> None:
    """Write what a kind of figure shows first, with the page's menus and limits."""
    if figure == "network":
        write_networks(folder, describe)
    elif figure == "xor":
        write(folder / "xor.json", recorded_training(describe))
    else:
        write(folder / f"{figure}.json", recorded_opening(figure, describe))


def figures() -> list[str]:
    """Every figure that has a recording of its own: the walk is one of the networks."""
    from backprop.figures.registry import FIGURES  # noqa: PLC0415 - as above

    return [figure for figure in FIGURES if figure != "walk"]


def made_by(figure: str) -> list[str]:
    """The files of the core that take part in the recording of a figure."""
    from backprop.figures.registry import REGISTRY  # noqa: PLC0415 - as above

    (line,) = (line for line in REGISTRY if figure in line.figures)
    answering = [f"backprop.figures.{module}" for module in line.modules]
    files = files_behind(["backprop.engine", "backprop.message.presets", *answering])
    return sorted(path.relative_to(ROOT).as_posix() for path in files)


def keep(kept: Path, figure: str, hashes: Hashes, describe: Result) -> None:
    """Bring the folder of one figure up to date."""

    def make(folder: Path) -> list[str]:
        made_of = ["scripts/record.py", DESCRIPTION]
        is_draft_of_cost = figure == "cost" and KEPT_TIMES in hashes
        earlier = earlier_times(kept / "cost" / "cost.json") if is_draft_of_cost else None
        if earlier is None:
            record(figure, folder, describe)
        else:
            write(folder / "cost.json", recorded_draft_of_cost(earlier, describe))
            made_of.append(KEPT_TIMES)
        return [*made_of, *made_by(figure)]

    kept_folder(kept / figure, hashes, make)


def main() -> int:
    """Bring the folder that the command line names up to date."""
    kept, is_draft = Path(sys.argv[1]), "--draft" in sys.argv
    kept.mkdir(exist_ok=True)
    # All figures have a part in the description, so it counts by what it says.
    describe = ask({"kind": "describe"})
    described = {DESCRIPTION: sha256(json.dumps(describe).encode()).hexdigest()}
    hashes = hashes_of([*core_files(), Path(__file__).resolve()]) | described
    if is_draft:
        hashes |= OF_DRAFT
    wanted = figures()
    # The figure on cost measures time and needs most of it, so it is begun first.
    in_turn = sorted(wanted, key=lambda figure: figure != "cost")
    with ProcessPoolExecutor() as pool:
        for done in [pool.submit(keep, kept, figure, hashes, describe) for figure in in_turn]:
            done.result()
    for folder in kept.iterdir():
        if folder.is_dir() and folder.name not in wanted:
            shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    run_command(main)
