"""Messages of the data channel between plugin and agent, as they go over the WebSocket.

https://github.com/aws/session-manager-plugin/blob/mainline/src/message/messageparser.go
"""

from __future__ import annotations

import hashlib
import json
import struct
import time
import uuid
from dataclasses import dataclass
from typing import Any

# Length after this number; type; version; time made (ms); number; flags; id; digest; kind; size.
HEADER = struct.Struct(">I32sIQqQ16s32sII")
SCHEMA = 1
INPUT, OUTPUT = "input_stream_data", "output_stream_data"
ACKNOWLEDGE, CLOSED = "acknowledge", "channel_closed"
SHOWN, SIZE = 1, 3
ASKED, ANSWERED, COMPLETE = 5, 6, 7
ACKNOWLEDGED_FLAGS = 3


@dataclass(frozen=True)
class Message:
    """One message; ``kind`` is what its payload is."""

    type: str
    number: int
    kind: int
    payload: bytes
    id: uuid.UUID
    flags: int = 0

    @property
    def told(self) -> Any:
        return json.loads(self.payload)


def message(type_: str, number: int, kind: int, payload: bytes | dict[str, Any]) -> Message:
    """A new message; a mapping becomes JSON."""
    written = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    return Message(type_, number, kind, written, uuid.uuid4())


def written(one: Message) -> bytes:
    """A message as it is sent. The id has its lower half first."""
    whole = one.id.bytes
    head = HEADER.pack(
        HEADER.size - 4,
        one.type.encode().ljust(32),
        SCHEMA,
        int(time.time() * 1000),
        one.number,
        one.flags,
        whole[8:] + whole[:8],
        hashlib.sha256(one.payload).digest(),
        one.kind,
        len(one.payload),
    )
    return head + one.payload


def read(data: bytes) -> Message:
    """A message as it came; AssertionError where it is not as the others' sources have it."""
    length, type_, schema, made, number, flags, swapped, digest, kind, size = HEADER.unpack_from(
        data
    )
    payload = data[length + 4 :]
    assert schema == SCHEMA
    assert made
    assert len(payload) == size
    assert not size or hashlib.sha256(payload).digest() == digest
    told = uuid.UUID(bytes=swapped[8:] + swapped[:8])
    return Message(type_.decode().strip(" \0"), number, kind, payload, told, flags)


def acknowledged(one: Message) -> Message:
    """What is sent back for a message of a stream."""
    told = {
        "AcknowledgedMessageType": one.type,
        "AcknowledgedMessageId": str(one.id),
        "AcknowledgedMessageSequenceNumber": one.number,
        "IsSequentialMessage": True,
    }
    payload = json.dumps(told).encode()
    return Message(ACKNOWLEDGE, 0, 0, payload, uuid.uuid4(), ACKNOWLEDGED_FLAGS)


def closed(session: str, output: str) -> Message:
    """The end of a channel, with what went wrong."""
    told = {
        "MessageId": str(uuid.uuid4()),
        "CreatedDate": "2026-11-24T08:00:00Z",
        "DestinationId": session,
        "SessionId": session,
        "MessageType": CLOSED,
        "SchemaVersion": 1,
        "Output": output,
    }
    return message(CLOSED, 0, 0, told)
