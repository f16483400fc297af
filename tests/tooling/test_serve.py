"""The server behind npm start."""

import http.client
import signal
import socket
import struct
import subprocess
import sys
import threading

import brotli
import pytest

from places import DIST, SCRIPTS
from serve import StaticServer

PAGE = b"<!doctype html><title>A page</title>" * 40


@pytest.fixture
def folder(tmp_path):
    site = tmp_path / "site"
    (site / "deep").mkdir(parents=True)
    (site / "index.html").write_bytes(PAGE)
    (site / "index.html.br").write_bytes(brotli.compress(PAGE))
    (site / "deep" / "index.html").write_bytes(b"deep")
    for name in ("a.wasm", "a.mjs", "a.whl", "a.zip", "a.woff2", "a.json", "a.py", "b-ABCDEFGH.js"):
        (site / name).write_bytes(b"x")
    (tmp_path / "secret.txt").write_text("outside")
    return site


@pytest.fixture
def get(folder):
    """A function that asks the server and gives status, headers and body."""
    server = StaticServer(folder, prefix="/sub")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()

    def ask(path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Accept-Encoding": "identity"} | named)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    yield ask
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.wasm", "application/wasm"),
        ("a.mjs", "text/javascript; charset=utf-8"),
        ("b-ABCDEFGH.js", "text/javascript; charset=utf-8"),
        ("a.whl", "application/zip"),
        ("a.zip", "application/zip"),
        ("a.woff2", "font/woff2"),
        ("a.json", "application/json"),
        ("index.html", "text/html; charset=utf-8"),
    ],
)
def test_files_have_the_types_that_browsers_insist_on(get, name, kind):
    assert get(f"/sub/{name}")[1]["Content-Type"] == kind


def test_a_folder_is_its_index(get):
    assert get("/sub/")[2] == PAGE
    assert get("/sub/deep/")[2] == b"deep"


def test_brotli_goes_to_who_takes_it(get):
    status, headers, body = get("/sub/", Accept_Encoding="gzip, br")
    assert (status, headers["Content-Encoding"], headers["Vary"]) == (200, "br", "Accept-Encoding")
    assert brotli.decompress(body) == PAGE


@pytest.mark.parametrize("refused", ["gzip", "br;q=0", "br; q=0.0", "*;q=0", ""])
def test_plain_bytes_go_to_who_does_not(get, refused):
    _, headers, body = get("/sub/", Accept_Encoding=refused)
    assert headers["Content-Encoding"] is None
    assert body == PAGE


def test_unchanged_file_is_not_sent_again_until_its_bytes_change(get, folder):
    tag = get("/sub/a.json")[1]["ETag"]
    status, _, body = get("/sub/a.json", If_None_Match=tag)
    assert (status, body) == (304, b"")
    (folder / "a.json").write_bytes(b"other")
    assert get("/sub/a.json", If_None_Match=tag)[0] == 200


def test_forms_of_one_file_have_tags_of_their_own(get):
    plain = get("/sub/")[1]["ETag"]
    packed = get("/sub/", Accept_Encoding="br")[1]["ETag"]
    assert plain != packed


def test_only_names_with_a_hash_are_kept_without_asking(get):
    assert "immutable" in get("/sub/b-ABCDEFGH.js")[1]["Cache-Control"]
    assert get("/sub/index.html")[1]["Cache-Control"] == "no-cache"


def test_head_has_the_length_and_no_body(get):
    status, headers, body = get("/sub/", "HEAD")
    assert (status, int(headers["Content-Length"]), body) == (200, len(PAGE), b"")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/other/",
        "/sub",
        "/sub/../secret.txt",
        "/sub//../secret.txt",
        "/sub/%2e%2e/secret.txt",
        "/sub/..%2fsecret.txt",
        "/sub/a.json%00",
        "/sub/deep",
        "/sub/missing",
        "/sub/a.json/",
        "/sub/index.html/",
        "/sub/" + "a" * 5000,
        "/sub/" + "a/" * 5000,
    ],
)
def test_nothing_else_is_found(get, path):
    assert get(path)[0] == 404


def test_a_client_that_goes_away_leaves_no_traceback(folder, capsys):
    ended = threading.Event()

    class Server(StaticServer):
        def shutdown_request(self, request):
            super().shutdown_request(request)
            ended.set()

    server = Server(folder)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    with socket.create_connection(("127.0.0.1", server.server_port)) as client:
        reset_at_once = struct.pack("ii", 1, 0)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset_at_once)
        client.sendall(b"GET ")
    assert ended.wait(timeout=60)
    server.shutdown()
    server.server_close()
    thread.join()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_where_it_is_and_ends_cleanly(ending):
    assert (DIST / "index.html").is_file(), "run npm run build first"
    command = [sys.executable, str(SCRIPTS / "serve.py"), "--port", "0"]
    with subprocess.Popen(command, stdout=-1, stderr=-1, text=True) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        assert line.startswith("Backpropagation, Traced: http://127.0.0.1:")
        server.send_signal(ending)
        rest, errors = server.communicate()
    assert (server.returncode, rest, errors) == (0, "", "")
