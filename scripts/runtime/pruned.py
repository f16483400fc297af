"""The runtime as the page gets it: compiled ahead, without what nothing there imports.

Most of Pyodide's start is compiling ``.py`` files. So the standard library and NumPy are compiled
once, at build time, inside the same Pyodide under Node (the byte code must be Python 3.14's), and
only what a representative run loads goes into the archives. Those are stored, not deflated: the
host's brotli then sees the whole of them and packs them better.
"""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from building.step_cache import cached_folder, digest, files_under, sha256
from launch.setup_failure import SetupFailure
from places import CACHE, SCRIPTS
from runtime.core_files import core_files
from runtime.numpy_wheel import lock_with_one_package, numpy_wheel
from runtime.numpy_wheel import unpack as unpack_wheel
from runtime.pyodide_release import (
    FOLDER,
    INTERPRETER_FILES,
    Release,
    installed_release,
    interpreter_paths,
)

HERE = SCRIPTS / "runtime"
RUNNER = HERE / "run_in_pyodide.js"

# Parts of NumPy that neither the core nor a first lesson in networks reaches. `import numpy` loads
# none of them; what stays is all of `random`, and of `linalg` but the LAPACK that it once used.
NUMPY_LEFT_OUT = (
    "_core/include",
    "_core/lib",
    "_pyinstaller",
    "conftest.py",
    "core",
    "ctypeslib",
    "distutils",
    "doc",
    "f2py",
    "fft",
    "linalg/lapack_lite.cpython-314-wasm32-emscripten.so",
    "ma",
    "matlib.py",
    "polynomial",
    "testing",
    "typing/mypy_plugin.py",
)
# What Python's own library and NumPy try to import and do without: other compressors, TLS for
# sockets that a page has not, and calls into C libraries.
LIBRARY_LEFT_OUT = ("_ssl", "bz2", "compression", "ctypes", "lzma", "ssl")
# Where NumPy attaches docstrings by calling these, to what is written in C.
ATTACHED_DOCSTRINGS = ("_add_newdocs.py", "_add_newdocs_scalars.py")
ATTACHING = {"_array_method_doc", "add_newdoc", "add_newdoc_for_scalar_type"}
DATE = (1980, 1, 1, 0, 0, 0)


def run_in_pyodide(
    script: Path,
    *arguments: str,
    index: Path = FOLDER,
    numpy: str | Path | None = None,
    unpack: tuple[Path, ...] = (),
    mounts: dict[str, Path] | None = None,
    capture: bool = True,
) -> subprocess.CompletedProcess[str]:
    """Run a Python file inside the Pyodide of ``index``, under Node."""
    # pytest and hypothesis stand on the stack below each test; Windows has no room for more.
    room = [] if sys.platform == "win32" else ["--stack-size=3000"]
    command = ["node", *room, str(RUNNER), "--index", str(index)]
    if numpy is not None:
        command += ["--numpy", str(numpy)]
    for archive in unpack:
        command += ["--unpack", str(archive)]
    for guest, host in (mounts or {}).items():
        command += ["--mount", f"{host}={guest}"]
    command += ["--", str(script), *arguments]
    return subprocess.run(command, capture_output=capture, text=True, check=False)


def run_or_fail(script: Path, *arguments: str, **settings: object) -> None:
    """The same, where anything but success means that the runtime cannot be built."""
    done = run_in_pyodide(script, *arguments, **settings)  # type: ignore[arg-type]
    if done.returncode != 0:
        if "ENOSPC" in done.stderr or "No space left" in done.stderr:
            raise SetupFailure(
                "The disk is full: free about 1 GB, then run the same command again."
            )
        raise SetupFailure(f"{script.name} failed inside Pyodide:\n{done.stdout}{done.stderr}")


def core_imports() -> list[str]:
    """Every module outside the package that ``py/backprop`` imports, NumPy aside."""
    names: set[str] = set()
    for path in core_files():
        if path.suffix != ".py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                names.add(node.module)
    own = ("numpy", "backprop", "xlsxwriter", "__future__", "_typeshed")
    return sorted(name for name in names if name.split(".")[0] not in own)


