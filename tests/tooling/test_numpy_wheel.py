"""NumPy's wheel: used with the right hash only, from whichever source has it."""

import hashlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from launch.setup_failure import SetupFailure
from runtime import numpy_wheel
from runtime.pyodide_release import Release

WHEEL = b"the bytes of a wheel"
NAME = "numpy-9.9-cp314-cp314-some_wasm32.whl"


@pytest.fixture
def release():
    entry = {"file_name": NAME, "sha256": hashlib.sha256(WHEEL).hexdigest(), "version": "9.9"}
    return Release(version="1.2.3", lock={"info": {}, "packages": {"numpy": entry}})


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    """A cache of the test's own, a CDN that refuses connections, and a pip without an index."""
    monkeypatch.setattr(numpy_wheel, "CACHE", tmp_path)
    monkeypatch.setattr(numpy_wheel, "DOWNLOADS", tmp_path / "cache" / "downloads")
    monkeypatch.setattr(numpy_wheel, "CDN", "http://127.0.0.1:9/v{version}/{file_name}")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    return tmp_path / "cache" / "downloads"


@pytest.fixture
def cdn(monkeypatch):
    """A server on this machine that gives what the test put into `answer`."""
    answers: dict[str, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            content = answers.get(self.path)
            self.send_response(200 if content is not None else 404)
            self.send_header("Content-Length", str(len(content or b"")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}/v{{version}}/{{file_name}}"
    monkeypatch.setattr(numpy_wheel, "CDN", address)
    yield answers
    server.shutdown()
    server.server_close()
    thread.join()


def test_cached_wheel_with_the_right_hash_needs_no_source(release, own_cache):
    own_cache.mkdir(parents=True)
    (own_cache / NAME).write_bytes(WHEEL)
    assert numpy_wheel.numpy_wheel(release).read_bytes() == WHEEL


def test_wheel_from_the_cdn_is_kept(release, own_cache, cdn):
    cdn[f"/v1.2.3/{NAME}"] = WHEEL
    assert numpy_wheel.numpy_wheel(release) == own_cache / NAME
    assert (own_cache / NAME).read_bytes() == WHEEL


def test_cached_wheel_with_another_hash_is_replaced(release, own_cache, cdn):
    own_cache.mkdir(parents=True)
    (own_cache / NAME).write_bytes(b"half of it")
    cdn[f"/v1.2.3/{NAME}"] = WHEEL
    assert numpy_wheel.numpy_wheel(release).read_bytes() == WHEEL


def test_altered_wheel_is_refused_and_not_kept(release, own_cache, cdn):
    cdn[f"/v1.2.3/{NAME}"] = WHEEL + b"!"
    with pytest.raises(SetupFailure, match="does not have the SHA-256"):
        numpy_wheel.numpy_wheel(release)
    assert list(own_cache.iterdir()) == []


def test_no_source_at_all_is_one_sentence_that_says_what_to_do(release):
    with pytest.raises(SetupFailure, match=r"connect to the network, or put the file into"):
        numpy_wheel.numpy_wheel(release)
