#!/usr/bin/env python3
"""Verifies a session file as app/session/FORMAT.md describes it, without code of the program: exit code 0 or 1.

Run: verify_session.py FILE.fleming [--head HASH] [--witness FILE]
"""
import argparse
import hashlib
import pathlib
import re
import sqlite3
import struct
import sys
import zlib


def blobs(sql):
    """Texts are hashed as the bytes that are stored: ~column is a column that is selected as a blob."""
    return re.sub(r"~([\w.]+)", r"CAST(\1 AS BLOB)", sql)


CONVERSATIONS = "SELECT id, started_ms FROM conversations WHERE "
QUESTIONS = blobs("""SELECT e.id, e.conversation, e.asked_ms, ~e.question, ~e.system_text, e.reasoning_prompt, e.max_new_tokens,
  e.temperature, e.top_k, e.top_p, e.seed, e.first_image, ~m.name, ~m.path, ~m.sha256, ~m.architecture, m.parameters, ~m.dtype,
  ~m.device, ~m.description FROM exchanges e JOIN models m ON m.id = e.model WHERE """)
EVIDENCE = blobs("""SELECT v.exchange, v.position, ~i.sha256, i.width, i.height, ~v.provenance
  FROM evidence v JOIN images i ON i.id = v.image WHERE """)
TOKENS = blobs("SELECT exchange, position, token, ~text, log_probability, ~channel, ~parts FROM tokens WHERE ")
ANSWERS = blobs("""SELECT id, ~text, ~reasoning, ~final_answer, ~finish, prompt_tokens, prefilled_tokens, image_tokens,
  vision_seconds, prefill_seconds, decode_seconds, tokens_per_second, prompt_ids FROM exchanges WHERE """)
FAILURES = blobs("SELECT id, ~failure FROM exchanges WHERE ")
REVIEWS = blobs("SELECT id, exchange, ~verdict, ~comment, ~reviewer, time_ms FROM reviews WHERE ")
VERSIONS = """SELECT id, from_version, to_version, last_conversation, last_exchange, last_review
  FROM versions WHERE id = :subject"""
EXPORTS = blobs("SELECT id, ~format, ~file_name, ~sha256, last_event, time_ms FROM exports WHERE id = :subject")


RECORDS = " WHERE id = :subject"
QUESTION_5 = ["SELECT id, follows, model FROM exchanges" + RECORDS,
    blobs("SELECT v.position, i.id, ~i.png_sha256 FROM evidence v JOIN images i ON i.id = v.image WHERE v.exchange = :subject ORDER BY v.position")]
REVIEW_5 = [blobs("""SELECT r.id, r.exchange, ~r.verdict, r.confidence, ~r.comment, ~r.corrected_answer, ~r.reason, ~r.reviewer,
  ~r.reviewer_code, r.active_ms, r.time_ms, t.id, ~t.name, ~t.version, ~t.definition
  FROM reviews r LEFT JOIN taxonomies t ON t.id = r.taxonomy WHERE r.id = :subject""")] + [
    blobs(f"SELECT {columns} FROM review_{table} WHERE review = :subject ORDER BY {order}") for table, columns, order in (
        ("tags", "position, ~tag", "position"),
        ("spans", "position, ~passage, first_byte, end_byte, ~label, ~severity, ~note", "position"),
        ("marks", "position, image, ~shape, x1, y1, x2, y2, ~note", "position"), ("links", "span, mark", "span, mark"))]
ACTIVITY = blobs("SELECT id, ~details, time_ms FROM activities" + RECORDS)
TABLES_5 = {"session opened": "activities", "session closed": "activities", "settings changed": "activities",
            "session titled": "titles", "answer replayed": "replays", "session imported": "imports"}

