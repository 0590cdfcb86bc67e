"""An editor as far as a language server sees one: JSON-RPC over two pipes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from types import TracebackType

SERVER = (
    Path(sys.prefix)
    / "editors/node_modules/yaml-language-server/bin/yaml-language-server"
)
NODE = shutil.which("node")

MISSING = f"the YAML language server is not installed: {SERVER} (see Makefile)"

PATIENCE = 120
"""Seconds after which a server that says nothing is stopped."""

Message = dict[str, Any]

_SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        # Nothing is fetched: the schema is named in the file's first line.
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    }
}


class Editor:
    """
    A language server with one open file.

    Parameters
    ----------
    path
        The file, which need not have the text on disk.
    text
        What is typed into it.
    """

    def __init__(self, path: Path, text: str) -> None:
        assert NODE
        self.uri = path.as_uri()
        self._number = 0
        self._process = subprocess.Popen(
            [NODE, str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._alarm = Timer(PATIENCE, self._process.kill)
        self._alarm.start()
        self.ask("initialize", processId=None, rootUri=None, capabilities=_ABILITIES)
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=_SETTINGS)
        document = {"uri": self.uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._alarm.cancel()
        self._process.kill()
        self._process.communicate()

    def complaints(self) -> list[Message]:
        """Return what the server marks in the file."""
        while True:
            message = self._hear()
            if message.get("method") == "textDocument/publishDiagnostics":
                found: list[Message] = message["params"]["diagnostics"]
                return found

    def at(self, request: str, line: int, column: int) -> Any:  # noqa: ANN401 -- JSON
        """Return what the server answers at a place, counted from 0."""
        return self.ask(
            f"textDocument/{request}",
            textDocument={"uri": self.uri},
            position={"line": line, "character": column},
        )

    def ask(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 -- JSON
        """Return the answer to a request."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": parameters})
        while True:
            message = self._hear()
            if message.get("id") == self._number and "method" not in message:
                return message["result"]

    def _tell(self, method: str, **parameters: object) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Message) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _hear(self) -> Message:
        """Return the next message; questions of the server are answered with it."""
        assert self._process.stdout
        size = 0
        while header := self._process.stdout.readline().strip():
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                size = int(value)
        assert size, "the language server stopped"
        message: Message = json.loads(self._process.stdout.read(size))
        if "method" in message and "id" in message:
            asks = message["method"] == "workspace/configuration"
            items = message["params"]["items"] if asks else ()
            answer = [_SETTINGS.get(item["section"]) for item in items]
            self._send({"id": message["id"], "result": answer if asks else None})
        return message


_ABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
    },
}
