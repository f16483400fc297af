"""Make ``package/``, which `npm pack` packs, of the built site:  python scripts/package.py

What a bundler's project imports, its types, a plugin for Vite, as ``files`` what figures fetch, and
as ``pages`` the page of one figure, for which the plugin brings the scripts.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from building.figure_registry import figure_modules
from building.step_cache import put_in_place
from launch.setup_failure import SetupFailure, run_command, run_step
from places import CACHE, DIST, ROOT, SCRIPTS, WEB
from runtime.packed_files import pack_each, pack_runtime
from testing.checks import typescript

COPIED = {
    "files": (
        "backprop-figure.css",
        "engine-worker.js",
        "fonts",
        "fonts.css",
        "later",
        "licences",
        "py",
        "recorded",
        "runtime",
    ),
    "pages": (
        "build.json",
        "embed.html",
        "fit-frame.js",
        "icon.svg",
        "opened-from-disk.js",
        "page.css",
        "previews",
    ),
}
"""What is taken of the site, by the package's folder that gets it."""


def copy(source: Path, target: Path) -> None:
    """A file or a folder, without what a server sends compressed and what maps a script."""
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.br", "*.map"))
    else:
        shutil.copyfile(source, target)


def messages() -> list[str]:
    """The files with the types of what figures ask and are answered."""
    return sorted(path.relative_to(ROOT).as_posix() for path in WEB.rglob("*_messages.js"))


def types_of_figures() -> str:
    """What the package declares of its figures: their messages, and the type of a name."""
    exports = [f'export type * from "../{path.removeprefix("web/")}";' for path in messages()]
    return "\n".join(["", *exports, 'export type { FigureName } from "./figure_names.js";', ""])


def main() -> int:
    """Make the folder anew.

    Raises:
        SetupFailure: there is no built site, or a step failed.
    """
    if not (DIST / "index.html").is_file():
        raise SetupFailure("There is no dist/index.html yet: run npm run build first.")
    stage = CACHE / "package"
    shutil.rmtree(stage, ignore_errors=True)
    run_step(
        ["node", str(SCRIPTS / "building" / "bundle.js"), str(stage), "--for=package"],
        "The package could not be bundled (the reason is above).",
    )
    shutil.rmtree(stage / "licences")  # those of the site, which are copied below, hold them all
    types = stage / "types"
    # Declarations of these and of what they import, from the JSDoc there, which has been checked.
    declare = typescript("--ignoreConfig", "--allowJs", "--declaration", "--emitDeclarationOnly")
    declare += ["--skipLibCheck", "--types", "node", "--rootDir", "web", "--outDir", str(types)]
    run_step(
        [*declare, "web/package/types.d.ts", "web/package/vite.js", *messages()],
        "The package's types could not be made (the reason is above).",
    )
    for declared in (WEB / "package").glob("*.d.ts"):
        shutil.copyfile(declared, types / "package" / declared.name)
    with (types / "package" / "types.d.ts").open("a", encoding="utf-8") as declarations:
        declarations.write(types_of_figures())
    union = " | ".join(f'"{name}"' for name in figure_modules())
    text = f"export type FigureName = {union};\n"
    (types / "package" / "figure_names.d.ts").write_text(text, encoding="utf-8")
    run_step(
        [
            "node",
            str(SCRIPTS / "building" / "element_manifest.js"),
            str(stage / "custom-elements.json"),
        ],
        "The element could not be described for editors (the reason is above).",
    )
    for folder, files in COPIED.items():
        (stage / folder).mkdir()
        for name in files:
            copy(DIST / name, stage / folder / name)
    pack_runtime(stage / "files" / "runtime")
    pack_each(stage / "files" / "recorded")
    pack_each(stage / "files" / "py")
    put_in_place(stage, ROOT / "package")
    return 0


if __name__ == "__main__":
    run_command(main)