UP_TO = " <= (SELECT {} FROM versions WHERE id = :subject) ORDER BY "
PAYLOADS = {
    "session created": [VERSIONS],
    "session migrated": [VERSIONS, CONVERSATIONS + "id" + UP_TO.format("last_conversation") + "id",
        QUESTIONS + "e.id" + UP_TO.format("last_exchange") + "e.id",
        EVIDENCE + "v.exchange" + UP_TO.format("last_exchange") + "v.exchange, v.position",
        TOKENS + "exchange" + UP_TO.format("last_exchange") + "exchange, position",
        ANSWERS + "id" + UP_TO.format("last_exchange") + "id", FAILURES + "id" + UP_TO.format("last_exchange") + "id",
        REVIEWS + "id" + UP_TO.format("last_review") + "id"],
    "question asked": [QUESTIONS + "e.id = :subject", EVIDENCE + "v.exchange = :subject ORDER BY v.position"],
    "tokens appended": [TOKENS + "exchange = :subject AND position >= :first AND position < :first + :count ORDER BY position"],
    "report exported": [EXPORTS],
    **{kind: [rows + "id = :subject"] for kind, rows in {
        "conversation begun": CONVERSATIONS, "answer finished": ANSWERS, "answer failed": FAILURES, "review given": REVIEWS,
        "answer interrupted": "SELECT id FROM exchanges WHERE "}.items()},
    "question asked/5": [QUESTIONS + "e.id = :subject", EVIDENCE + "v.exchange = :subject ORDER BY v.position"] + QUESTION_5,
    "answer finished/5": [ANSWERS + "id = :subject", blobs("SELECT id, ~run FROM exchanges" + RECORDS)],
    "review submitted": REVIEW_5,
    "session opened": [ACTIVITY], "session closed": [ACTIVITY], "settings changed": [ACTIVITY],
    "session titled": [blobs("SELECT id, ~title, time_ms FROM titles" + RECORDS)],
    "answer replayed": [blobs("SELECT id, exchange, identical, tokens, same, ~model_sha256, ~dtype, ~device, ~run, time_ms"
                              " FROM replays" + RECORDS)],
    "session imported": [blobs("SELECT id, ~file_name, ~sha256, ~log, sequence, ~head, time_ms FROM imports" + RECORDS)],
}


def value(x):
    if x is None:
        return b"N"
    if isinstance(x, bytes):
        return b"B" + struct.pack("<q", len(x)) + x
    return b"I" + struct.pack("<q", x) if isinstance(x, int) else b"F" + struct.pack("<d", x)


def payload(database, event):
    given, sha256 = {name: event[name] for name in ("subject", "first", "count")}, hashlib.sha256()
    for select in PAYLOADS[event["kind"]]:
        for row in database.execute(select, given):
            sha256.update(b"R" + b"".join(value(x) for x in row))
        sha256.update(b"E")
    return sha256.digest()


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
    at, data = 8, b""
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at:at + 8])
        body = png[at + 8:at + 8 + size]
        assert png[at + 8 + size:at + 12 + size] == struct.pack(">I", zlib.crc32(kind + body)), "a picture was changed"
        if kind == b"IHDR":
            columns, rows, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", body)
            given = (png[:8], columns, rows, depth, interlace, {0: 1, 2: 3, 6: 4}.get(colour))
            assert given[:5] == (b"\x89PNG\r\n\x1a\n", width, height, 8, 0) and given[5], "another PNG"
        data += body if kind == b"IDAT" else b""
        at += size + 12
    data, channels, stride = zlib.decompress(data), given[5], width * given[5]
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
        rgb += b"".join(line[x:x + 1] * 3 if channels == 1 else line[x:x + 3] for x in range(0, stride, channels))
    return bytes(rgb)


def check_rows_5(database, subjects, branched, detailed, ran):
    """Tables and columns of version 5: events of older versions do not cover them."""
    for table in set(TABLES_5.values()):
        recorded = [number for kind, of in TABLES_5.items() if of == table for number in subjects[kind]]
        found = [row[0] for row in database.execute(f"SELECT id FROM {table} ORDER BY id")]
        assert found == sorted(recorded), f"the table {table} holds rows that no event records"
    before = ("COALESCE((SELECT MAX(p.id) FROM exchanges p WHERE p.conversation = e.conversation AND p.id < e.id"
              " AND p.state <> 'failed'), 0)")
    for covered, rows in ((detailed, "SELECT review FROM review_tags UNION SELECT review FROM review_spans UNION"
                                     " SELECT review FROM review_marks UNION SELECT review FROM review_links"),
                          (detailed, "SELECT id FROM reviews WHERE COALESCE(confidence, active_ms, taxonomy) IS NOT NULL"
                                     " OR reviewer_code <> '' OR corrected_answer <> '' OR reason <> ''"),
                          (ran, "SELECT id FROM exchanges WHERE run IS NOT NULL"),
                          (branched, f"SELECT id FROM exchanges e WHERE follows <> {before}"),
                          (set(), "SELECT id FROM taxonomies WHERE id NOT IN (SELECT taxonomy FROM reviews WHERE taxonomy NOT NULL)"),
                          ({row[1] for row in database.execute("SELECT exchange, image FROM evidence") if row[0] in branched},
                           "SELECT id FROM images WHERE png_sha256 <> ''")):
        assert covered >= {row[0] for row in database.execute(rows)}, f"no event records: {rows}"
    for png, sha256 in database.execute("SELECT png, png_sha256 FROM images WHERE png_sha256 <> ''"):
        assert hashlib.sha256(png).hexdigest() == sha256, "an encoded picture was changed"


