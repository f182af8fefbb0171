#!/usr/bin/env python3
"""Verifies a session file as app/session/FORMAT.md describes it. Shares no code with the program.

  verify_session.py FILE.fleming [--head HASH] [--witness FILE]

Prints "complete up to event N of M, HASH" and exits with 0; else prints what is wrong and where, and exits with 1. It
needs only the standard library.
"""
import argparse
import hashlib
import pathlib
import sqlite3
import struct
import sys
import zlib

CONVERSATIONS = "SELECT id, started_ms FROM conversations WHERE "
QUESTIONS = """SELECT e.id, e.conversation, e.asked_ms, CAST(e.question AS BLOB), CAST(e.system_text AS BLOB),
  e.reasoning_prompt, e.max_new_tokens, e.temperature, e.top_k, e.top_p, e.seed, e.first_image, CAST(m.name AS BLOB),
  CAST(m.path AS BLOB), CAST(m.sha256 AS BLOB), CAST(m.architecture AS BLOB), m.parameters, CAST(m.dtype AS BLOB),
  CAST(m.device AS BLOB), CAST(m.description AS BLOB) FROM exchanges e JOIN models m ON m.id = e.model WHERE """
EVIDENCE = """SELECT v.exchange, v.position, CAST(i.sha256 AS BLOB), i.width, i.height, CAST(v.provenance AS BLOB)
  FROM evidence v JOIN images i ON i.id = v.image WHERE """
TOKENS = """SELECT exchange, position, token, CAST(text AS BLOB), log_probability, CAST(channel AS BLOB),
  CAST(parts AS BLOB) FROM tokens WHERE """
ANSWERS = """SELECT id, CAST(text AS BLOB), CAST(reasoning AS BLOB), CAST(final_answer AS BLOB), CAST(finish AS BLOB),
  prompt_tokens, prefilled_tokens, image_tokens, vision_seconds, prefill_seconds, decode_seconds, tokens_per_second,
  prompt_ids FROM exchanges WHERE """
FAILURES = "SELECT id, CAST(failure AS BLOB) FROM exchanges WHERE "
REVIEWS = """SELECT id, exchange, CAST(verdict AS BLOB), CAST(comment AS BLOB), CAST(reviewer AS BLOB), time_ms
  FROM reviews WHERE """
VERSIONS = """SELECT id, from_version, to_version, last_conversation, last_exchange, last_review FROM versions
  WHERE id = :subject"""
EXPORTS = """SELECT id, CAST(format AS BLOB), CAST(file_name AS BLOB), CAST(sha256 AS BLOB), last_event, time_ms
  FROM exports WHERE id = :subject"""


def up_to(column):
    return f" <= (SELECT {column} FROM versions WHERE id = :subject) ORDER BY "


PAYLOADS = {
    "session created": [VERSIONS],
    "session migrated": [
        VERSIONS,
        CONVERSATIONS + "id" + up_to("last_conversation") + "id",
        QUESTIONS + "e.id" + up_to("last_exchange") + "e.id",
        EVIDENCE + "v.exchange" + up_to("last_exchange") + "v.exchange, v.position",
        TOKENS + "exchange" + up_to("last_exchange") + "exchange, position",
        ANSWERS + "id" + up_to("last_exchange") + "id",
        FAILURES + "id" + up_to("last_exchange") + "id",
        REVIEWS + "id" + up_to("last_review") + "id",
    ],
    "conversation begun": [CONVERSATIONS + "id = :subject"],
    "question asked": [QUESTIONS + "e.id = :subject", EVIDENCE + "v.exchange = :subject ORDER BY v.position"],
    "tokens appended": [
        TOKENS + "exchange = :subject AND position >= :first AND position < :first + :count ORDER BY position"],
    "answer finished": [ANSWERS + "id = :subject"],
    "answer failed": [FAILURES + "id = :subject"],
    "answer interrupted": ["SELECT id FROM exchanges WHERE id = :subject"],
    "review given": [REVIEWS + "id = :subject"],
    "report exported": [EXPORTS],
}


def value(x):
    if x is None:
        return b"N"
    if isinstance(x, int):
        return b"I" + struct.pack("<q", x)
    if isinstance(x, float):
        return b"F" + struct.pack("<d", x)
    return b"B" + struct.pack("<q", len(x)) + x


def payload(database, event):
    data = b""
    for select in PAYLOADS[event["kind"]]:
        parameters = {name: event[name] for name in ("subject", "first", "count")}
        for row in database.execute(select, parameters):
            data += b"R" + b"".join(value(x) for x in row)
        data += b"E"
    return hashlib.sha256(data).digest()


def entry(event):
    data = b"\0"
    for name in ("format", "log", "sequence", "previous", "kind", "utc_ms", "monotonic_ns", "actor", "program",
                 "subject", "first", "count", "payload_sha256"):
        x = event[name]
        x = struct.pack("<q", x) if isinstance(x, int) else x.encode() if isinstance(x, str) else x
        data += struct.pack("<q", len(x)) + x
    return hashlib.sha256(data).digest()


