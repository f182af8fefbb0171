#!/usr/bin/env python3
"""Verifies a session file as app/session/FORMAT.md describes it, without code of the program: exit code 0 or 1.
Run: verify_session.py FILE.fleming [--head HASH] [--witness FILE]"""
import argparse, collections, hashlib, os, pathlib, re, sqlite3, struct, sys, zlib

SCHEMAS = {4: "b696fe108265bf95877f68e7d125b6c5d40fad2d8b6489c54094250a55ff5c5d",
           5: "e760473dd713277d4348cb4f74c79bbd6f786de4e49db4e7c7556ff577623067",
           6: "f5c34ca77e4980486de15cf37bb6b4530419ed154c54f945e05771b3ed15c09f"}
HEAD = re.compile(r"[-\d]{10}T[:\d]{8}\.\d{3}Z ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([1-9]\d{0,17}) ([0-9a-f]{64})")
TABLES = ["versions", "conversations", "exchanges", "reviews", "exports", "activities", "titles", "replays", "imports",
          "measurements"]
QUESTIONS = """SELECT e.id, e.conversation, e.asked_ms, e.question, e.system_text, e.reasoning_prompt, e.max_new_tokens,
  e.temperature, e.top_k, e.top_p, e.seed, e.first_image, m.name, m.path, m.sha256, m.architecture, m.parameters, m.dtype,
  m.device, m.description FROM exchanges e JOIN models m ON m.id = e.model WHERE e.id"""
EVIDENCE = """SELECT v.exchange, v.position, i.sha256, i.width, i.height, v.provenance
  FROM evidence v JOIN images i ON i.id = v.image WHERE v.exchange"""
ANSWER = """text, reasoning, final_answer, finish, prompt_tokens, prefilled_tokens, image_tokens, vision_seconds, prefill_seconds,
  decode_seconds, tokens_per_second, prompt_ids"""
ANSWERS = f"SELECT id, {ANSWER} FROM exchanges WHERE id"
TOKENS = "SELECT * FROM tokens WHERE exchange"
FAILURES = "SELECT id, failure FROM exchanges WHERE id"
REVIEWS = "SELECT id, exchange, verdict, comment, reviewer, time_ms FROM reviews WHERE id"
IS, UP_TO = " = :subject", " <= (SELECT last_{} FROM versions WHERE id = :subject) ORDER BY "
QUESTION = [QUESTIONS + IS, EVIDENCE + IS + " ORDER BY v.position"]

KINDS = {  # kind of an event: under which names it records its subject, and the statements of its payload
    "question asked": (["exchanges"], QUESTION),
    "question asked/5": (["exchanges", "branched"], QUESTION + [
        "SELECT id, follows, model FROM exchanges WHERE id = :subject", """SELECT v.position, i.id, i.png_sha256
        FROM evidence v JOIN images i ON i.id = v.image WHERE v.exchange = :subject ORDER BY v.position"""]),
    "tokens appended": ([], [TOKENS + " = :subject AND position >= :first AND position < :first + :count ORDER BY position"]),
    "answer finished": (["finished"], [ANSWERS + IS]),
    "answer finished/5": (["finished", "ran"], [ANSWERS + IS, "SELECT id, run FROM exchanges WHERE id = :subject"]),
    "answer failed": (["failed"], [FAILURES + IS]),
    "answer interrupted": (["interrupted"], ["SELECT id FROM exchanges WHERE id = :subject"]),
    "review given": (["reviews"], [REVIEWS + IS]),
    "review submitted": (["reviews", "detailed"], ["""SELECT r.id, r.exchange, r.verdict, r.confidence, r.comment,
        r.corrected_answer, r.reason, r.reviewer, r.reviewer_code, r.active_ms, r.time_ms, t.id, t.name, t.version, t.definition
        FROM reviews r LEFT JOIN taxonomies t ON t.id = r.taxonomy WHERE r.id = :subject"""] + [
        f"SELECT {columns} FROM review_{table} WHERE review = :subject ORDER BY {order}" for table, columns, order in (
            ("tags", "position, tag", 1), ("spans", "position, passage, first_byte, end_byte, label, severity, note", 1),
            ("marks", "position, image, shape, x1, y1, x2, y2, note", 1), ("links", "span, mark", "1, 2"))])}
