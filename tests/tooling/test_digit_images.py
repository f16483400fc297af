"""The images of digits: taken out of a wheel, and used with the right hash only."""

import gzip
import hashlib
import zipfile
import zlib

import pytest

from launch.setup_failure import SetupFailure
from runtime import digit_images

ROWS = [[*range(8)] * 8 + [3], [16] * 64 + [9]]
TABLE = gzip.compress("\n".join(",".join(f"{n}.0" for n in row) for row in ROWS).encode())


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Places of the test's own, and a pip that finds wheels there alone."""
    monkeypatch.setattr(digit_images, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(digit_images, "IMAGES", tmp_path / "images.bin")
    monkeypatch.setattr(digit_images, "LICENCE", tmp_path / "images.licence.txt")
    monkeypatch.setattr(digit_images, "TABLE_SHA256", hashlib.sha256(TABLE).hexdigest())
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "wheels"))
    (tmp_path / "wheels").mkdir()
    return tmp_path


def put_wheel(folder, table):
    name, version = digit_images.CARRIER.replace("-", "_").split("==")
    wheel = folder / "wheels" / f"{name}-{version}-cp311-cp311-manylinux_2_28_x86_64.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(digit_images.TABLE, table)
        archive.writestr(digit_images.TERMS, "as you like")
        info = f"{name}-{version}.dist-info"
        archive.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        )
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: cp311-cp311-any\n")


def test_images_are_packed_with_their_digits_behind_them_and_kept(folder):
    put_wheel(folder, TABLE)
    digit_images.put_digit_images()
    unpacked = zlib.decompress((folder / "images.bin").read_bytes())
    assert list(unpacked) == [*range(8)] * 8 + [16] * 64 + [3, 9]
    assert (folder / "images.licence.txt").read_text() == "as you like"

    (folder / "images.bin").unlink()
    next((folder / "wheels").iterdir()).unlink()
    digit_images.put_digit_images()
    assert zlib.decompress((folder / "images.bin").read_bytes()) == unpacked


def test_other_bytes_are_thrown_away(folder):
    put_wheel(folder, gzip.compress(b"other"))
    with pytest.raises(SetupFailure, match="does not have the SHA-256"):
        digit_images.put_digit_images()
    assert not (folder / "images.bin").exists()


@pytest.mark.usefixtures("folder")
def test_without_a_network_it_is_said_what_is_missing():
    with pytest.raises(SetupFailure, match=r"scikit-learn==1\.9\.1, .* connect to the network"):
        digit_images.put_digit_images()