def check_rows(database, events):
    """Every row and every state must be the result of events."""
    last = database.execute("SELECT COALESCE(MAX(last_conversation), 0), COALESCE(MAX(last_exchange), 0),"
                            " COALESCE(MAX(last_review), 0) FROM versions").fetchone()
    subjects = {kind: [e["subject"] for e in events if e["kind"] == kind] for kind in PAYLOADS}
    branched, detailed, ran = (set(subjects[kind]) for kind in ("question asked/5", "review submitted", "answer finished/5"))
    versions = sorted(subjects["session created"] + subjects["session migrated"])
    for table, recorded, before in (("versions", versions, 0), ("conversations", subjects["conversation begun"], last[0]),
                                    ("exchanges", subjects["question asked"] + subjects["question asked/5"], last[1]),
                                    ("reviews", subjects["review given"] + subjects["review submitted"], last[2]),
                                    ("exports", subjects["report exported"], 0)):
        found = [row[0] for row in database.execute(f"SELECT id FROM {table} WHERE id > {before} ORDER BY id")]
        assert found == sorted(recorded), f"the table {table} holds rows that no event records"
    tokens = sum(e["count"] for e in events if e["kind"] == "tokens appended")
    for count, rows in ((tokens, f"tokens WHERE exchange > {last[1]}"),
                        (0, "images WHERE id NOT IN (SELECT image FROM evidence)"),
                        (0, "models WHERE id NOT IN (SELECT model FROM exchanges)"),
                        (0, "evidence WHERE exchange NOT IN (SELECT id FROM exchanges)")):
        found = database.execute(f"SELECT count(*) FROM {rows}").fetchone()[0]
        assert found == count, f"the table {rows.split()[0]} holds rows that no event records"
    if database.execute("PRAGMA user_version").fetchone()[0] >= 5:
        check_rows_5(database, subjects, branched, detailed, ran)
    for number, state, failed, finished, answered in database.execute(
            "SELECT id, state, failure IS NOT NULL, finish IS NOT NULL, COALESCE(text, reasoning, final_answer, prompt_tokens, "
            "prefilled_tokens, image_tokens, vision_seconds, prefill_seconds, decode_seconds, tokens_per_second, prompt_ids) "
            "IS NOT NULL FROM exchanges"):
        ended = (number in subjects["answer failed"], number in ran or number in subjects["answer finished"])
        assert number <= last[1] or ((failed, finished) == ended and finished >= answered), f"the end of exchange {number}"
        interrupted = number in subjects["answer interrupted"]
        expected = "failed" if failed else "done" if finished else "interrupted" if interrupted else "streaming"
        assert state == expected or (number <= last[1] and (expected, state) == ("streaming", "interrupted")), "a state"


def check_witness(file, log, hashes):
    """Returns the last event of this log that the witness file knows."""
    known = 0
    for line in pathlib.Path(file).read_text().split("\n")[:-1]:
        _, uuid, number, sha256 = line.split(" ")
        if uuid.replace("-", "") == log.hex():
            assert int(number) <= len(hashes), f"the witness saw event {number}: events were cut off"
            assert hashes[int(number) - 1] == sha256, f"the witness saw another event {number}"
            known = max(known, int(number))
    return known


def check_chain(database, hashes):
    """Checks the events, adds their hashes to `hashes`, and returns them."""
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


FAULTS = (AssertionError, AttributeError, IndexError, KeyError, TypeError, sqlite3.Error, struct.error, zlib.error)


def main():
    parser = argparse.ArgumentParser()
    for name in ("file", "--head", "--witness"):
        parser.add_argument(name)
    given = parser.parse_args()
    database = sqlite3.connect(f"{pathlib.Path(given.file).resolve().as_uri()}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    hashes = []
    try:
        try:
            events = check_chain(database, hashes)
            check_rows(database, events)
        except FAULTS:
            if given.head not in hashes:
                raise
        for sha256, width, height, png in database.execute("SELECT sha256, width, height, png FROM images"):
            assert hashlib.sha256(pixels(png, width, height)).hexdigest() == sha256, "a picture was changed"
        assert given.head in (None, *hashes), "no event has this hash"
        known = check_witness(given.witness, events[0]["log"], hashes) if given.witness and not given.head else 0
    except FAULTS as fault:
        print(f"{fault}\ncomplete up to event {len(hashes)}")
        return 1
    print(f"complete up to event {len(hashes)}, {hashes[-1] if hashes else 'empty'}; witnessed up to event {known}")
    return 0


sys.exit(main())