KINDS["review submitted/6"] = (["reviews", "detailed", "tied"], KINDS["review submitted"][1] + [
    "SELECT span, measurement FROM review_measurements WHERE review = :subject ORDER BY 1, 2"])
for each, rows in (("session created", "versions"), ("conversation begun", "conversations"), ("report exported", "exports"),
                   ("session opened", "activities"), ("session closed", "activities"), ("settings changed", "activities"),
                   ("session titled", "titles"), ("answer replayed", "replays"), ("session imported", "imports"),
                   ("measurement recorded", "measurements"), ("measurement removed", "measurements")):
    KINDS[each] = ([rows], [f"SELECT * FROM {rows} WHERE id = :subject"])
KINDS["session migrated"] = (["versions"], [KINDS["session created"][1][0]] + [
    rows + UP_TO.format(last) + order for rows, last, order in (
        ("SELECT * FROM conversations WHERE id", "conversation", "id"), (QUESTIONS, "exchange", "e.id"),
        (EVIDENCE, "exchange", "v.exchange, v.position"), (TOKENS, "exchange", "exchange, position"),
        (ANSWERS, "exchange", "id"), (FAILURES, "exchange", "id"), (REVIEWS, "review", "id"))])

COVERED = [  # what the statement selects must be recorded under the name
    ("exchanges", "exchange FROM evidence"), ("nothing", "id FROM images WHERE id NOT IN (SELECT image FROM evidence)"),
    ("nothing", "id FROM models WHERE id NOT IN (SELECT model FROM exchanges)"),  # the rest is of version 5
    ("nothing", "id FROM taxonomies WHERE id NOT IN (SELECT taxonomy FROM reviews WHERE taxonomy NOT NULL)"),
    ("detailed", "review FROM review_tags"), ("detailed", "review FROM review_spans"), ("detailed", "review FROM review_marks"),
    ("detailed", "review FROM review_links"), ("detailed", """id FROM reviews WHERE reason <> '' OR reviewer_code <> ''
        OR corrected_answer <> '' OR COALESCE(confidence, active_ms, taxonomy) NOT NULL"""),
    ("ran", "id FROM exchanges WHERE run NOT NULL"), ("asked", "id FROM images WHERE png_sha256 <> ''"),
    ("branched", """id FROM exchanges e WHERE follows <> COALESCE((SELECT MAX(id) FROM exchanges p
        WHERE p.conversation = e.conversation AND p.id < e.id AND p.state <> 'failed'), 0)"""),
    ("tied", "review FROM review_measurements")]  # of version 6

def value(x):
    if x is None or isinstance(x, bytes):
        return b"N" if x is None else b"B" + struct.pack("<q", len(x)) + x
    return struct.pack("<cq", b"I", x) if isinstance(x, int) else struct.pack("<cd", b"F", x)

def payload(database, statements, parameters=()):
    sha256 = hashlib.sha256()
    for select in statements:
        for row in database.execute(select, parameters):
            sha256.update(b"R" + b"".join(map(value, row)))
        sha256.update(b"E")
    return sha256.digest()

