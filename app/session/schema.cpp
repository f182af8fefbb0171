#include "app/session/schema.h"

namespace fleming::app {

const char* const kSchema[] = {
    "CREATE TABLE conversations ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " started_ms INTEGER NOT NULL)",

    "CREATE TABLE models ("
    " id INTEGER PRIMARY KEY,"
    " name TEXT NOT NULL,"
    " path TEXT NOT NULL,"
    " sha256 TEXT NOT NULL,"
    " architecture TEXT NOT NULL,"
    " parameters INTEGER NOT NULL,"
    " dtype TEXT NOT NULL,"
    " device TEXT NOT NULL,"
    " description TEXT NOT NULL DEFAULT '',"  // what the model says of itself
    " UNIQUE (name, path, sha256, architecture, parameters, dtype, device))",

    "CREATE TABLE exchanges ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " conversation INTEGER NOT NULL REFERENCES conversations (id),"
    " model INTEGER NOT NULL REFERENCES models (id),"
    " asked_ms INTEGER NOT NULL,"
    " question TEXT NOT NULL,"
    " system_text TEXT NOT NULL,"
    " reasoning_prompt INTEGER NOT NULL,"
    " max_new_tokens INTEGER NOT NULL,"
    " temperature REAL NOT NULL,"
    " top_k INTEGER NOT NULL,"
    " top_p REAL NOT NULL,"
    " seed INTEGER NOT NULL,"  // the 64 bits of an unsigned number
    " first_image INTEGER NOT NULL,"
    " state TEXT NOT NULL CHECK (state IN ('streaming', 'done', 'failed', 'interrupted')),"
    " failure TEXT,"
    // The answer, complete where state is 'done'; else the tokens say what came.
    " text TEXT,"
    " reasoning TEXT,"
    " final_answer TEXT,"
    " finish TEXT CHECK (finish IN ('stop', 'length', 'cancelled')),"
    " prompt_tokens INTEGER,"
    " prefilled_tokens INTEGER,"
    " image_tokens INTEGER,"
    " vision_seconds REAL,"
    " prefill_seconds REAL,"
    " decode_seconds REAL,"
    " tokens_per_second REAL,"
    " prompt_ids BLOB)",  // token ids of the whole prompt, 32-bit little-endian; absent: not known

    "CREATE INDEX exchanges_of_a_conversation ON exchanges (conversation)",

    "CREATE TABLE tokens ("
    " exchange INTEGER NOT NULL REFERENCES exchanges (id),"
    " position INTEGER NOT NULL,"
    " token INTEGER NOT NULL,"
    " text TEXT NOT NULL,"
    " log_probability REAL,"  // absent: not a number
    " channel TEXT NOT NULL CHECK (channel IN ('reasoning', 'answer', 'outside', 'markup')),"
    " parts TEXT,"  // where there are several: "reasoning:1 markup:2", channels and bytes of the text
    " PRIMARY KEY (exchange, position)) WITHOUT ROWID",

    // One picture may be evidence of many exchanges. The digest is of the RGB bytes, which do not tell the shape.
    "CREATE TABLE images ("
    " id INTEGER PRIMARY KEY,"
    " sha256 TEXT NOT NULL,"
    " width INTEGER NOT NULL,"
    " height INTEGER NOT NULL,"
    " png BLOB NOT NULL,"
    " UNIQUE (sha256, width, height))",

    "CREATE TABLE evidence ("
    " exchange INTEGER NOT NULL REFERENCES exchanges (id),"
    " position INTEGER NOT NULL,"
    " image INTEGER NOT NULL REFERENCES images (id),"
    " provenance TEXT NOT NULL,"  // JSON
    " PRIMARY KEY (exchange, position)) WITHOUT ROWID",

    "CREATE TABLE reviews ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " exchange INTEGER NOT NULL REFERENCES exchanges (id),"
    " verdict TEXT NOT NULL CHECK (verdict IN ('correct', 'partly correct', 'wrong', 'cannot judge')),"
    " comment TEXT NOT NULL,"
    " reviewer TEXT NOT NULL,"
    " time_ms INTEGER NOT NULL)",

    "CREATE INDEX reviews_of_an_exchange ON reviews (exchange)",

    "CREATE TRIGGER reviews_stay_as_given BEFORE UPDATE ON reviews"
    " BEGIN SELECT RAISE(ABORT, 'a review is never changed'); END",

    "CREATE TRIGGER reviews_are_kept BEFORE DELETE ON reviews"
    " BEGIN SELECT RAISE(ABORT, 'a review is never erased'); END",

    nullptr,
};

const char* const kUpgrades[kSchemaVersion - 1] = {
    "ALTER TABLE models ADD COLUMN description TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE exchanges ADD COLUMN prompt_ids BLOB",
};

}  // namespace fleming::app
