"""Every failure of set-up ends in exit code 1 and one sentence that says what to do."""

import hashlib
import socket
import subprocess
import sys
import zipfile

import pytest

from places import DIST, SCRIPTS

AGAIN = "then run the same command again."
NOBODY_LISTENS = "http://127.0.0.1:9/"


def sentence_of(done):
    """The one line that a failed command left on its error stream."""
    assert done.returncode == 1, done.stdout + done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_old_node(fresh_project):
    pretend = "Object.defineProperty(process,'versions',{value:{node:'18.19.1'}})"
    done = fresh_project.run("build", node=["--import", f"data:text/javascript,{pretend}"])
    assert sentence_of(done) == (
        "This needs Node 20 or newer and found Node 18.19.1: install a newer one from nodejs.org, "
        + AGAIN
    )


def test_old_python(fresh_project):
    commands = fresh_project.command_named("python3", "echo 3.10.12")
    sentence = sentence_of(fresh_project.run("build", PATH=str(commands)))
    assert sentence.startswith("This needs Python 3.11 or newer and found Python 3.10.12: install")
    assert sentence.endswith(AGAIN)


def test_no_python(fresh_project):
    sentence = sentence_of(fresh_project.run("build", PATH=str(fresh_project.folder / "nowhere")))
    assert sentence.startswith("This needs Python 3.11 or newer and found none: install")


def test_python_without_its_venv_module(fresh_project):
    fresh_project.pretend_node_modules()
    script = (
        'case "$1" in -c) echo 3.12.4;; *) echo "ensurepip is not available" >&2; exit 1;; esac'
    )
    commands = fresh_project.command_named("python3", script)
    assert sentence_of(fresh_project.run("build", PATH=str(commands))) == (
        "This Python has no venv module: install it (on Debian and Ubuntu, "
        "apt-get install python3-venv), " + AGAIN
    )


def test_unknown_verb(fresh_project):
    sentence = sentence_of(fresh_project.run("strat"))
    assert sentence.startswith('There is no "strat": the verbs are start, build,')


def test_npm_without_a_network(fresh_project):
    done = fresh_project.run(
        "build",
        npm_config_registry=NOBODY_LISTENS,
        npm_config_cache=str(fresh_project.folder / "cache"),
    )
    assert sentence_of(done) == (
        f"npm ci could not reach its package registry: connect to the network, {AGAIN}"
    )


def test_pip_without_a_network(fresh_project):
    fresh_project.pretend_node_modules()
    done = fresh_project.run("build", PIP_INDEX_URL=NOBODY_LISTENS, PIP_NO_CACHE_DIR="1")
    assert sentence_of(done) == (
        f"pip install could not reach its package registry: connect to the network, {AGAIN}"
    )


def test_package_with_another_hash_than_the_lock_names(fresh_project):
    fresh_project.pretend_node_modules()
    wheel = fresh_project.folder / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\n")
    wrong = hashlib.sha256(b"something else").hexdigest()
    lock = fresh_project.folder / "requirements" / "build.txt"
    lock.write_text(f"tiny==1.0 --hash=sha256:{wrong}\n")
    done = fresh_project.run("build", PIP_NO_INDEX="1", PIP_FIND_LINKS=str(fresh_project.folder))
    sentence = sentence_of(done)
    assert sentence.startswith(
        "A package that pip install downloaded does not match the lock file, so nothing of it was"
    )


def test_full_disk():
    program = (
        "from launch.setup_failure import run_command\n"
        "run_command(lambda: open('/dev/full', 'w').write('x' * 1_000_000))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=SCRIPTS, capture_output=True, text=True, check=False
    )
    assert sentence_of(done) == f"The disk is full: free about 1 GB, {AGAIN}"


def test_port_that_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = serve("--port", str(port))
    assert sentence_of(done) == (
        f"Port {port} is taken: end the program that uses it, or choose another one, such as "
        f"npm start -- --port {port + 1}."
    )


@pytest.mark.parametrize("port", ["http", "-1", "70000", ""])
def test_port_that_is_none(port):
    assert "choose" in sentence_of(serve(f"--port={port}"))


def serve(*arguments):
    """Run the server; it is expected to refuse."""
    assert (DIST / "index.html").is_file(), "run npm run build first"
    return subprocess.run(
        [sys.executable, str(SCRIPTS / "serve.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