def pixels(png, width, height):
    """Returns the RGB bytes of a PNG of 8 bits per channel without interlacing."""
    at, data, kind, channels = 8, b"", b"", {0: 1, 2: 3, 6: 4}[png[25]]
    assert png[:29] == b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">IIBBBBB", width, height, 8, png[25], 0, 0, 0), "a PNG"
    while kind != b"IEND":
        size, kind = struct.unpack(">I4s", png[at:at + 8])
        body, check = png[at + 8:at + 8 + size], png[at + 8 + size:at + 12 + size]
        assert kind[0] & 32 or check == struct.pack(">I", zlib.crc32(kind + body)), "a picture was changed"
        data, at = data + (body if kind == b"IDAT" else b""), at + size + 12
    data, stride, rgb = zlib.decompress(data), width * channels, bytearray()
    above = bytes(stride)
    for start in range(0, height * (stride + 1), stride + 1):
        rule, line = data[start], bytearray(data[start + 1:start + 1 + stride])
        for x in range(stride if rule else 0):
            left, corner, up = (line[x - channels], above[x - channels], above[x]) if x >= channels else (0, 0, above[x])
            nearest = min((left, up, corner), key=lambda v: abs(left + up - corner - v))  # the order breaks ties
            line[x] = (line[x] + (0, left, up, (left + up) // 2, nearest)[rule]) & 255
        above = line
        rgb += b"".join(line[x:x + 1] * 3 if channels == 1 else line[x:x + 3] for x in range(0, stride, channels))
    return bytes(rgb)

def record(database, kind, subject, first, count, recorded, tokens):
    """Adds the rows that an event records; recording them again is a fault."""
    if kind == "tokens appended":
        assert tokens[subject] == first, "tokens are recorded twice, or some are missing"
        tokens[subject] += count
    for name in TABLES[1:4] if kind == "session migrated" else ():
        last = database.execute(f"SELECT last_{name[:-1]} FROM versions WHERE id = ?", (subject,)).fetchone()
        recorded[name] |= {row[0] for row in database.execute(f"SELECT id FROM {name} WHERE id <= ?", last)}
        if name == "exchanges":
            recorded["migrated"] |= recorded[name]
            tokens.update(dict(database.execute("SELECT exchange, count(*) FROM tokens WHERE exchange <= ? GROUP BY 1", last)))
    for name in KINDS[kind][0]:
        assert subject not in recorded[name], f"{kind} is recorded twice"
        recorded[name].add(subject)

def check_chain(database, hashes, recorded, tokens):
    """Checks the events with their payloads and pictures, and adds their hashes to `hashes`."""
    previous, log, checked = bytes(32), None, set()
    for number, event in enumerate(database.execute("""SELECT format, log, sequence, previous, kind, utc_ms, monotonic_ns, actor,
            program, subject, first, count, payload_sha256, sha256 FROM events ORDER BY sequence""").fetchall(), 1):
        kind, given = event[4].decode(), dict(zip(("subject", "first", "count"), event[9:12]))
        assert (event[0], event[2]) == (1, number), f"event {number} is missing"
        assert log in (None, event[1]) and event[3] == previous, f"event {number} does not follow"
        packed = [struct.pack("<q", x) if isinstance(x, int) else x for x in event[:13]]
        digest = hashlib.sha256(b"\0" + b"".join(struct.pack("<q", len(x)) + x for x in packed)).digest()
        assert digest == event[13], f"event {number} was changed"
        assert payload(database, KINDS[kind][1], given) == event[12], f"the data of event {number} were changed"
        asked = IS if kind.startswith("question") else UP_TO.format("exchange") + "1" if kind == "session migrated" else None
        for image, sha256, width, height, png, *known in database.execute(
                f"SELECT * FROM images WHERE id IN (SELECT image FROM evidence WHERE exchange{asked})", given) if asked else ():
            if image not in checked:  # files of version 4 have no digest of the encoded picture
                assert known in ([], [b""], [hashlib.sha256(png).hexdigest().encode()]), f"a picture of event {number}"
                assert hashlib.sha256(pixels(png, width, height)).hexdigest().encode() == sha256, f"a picture of event {number}"
                checked.add(image)
        record(database, kind, *event[9:12], recorded, tokens)
        previous, log = event[13], event[1]
        hashes.append(previous.hex())
    assert hashes, "event 1 is missing"

def check_rows(database, version, recorded, tokens):
    """Every row and every state must be the result of events."""
    asked = database.execute("SELECT exchange, image FROM evidence").fetchall()
    recorded["asked"] = {image for exchange, image in asked if exchange in recorded["branched"]}
    for name, rows in COVERED[:3 if version < 5 else -1 if version < 6 else None]:
        assert recorded[name] >= {row[0] for row in database.execute("SELECT " + rows)}, f"no event records: {rows}"
    for table in TABLES[:5 if version < 5 else -1 if version < 6 else None]:
        found = {row[0] for row in database.execute(f"SELECT id FROM {table}")}
        assert found == recorded[table], f"the table {table} holds rows that no event records"
    count = database.execute("SELECT count(*) FROM tokens").fetchone()[0]
    assert count == sum(tokens.values()), "the table tokens holds rows that no event records"
    for number, state, failed, finished, answered in database.execute(
            f"SELECT id, state, failure NOT NULL, finish NOT NULL, COALESCE({ANSWER}) NOT NULL FROM exchanges"):
        migrated, ends = number in recorded["migrated"], (number in recorded["failed"], number in recorded["finished"])
        assert migrated or ((failed, finished) == ends and finished >= answered), f"the end of exchange {number} was changed"
        other = [b"interrupted"] if number in recorded["interrupted"] else [b"streaming", b"interrupted"][:1 + migrated]
        assert state in ([b"failed"] if failed else [b"done"] if finished else other), f"the state of exchange {number}"

def check_structure(database, version):
    """Checks what is the same in every file of a version, and what follows from the rows."""
    counters, schema = [], payload(database, ["SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"]).hex()
    assert SCHEMAS.get(version) == schema, "the tables, indexes or triggers were changed"
    tables = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    for table, sql in database.execute(tables).fetchall():
        for _, column, kind, *_ in database.execute("SELECT * FROM pragma_table_info(CAST(? AS TEXT))", (table,)).fetchall():
            others = f"SELECT count(*) FROM {table.decode()} WHERE typeof({column.decode()}) NOT IN (?, 'null')"
            assert database.execute(others, (kind.decode().lower(),)).fetchone()[0] == 0, f"a type in {table.decode()}"
        last = database.execute(f"SELECT MAX(id) FROM {table.decode()}").fetchone()[0] if b"AUTOINCREMENT" in sql else None
        counters += [(table, last, b"text", b"integer")] if last else []
    found = database.execute("SELECT name, seq, typeof(name), typeof(seq) FROM sqlite_sequence ORDER BY name").fetchall()
    assert found == counters, "the counters of row ids were changed"
    assert database.execute("PRAGMA integrity_check(1)").fetchone()[0] == b"ok", "tables and indexes do not agree"

parser = argparse.ArgumentParser(description=__doc__)
for option in ("file", "--head", "--witness"): parser.add_argument(option)
arguments, hashes, recorded, tokens = parser.parse_args(), [], collections.defaultdict(set), collections.Counter()
try:
    path = pathlib.Path(arguments.file).resolve()  # to read a closed file, SQLite need not create its shared memory
    journals = [os.path.getsize(f"{path}-{x}") for x in ("wal", "journal") if os.path.exists(f"{path}-{x}")]
    options = "mode=ro" if any(journals) or os.path.exists(f"{path}-lock") else "immutable=1"
    session = sqlite3.connect(f"{path.as_uri()}?{options}", uri=True)
    session.text_factory = bytes  # texts are hashed as they are stored
    assert session.execute("PRAGMA application_id").fetchone()[0] == 0x464C4D56, "not a session"
    hidden = "type = 'view' OR 'blob' IN (typeof(type), typeof(name), typeof(tbl_name), typeof(sql))"  # a view can be endless
    assert not session.execute(f"SELECT 1 FROM sqlite_master WHERE {hidden}").fetchone(), "the schema was changed"
    version_of_file = session.execute("PRAGMA user_version").fetchone()[0]
    try:
        check_chain(session, hashes, recorded, tokens)
    except Exception:
        if arguments.head not in hashes: raise
    else:
        check_rows(session, version_of_file, recorded, tokens)
        check_structure(session, version_of_file)
    until = hashes.index(arguments.head) + 1 if arguments.head else None
    log_of_file, witnessed = session.execute("SELECT lower(hex(log)) FROM events").fetchone()[0].decode(), 0
    for line in pathlib.Path(arguments.witness).read_bytes().decode().split("\n")[:-1] if arguments.witness else ():
        uuid, number_of_head, hash_of_head = HEAD.fullmatch(line).groups()
        if uuid.replace("-", "") == log_of_file and (until is None or int(number_of_head) <= until):
            assert int(number_of_head) <= len(hashes), f"a witness saw event {number_of_head}: events were cut off"
            assert hashes[int(number_of_head) - 1] == hash_of_head, f"a witness saw another event {number_of_head}"
            witnessed = max(witnessed, int(number_of_head))
except Exception as fault:
    sys.exit(f"{fault}\ncomplete up to event {len(hashes)}")
print(f"complete up to event {len(hashes)}, {hashes[-1]}; witnessed up to event {witnessed}")
