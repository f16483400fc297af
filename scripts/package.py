"""Make ``package/``, which `npm pack` packs, of the built site:  python scripts/package.py

What a bundler's project imports, its types, a plugin for Vite, and as ``files`` the site itself,
for figures fetch Python and what was recorded from it.
"""

from __future__ import annotations

import shutil

from checks import typescript
from places import CACHE, DIST, ROOT, SCRIPTS, WEB
from setup_failure import SetupFailure, run_command, run_step
from step_cache import put_in_place


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
        ["node", str(SCRIPTS / "bundle.js"), str(stage), "--for=package"],
        "The package could not be bundled (the reason is above).",
    )
    types = stage / "types"
    # Declarations of what these two import, from the JSDoc there; `npm run check` has checked it.
    declare = typescript("--ignoreConfig", "--allowJs", "--declaration", "--emitDeclarationOnly")
    declare += ["--skipLibCheck", "--types", "node", "--rootDir", "web", "--outDir", str(types)]
    run_step(
        [*declare, "web/package/types.d.ts", "web/package/vite.js"],
        "The package's types could not be made (the reason is above).",
    )
    shutil.copyfile(WEB / "package" / "types.d.ts", types / "package" / "types.d.ts")
    shutil.copytree(DIST, stage / "files", ignore=shutil.ignore_patterns("*.br", "*.map"))
    put_in_place(stage, ROOT / "package")
    return 0


if __name__ == "__main__":
    run_command(main)