def pruned_runtime() -> Path:
    """The folder with interpreter, archives and lock file, made when anything in it changed."""
    release = installed_release()
    wheel = numpy_wheel(release)
    imports = core_imports()
    inside = [HERE / "in_pyodide" / name for name in ("compile_tree.py", "loaded_modules.py")]
    recipe = [HERE / "pruned.py", RUNNER, *inside]
    key = digest([*interpreter_paths(), wheel, *recipe], *imports)

    def make(folder: Path) -> None:
        print("Compiling and pruning the Python runtime …", flush=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as workshop:
            build_runtime(folder, Path(workshop), release, wheel, imports)

    return cached_folder("runtime", key, make)


def build_runtime(
    folder: Path, workshop: Path, release: Release, wheel: Path, imports: list[str]
) -> None:
    """Fill ``folder`` with the runtime, working in ``workshop``."""
    library, compiled_library = workshop / "library", workshop / "compiled_library"
    numpy, compiled_numpy = workshop / "numpy", workshop / "compiled_numpy"
    for path in (compiled_library, compiled_numpy):
        path.mkdir()
    unpack_wheel(FOLDER / "python_stdlib.zip", library)
    unpack_wheel(wheel, numpy)
    mounts = {"/workshop": workshop}

    run_or_fail(
        HERE / "in_pyodide" / "loaded_modules.py",
        "/workshop/modules.json",
        *imports,
        numpy=wheel,
        mounts=mounts,
    )
    keep_modules(library, set(json.loads((workshop / "modules.json").read_text())))
    drop_from_numpy(numpy)
    drop_attached_docstrings(numpy)

    for source, target, home in (
        ("library", "compiled_library", "/lib/python314.zip"),
        ("numpy", "compiled_numpy", "/lib/python3.14/site-packages"),
    ):
        run_or_fail(
            HERE / "in_pyodide" / "compile_tree.py",
            f"/workshop/{source}",
            f"/workshop/{target}",
            home,
            mounts=mounts,
        )
    copy_extensions(numpy, compiled_numpy)

    for name in INTERPRETER_FILES:
        if name != "python_stdlib.zip":
            shutil.copyfile(FOLDER / name, folder / name)
    write_stored_zip(folder / "python_stdlib.zip", compiled_library)
    small_wheel = folder / wheel.name
    write_stored_zip(small_wheel, compiled_numpy)
    lock = lock_with_one_package(release, sha256(small_wheel))
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def keep_modules(library: Path, kept: set[str]) -> None:
    """Remove every file of the standard library but those named, relative to its root."""
    for path in files_under(library):
        relative = path.relative_to(library)
        package = relative.parts[0].removesuffix(".py")
        if relative.as_posix() not in kept or package in LIBRARY_LEFT_OUT:
            path.unlink()


def drop_from_numpy(tree: Path) -> None:
    """Remove NumPy's tests, headers, stubs and compilers' helpers."""
    package = tree / "numpy"
    for folder in sorted(package.rglob("tests")):
        shutil.rmtree(folder, ignore_errors=True)
    for name in NUMPY_LEFT_OUT:
        path = package / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def drop_attached_docstrings(tree: Path) -> None:
    """Remove the docstrings that no compiler knows for such: each is the argument of a call."""
    for name in ATTACHED_DOCSTRINGS:
        path = tree / "numpy" / "_core" / name
        module = ast.parse(path.read_text(encoding="utf-8"))
        module.body = [statement for statement in module.body if not attaches(statement)]
        path.write_text(ast.unparse(module), encoding="utf-8")


def attaches(statement: ast.stmt) -> bool:
    """Whether a statement, or a loop's every one, is a call that attaches a docstring."""
    match statement:
        case ast.Expr(ast.Call(ast.Name(name))):
            return name in ATTACHING
        case ast.For(body=body):
            return all(map(attaches, body))
    return False


def copy_extensions(source: Path, target: Path) -> None:
    """Take over the compiled extensions and the metadata that the package loader reads."""
    wanted = {"METADATA", "WHEEL", "RECORD"}
    for path in files_under(source):
        if path.suffix == ".so" or path.name in wanted:
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    for path in target.glob("*.dist-info/RECORD"):
        # The record lists the stock wheel; nothing here is checked against it.
        path.write_text("")


def write_stored_zip(archive: Path, tree: Path) -> None:
    """Write every file below ``tree`` without compression, dated alike so that bytes repeat."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as output:
        for path in sorted(path for path in tree.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(tree).as_posix(), DATE)
            entry.external_attr = 0o644 << 16
            output.writestr(entry, path.read_bytes())
