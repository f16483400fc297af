"""Web servers as they come, each with one folder to serve, on a free port of 127.0.0.1.

Debian's settings are taken as they are but for places and ports: nothing is set up for our files.
"""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from testing import web_servers

# What Debian's package switches on when it is installed.
MODULES = [
    "alias",
    "auth_basic",
    "authn_core",
    "authn_file",
    "authz_core",
    "authz_host",
    "authz_user",
    "autoindex",
    "deflate",
    "dir",
    "env",
    "filter",
    "mime",
    "mpm_event",
    "negotiation",
    "reqtimeout",
    "setenvif",
    "status",
]


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], said: str, environment: dict[str, str]) -> Iterator[str]:
    """A server until the block ends: the line in which it says that it answers."""
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as server:
        assert server.stdout is not None
        heard = []
        for line in server.stdout:
            heard.append(line)
            if said in line:
                break
        else:
            raise AssertionError("".join(heard))
        threading.Thread(target=server.stdout.read, daemon=True).start()
        try:
            yield line
        finally:
            server.terminate()


@contextmanager
def nginx(folder: Path, work: Path) -> Iterator[str]:
    """The address of a folder that nginx serves; ``work`` is for what it writes."""
    package, port = web_servers.nginx(), free_port()
    settings = (package / "etc/nginx/nginx.conf").read_text(encoding="utf-8")
    site = (package / "etc/nginx/sites-available/default").read_text(encoding="utf-8")
    site = site.replace("listen 80 default_server", f"listen 127.0.0.1:{port}")
    site = re.sub(r"listen \[::\].*", "", site).replace("/var/www/html", str(folder))
    (work / "site").write_text(site, encoding="utf-8")
    temporary = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{name}_temp_path {work}/{name};\n" for name in temporary)
    settings = re.sub(r"(pid|error_log|include /etc/nginx/modules-enabled).*", "", settings)
    settings = settings.replace("access_log /var/log/nginx/access.log", f"{places}access_log off")
    settings = settings.replace("/etc/nginx/sites-enabled/*", f"{work}/site")
    settings = settings.replace("/etc/nginx/", f"{package}/etc/nginx/")
    file = work / "nginx.conf"
    file.write_text(f"pid {work}/pid;\nerror_log stderr notice;\n{settings}", encoding="utf-8")
    # Until it has read its settings, it writes where the package says.
    command = [str(package / "usr/sbin/nginx"), "-e", "stderr", "-c", str(file)]
    with running([*command, "-g", "daemon off;"], "start worker process ", {}):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def apache(folder: Path, work: Path) -> Iterator[str]:
    """The address of a folder that Apache serves; ``work`` is for what it writes."""
    package, port = web_servers.apache(), free_port()
    etc = package / "etc/apache2"
    available = etc / "mods-available"
    lines = [f"ServerRoot {etc}", f"Listen 127.0.0.1:{port}", "ServerName 127.0.0.1"]
    for suffix in (".load", ".conf"):
        files = [available / (name + suffix) for name in MODULES]
        lines += [file.read_text(encoding="utf-8") for file in files if file.is_file()]
    lines.append((etc / "apache2.conf").read_text(encoding="utf-8"))
    lines.append((etc / "sites-available/000-default.conf").read_text(encoding="utf-8"))
    settings = "\n".join(lines).replace("/var/www/html", str(folder))
    settings = settings.replace("/var/www/", f"{folder}/").replace("*:80>", f"127.0.0.1:{port}>")
    settings = re.sub(r"^(ErrorLog|CustomLog|\s*ErrorLog|\s*CustomLog|Include ).*", "", settings,
                      flags=re.MULTILINE)  # fmt: skip
    settings = settings.replace("LogLevel warn", "ErrorLog /dev/stderr\nLogLevel notice")
    settings = re.sub(r" (/usr/lib|/etc/mime\.types|/usr/share)", rf" {package}\1", settings)
    file = work / "apache.conf"
    file.write_text(settings, encoding="utf-8")
    environment = {
        "APACHE_RUN_DIR": str(work),
        "APACHE_LOCK_DIR": str(work),
        "APACHE_LOG_DIR": str(work),
        "APACHE_PID_FILE": str(work / "pid"),
        "APACHE_RUN_USER": "www-data",
        "APACHE_RUN_GROUP": "www-data",
        "LD_LIBRARY_PATH": str(next((package / "usr/lib").glob("*/libapr-1.so.0")).parent),
    }
    command = [str(package / "usr/sbin/apache2"), "-f", str(file), "-D", "FOREGROUND"]
    with running(command, "resuming normal operations", environment):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def http_server(folder: Path, _work: Path) -> Iterator[str]:
    """The address of a folder that Python's own ``http.server`` serves."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    with running([*command, "--directory", str(folder)], "Serving HTTP", {}) as line:
        port = line.split(" port ")[1].split()[0]
        yield f"http://127.0.0.1:{port}/"
