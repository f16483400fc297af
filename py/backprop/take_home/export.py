"""A calculation that a page shows, as the file that a reader asked for."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from backprop.message.field import Field

if TYPE_CHECKING:
    from types import ModuleType

SUBJECTS = {
    "trace": "backprop.take_home.network_files",
    "train": "backprop.take_home.network_files",
    "graph": "backprop.take_home.graph.graph_files",
    "symmetry": "backprop.take_home.laboratory.symmetry_files",
    "luck": "backprop.take_home.laboratory.luck_files",
    "digits": "backprop.take_home.laboratory.digits_files",
}
"""Kind of message → the module that writes its calculation down.

Each has `FORMATS`, the names of the files that there are; `read(subject)`, which reads the message
as the figure does; and `file_of(format, request)`, which gives the `File`. It is imported when it
is first asked, since it may need an archive that the others do not.
"""


@dataclass(frozen=True)
class ExportRequest:
    """A file of what another message is about.

    Attributes:
        files: the module that writes it.
        format: one of those that the module has.
        subject: what the module's `read` made of the other message.
    """

    files: ModuleType
    format: str
    subject: Any


def read(message: Field) -> ExportRequest:
    """An `export` message: `kind`, `format`, and as `subject` a whole message of another kind.

    Raises:
        Refusal: a field is not as it must be.
    """
    message.shape(("kind", "format", "subject"))
    subject = message["subject"]
    if type(subject.value) is not dict:
        raise subject.refusal("must be an object")
    if "kind" not in subject.value:
        raise subject.refusal("must have a kind", "missing_field")
    files = import_module(SUBJECTS[subject["kind"].choice(tuple(SUBJECTS))])
    return ExportRequest(files, message["format"].choice(files.FORMATS), files.read(subject))


def answer(request: ExportRequest) -> dict[str, Any]:
    """Answer an `export` message.

    Raises:
        Refusal: the calculation cannot be written down in this format.
    """
    file = request.files.file_of(request.format, request.subject)
    return {
        "kind": "export",
        "filename": file.name,
        "media_type": file.media_type,
        "text": file.content if isinstance(file.content, str) else None,
        "base64": b64encode(file.content).decode() if isinstance(file.content, bytes) else None,
    }