def pixels(png, width, height):
    """Returns the RGB bytes of a PNG of 8 bits per channel without interlacing."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n", "not a PNG"
    at, data = 8, b""
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at:at + 8])
        body = png[at + 8:at + 8 + size]
        if kind == b"IHDR":
            columns, rows, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", body)
            assert (columns, rows, depth, interlace) == (width, height, 8, 0) and colour in (0, 2, 6), "another PNG"
        data += body if kind == b"IDAT" else b""
        at += size + 12
    channels = {0: 1, 2: 3, 6: 4}[colour]
    data, stride = zlib.decompress(data), width * channels
    above, rgb = bytearray(stride), bytearray()
    for y in range(height):
        rule, line = data[y * (stride + 1)], bytearray(data[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        for x in range(stride):
            left = line[x - channels] if x >= channels else 0
            corner = above[x - channels] if x >= channels else 0
            up = above[x]
            nearest = min((left, up, corner), key=lambda v: abs(left + up - corner - v))  # the order breaks ties
            line[x] = (line[x] + (0, left, up, (left + up) // 2, nearest)[rule]) & 255
        above = line
        for x in range(width):
            pixel = line[x * channels:(x + 1) * channels]
            rgb += pixel[:1] * 3 if channels == 1 else pixel[:3]
    return bytes(rgb)


def check_pictures(database):
    for sha256, width, height, png in database.execute("SELECT sha256, width, height, png FROM images"):
        try:
            fits = hashlib.sha256(pixels(png, width, height)).hexdigest() == sha256
        except (AssertionError, IndexError, KeyError, struct.error, zlib.error):
            fits = False
        assert fits, "the pixels of a picture were changed"


def check_rows(database, events):
    """Every row and every state must be the result of events."""
    def one(sql):
        return database.execute(sql).fetchone()[0]

    last = [0, 0, 0]
    for event in events:
        if event["kind"] == "session migrated":
            last = database.execute("SELECT last_conversation, last_exchange, last_review FROM versions WHERE id = ?",
                                    [event["subject"]]).fetchone()
    subjects = {kind: [e["subject"] for e in events if e["kind"] == kind] for kind in PAYLOADS}
    versions = sorted(subjects["session created"] + subjects["session migrated"])
    for table, recorded, before in (("versions", versions, 0), ("conversations", subjects["conversation begun"], last[0]),
                                    ("exchanges", subjects["question asked"], last[1]),
                                    ("reviews", subjects["review given"], last[2]),
                                    ("exports", subjects["report exported"], 0)):
        found = [row[0] for row in database.execute(f"SELECT id FROM {table} WHERE id > {before} ORDER BY id")]
        assert found == sorted(recorded), f"the table {table} holds rows that no event records"
    tokens = sum(e["count"] for e in events if e["kind"] == "tokens appended")
    assert tokens == one(f"SELECT count(*) FROM tokens WHERE exchange > {last[1]}"), "tokens that no event records"
    assert one("SELECT count(*) FROM images WHERE id NOT IN (SELECT image FROM evidence)") == 0, "a picture too many"
    assert one("SELECT count(*) FROM models WHERE id NOT IN (SELECT model FROM exchanges)") == 0, "a model too many"
    assert one("SELECT count(*) FROM evidence WHERE exchange NOT IN (SELECT id FROM exchanges)") == 0, "evidence"
    for number, state, failed, finished in database.execute(
            "SELECT id, state, failure IS NOT NULL, finish IS NOT NULL FROM exchanges"):
        if number > last[1]:
            assert failed == (number in subjects["answer failed"]), f"the failure of exchange {number}"
            assert finished == (number in subjects["answer finished"]), f"the end of exchange {number}"
        interrupted = number in subjects["answer interrupted"]
        expected = "failed" if failed else "done" if finished else "interrupted" if interrupted else "streaming"
        old = number <= last[1] and expected == "streaming" and state == "interrupted"
        assert state == expected or old, f"the state of exchange {number}"


def check_witness(file, log, hashes):
    """Returns the last event of this log that the witness file knows."""
    known = 0
    for line in pathlib.Path(file).read_text().split("\n")[:-1]:
        _, uuid, number, sha256 = line.split(" ")
        if log is None or uuid.replace("-", "") != log.hex():
            continue
        assert int(number) <= len(hashes), f"the witness saw event {number}: events were cut off"
        assert hashes[int(number) - 1] == sha256, f"the witness saw another event {number}"
        known = max(known, int(number))
    return known


def check_chain(database, hashes):
    """Checks the events one after the other, adds their hashes to `hashes`, and returns the events."""
    previous, log = bytes(32), None
    events = database.execute("SELECT * FROM events ORDER BY sequence").fetchall()
    for number, event in enumerate(events, 1):
        assert event["format"] == 1 and event["sequence"] == number, f"event {number} is missing"
        assert log in (None, event["log"]), f"event {number} is of another log"
        assert event["previous"] == previous, f"event {number} does not follow"
        assert entry(event) == event["sha256"], f"event {number} was changed"
        assert event["kind"] in PAYLOADS, f"event {number} is of an unknown kind"
        cursor = database.cursor()
        cursor.row_factory = None
        assert payload(cursor, event) == event["payload_sha256"], f"the data of event {number} were changed"
        previous, log = event["sha256"], event["log"]
        hashes.append(previous.hex())
    return events


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--head", help="only up to the event with this hash")
    parser.add_argument("--witness", help="the witness file")
    given = parser.parse_args()
    database = sqlite3.connect(f"{pathlib.Path(given.file).resolve().as_uri()}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    hashes, known = [], 0
    try:
        try:
            events = check_chain(database, hashes)
        except (AssertionError, TypeError, AttributeError):
            if given.head not in hashes:
                raise
        else:
            check_rows(database, events)
        check_pictures(database)
        assert given.head in (None, *hashes), "no event has this hash"
        if given.witness and not given.head:
            known = check_witness(given.witness, events[0]["log"] if events else None, hashes)
    except (AssertionError, TypeError, AttributeError, sqlite3.Error) as fault:
        print(f"{fault}\ncomplete up to event {len(hashes)}")
        return 1
    print(f"complete up to event {len(hashes)}, {hashes[-1] if hashes else 'empty'}; witnessed up to event {known}")
    return 0


sys.exit(main())
