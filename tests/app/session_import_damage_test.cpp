// fleming import refuses what is damaged, and what was changed after it was exported.
#include "app/export/exporters.h"
#include "app/export/json/json_exporter.h"
#include "app/export/json/session_import.h"
#include "app/export/json/session_reader.h"
#include "app/session/session.h"
#include "base/error.h"
#include "tests/app/random_session.h"
#include "tests/app/run_cli.h"
#include "tests/app/session_import_testing.h"
#include "tests/app/session_testing.h"
#include "tests/base/thrown_error.h"

#include <QJsonArray>

#include <fstream>
#include <random>

namespace fleming::app {
namespace {

TEST_F(Import, RefusesWhatIsDamaged) {
    {
        Session session(file);
        const std::int64_t id = askAndAnswer(session, "What is it?", 1);
        Review review = testReview(Verdict::wrong, "no", "Dr. A");
        review.spans = {{Passage::answer, 0, 3, "wrong", {}, {}}};
        review.measured = {{0, 1}};
        session.review(id, review);
        std::mt19937 random(1);
        session.recordMeasurement(randomMeasurement(random));
    }
    exportTo(json, kJsonExporter, snapshotOf(file), kWhole);
    EXPECT_EQ(codeWith([](QJsonObject&) {}), "");
    EXPECT_EQ(codeWith([](QJsonObject& s) { s.remove("measurements"); }), "");  // as earlier versions wrote it
    const auto measurement = [&](const std::function<void(QJsonObject&)>& change) {
        return codeWith([&](QJsonObject& changed) {
            QJsonObject first = changed["measurements"].toArray()[0].toObject();
            change(first);
            changed["measurements"] = QJsonArray{first};
        });
    };
    for (const char* key :
         {"id", "name", "note", "colour", "region", "result", "source", "frame_of_reference", "pixels", "time"}) {
        EXPECT_EQ(measurement([&](QJsonObject& m) { m.remove(QLatin1String(key)); }), "import.damaged") << key;
        EXPECT_EQ(measurement([&](QJsonObject& m) { m[QLatin1String(key)] = true; }), "import.damaged") << key;
    }
    EXPECT_EQ(measurement([](QJsonObject& m) { m["id"] = 0; }), "import.damaged");
    EXPECT_EQ(measurement([](QJsonObject& m) { m["colour"] = "red"; }), "import.damaged");
    EXPECT_EQ(measurement([](QJsonObject& m) {
                  QJsonObject region = m["region"].toObject();
                  region["points"] = QJsonArray{};
                  m["region"] = region;
              }),
              "import.damaged");
    const auto exchange = [&](const std::function<void(QJsonObject&)>& change) {
        return codeWith([&](QJsonObject& changed) {
            QJsonObject first = changed["exchanges"].toArray()[0].toObject();
            change(first);
            changed["exchanges"] = QJsonArray{first};
        });
    };
    for (const char* key : {"id", "question", "asked", "answer", "evidence", "reviews", "model", "parameters", "state"})
        EXPECT_EQ(exchange([&](QJsonObject& e) { e.remove(QLatin1String(key)); }), "import.damaged") << key;
    EXPECT_EQ(exchange([](QJsonObject& e) { e["id"] = 1.5; }), "import.damaged");
    EXPECT_EQ(exchange([](QJsonObject& e) { e["id"] = 0; }), "import.damaged");
    EXPECT_EQ(exchange([](QJsonObject& e) { e["asked"] = "yesterday"; }), "import.damaged");
    EXPECT_EQ(exchange([](QJsonObject& e) { e["state"] = "dreaming"; }), "import.damaged");
    EXPECT_EQ(exchange([](QJsonObject& e) { e["run"] = "x"; }), "import.damaged");
    EXPECT_EQ(exchange([](QJsonObject& e) { e["follows"] = e["id"]; }), "import.damaged");
    EXPECT_EQ(exchange([](QJsonObject& e) { e["first_image"] = -7; }), "import.damaged");
    EXPECT_EQ(exchange([](QJsonObject& e) { e["first_image"] = 999; }), "import.damaged");
    const auto inside = [&](const char* list, const std::function<void(QJsonObject&)>& change) {
        return exchange([&](QJsonObject& e) {
            QJsonObject first = e[QLatin1String(list)].toArray()[0].toObject();
            change(first);
            e[QLatin1String(list)] = QJsonArray{first};
        });
    };
    EXPECT_EQ(inside("evidence", [](QJsonObject& e) { e["png"] = "not Base64!"; }), "import.damaged");
    EXPECT_EQ(inside("evidence", [](QJsonObject& e) { e["png"] = "AAAA"; }), "session.image_damaged");
    EXPECT_EQ(inside("evidence", [](QJsonObject& e) { e["pixels_sha256"] = QString(64, 'a'); }),
              "session.image_damaged");
    EXPECT_EQ(inside("reviews", [](QJsonObject& e) { e["verdict"] = "maybe"; }), "import.damaged");
    EXPECT_EQ(inside("reviews", [](QJsonObject& e) { e["confidence"] = 6; }), "import.damaged");
    EXPECT_EQ(inside("reviews",
                     [](QJsonObject& e) {
                         e["links"] = QJsonArray{QJsonObject{{"span", 0}, {"mark", 0}}};
                     }),
              "import.damaged");
    EXPECT_EQ(inside("reviews",
                     [](QJsonObject& e) {  // the span is not where it was
                         QJsonObject span = e["spans"].toArray()[0].toObject();
                         span["begin"] = 1;
                         e["spans"] = QJsonArray{span};
                     }),
              "import.damaged");
    EXPECT_EQ(inside("reviews",
                     [](QJsonObject& e) {
                         const QJsonObject mark{{"image", 1}, {"shape", "box"}, {"x1", 1},   {"y1", 1},
                                                {"x2", 2},    {"y2", 2},        {"note", ""}};
                         const QJsonObject link{{"span", 0}, {"mark", 0}};
                         e["marks"] = QJsonArray{mark};
                         e["links"] = QJsonArray{link, link};
                     }),
              "import.damaged");
    EXPECT_EQ(inside("reviews",
                     [](QJsonObject& e) {
                         e["measured"] = QJsonArray{QJsonObject{{"span", 1}, {"measurement", 1}}};
                     }),
              "import.damaged");
    EXPECT_EQ(inside("reviews", [](QJsonObject& e) { e.remove("measured"); }), "");
    EXPECT_EQ(exchange([](QJsonObject& e) {
                  QJsonObject answer = e["answer"].toObject();
                  answer["prompt_ids"] = QJsonArray{1, 2.5};
                  e["answer"] = answer;
              }),
              "import.damaged");
    EXPECT_EQ(codeWith([](QJsonObject& s) { s["format"] = "other"; }), "import.not_an_export");
    EXPECT_EQ(codeWith([](QJsonObject& s) { s["version"] = 3; }), "import.newer_version");
    EXPECT_EQ(codeWith([](QJsonObject& s) {
                  QJsonObject record = s["record"].toObject();
                  record["fault"] = QJsonObject{{"code", "record.event_changed"}, {"text", "x"}};
                  s["record"] = record;
              }),
              "import.faulty_record");
    const std::string whole = readFile(json);
    std::ofstream(other, std::ios::binary) << whole.substr(0, whole.size() / 2);
    EXPECT_EQ(codeOf([&] { importSession(other, imported); }), "import.not_json");
    EXPECT_EQ(codeOf([&] { importSession(folder / "absent.json", imported); }), "import.cannot_be_read");
}

/// Changes a text and, if it is there, its bytes.
void changeText(QJsonObject& json, const QString& key, const QString& text) {
    json[key] = text;
    json.remove(key + "_base64");
}

TEST_F(Import, RefusesAnAnswerThatIsNotTheTextOfItsTokens) {
    {
        Session session(file);
        askAndAnswer(session, "What is it?", 0);
        askAndAnswer(session, "And this?", 0);
        const std::int64_t interrupted = session.begin(session.newConversation(), testQuestion("?"), testModel()).id;
        session.append(interrupted, testTokens());
    }
    { const Session marksItAsInterrupted(file); }
    exportTo(json, kJsonExporter, snapshotOf(file), kWhole);
    const auto withAnswer = [&](int index, const std::function<void(QJsonObject&)>& change) {
        return codeWith([&](QJsonObject& changed) {
            QJsonArray exchanges = changed["exchanges"].toArray();
            QJsonObject exchange = exchanges[index].toObject(), answer = exchange["answer"].toObject();
            change(answer);
            exchange["answer"] = answer;
            exchanges[index] = exchange;
            changed["exchanges"] = exchanges;
        });
    };
    for (const int index : {0, 1, 2}) {
        SCOPED_TRACE(index);
        EXPECT_EQ(withAnswer(index, [](QJsonObject&) {}), "");
        for (const char* text : {"text", "reasoning", "final_answer"})
            EXPECT_EQ(withAnswer(index, [&](QJsonObject& answer) { changeText(answer, text, "No finding."); }),
                      "import.other_answer")
                << text;
        EXPECT_EQ(withAnswer(index,
                             [](QJsonObject& answer) {
                                 QJsonArray tokens = answer["tokens"].toArray();
                                 QJsonObject token = tokens[1].toObject();
                                 changeText(token, "text", "Leber ");
                                 tokens[1] = token;
                                 answer["tokens"] = tokens;
                             }),
                  "import.other_answer");
        EXPECT_EQ(withAnswer(index,
                             [](QJsonObject& answer) {
                                 QJsonArray tokens = answer["tokens"].toArray();
                                 tokens.removeLast();
                                 answer["tokens"] = tokens;
                             }),
                  "import.other_answer");
        EXPECT_EQ(withAnswer(index, [](QJsonObject& answer) { answer["tokens"] = QJsonArray(); }),
                  "import.other_answer");
    }
    withAnswer(1, [](QJsonObject& answer) { changeText(answer, "final_answer", "No finding."); });
    const Outcome outcome = runCli({"import", other.string(), "-o", imported.string()});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(outcome.err.find("b.json"), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find("question number 2"), std::string::npos) << outcome.err;
}

/// Returns a random value in place of `value`.
QJsonValue changedValue(const QJsonValue& value, std::mt19937& random) {
    switch (value.type()) {
        case QJsonValue::Double: {
            const double changes[] = {value.toDouble() + 1, -value.toDouble() - 1, 0.5, 1e18, 0};
            return changes[random() % 5];
        }
        case QJsonValue::String: {
            const QString changes[] = {value.toString() + "x", value.toString().mid(1), "", "AAAA"};
            return changes[random() % 4];
        }
        case QJsonValue::Bool:
            return !value.toBool();
        default:
            return random() % 2 == 0 ? QJsonValue() : QJsonValue("?");
    }
}

/// Changes, removes or repeats a random value that lies in `value` at any depth.
QJsonValue changedAnywhere(const QJsonValue& value, std::mt19937& random) {
    if (value.isObject() && !value.toObject().isEmpty()) {
        QJsonObject object = value.toObject();
        const QString key = object.keys()[static_cast<qsizetype>(random() % static_cast<std::size_t>(object.size()))];
        if (random() % 12 == 0)
            object.remove(key);
        else
            object[key] = changedAnywhere(object[key], random);
        return object;
    }
    if (value.isArray() && !value.toArray().isEmpty()) {
        QJsonArray array = value.toArray();
        const auto index = static_cast<qsizetype>(random() % static_cast<std::size_t>(array.size()));
        if (random() % 12 == 0)
            array.removeAt(index);
        else if (random() % 12 == 0)
            array.append(QJsonValue(array[index]));
        else
            array[index] = changedAnywhere(array[index], random);
        return array;
    }
    return changedValue(value, random);
}

TEST_F(Import, RefusesAChangedFileOrMakesASessionThatVerifies) {
    std::mt19937 random(11);
    int refused = 0, taken = 0;
    for (unsigned round = 0; round < 120; ++round) {
        SCOPED_TRACE(round);
        if (round % 20 == 0) makeSession(round + 1);
        QJsonObject changed = parsedJson(readFile(json)).object();
        for (std::size_t changes = 1 + random() % 2; changes > 0; --changes)
            changed["exchanges"] = changedAnywhere(changed["exchanges"], random);
        std::ofstream(other, std::ios::binary) << QJsonDocument(changed).toJson().toStdString();
        std::filesystem::remove(imported);
        if (const auto error = test::thrownError([&] { importSession(other, imported); })) {
            EXPECT_EQ(error->source(), other.string()) << error->code();
            EXPECT_FALSE(std::filesystem::exists(imported));
            ++refused;
            continue;
        }
        ++taken;
        const Verification check = verificationOf(imported);
        EXPECT_FALSE(check.fault) << check.fault->what();
        expectSame(readSessionJson(other), snapshotOf(imported));
    }
    EXPECT_GT(refused, 10);
    EXPECT_GT(taken, 10);
    for (const auto& each : std::filesystem::directory_iterator(folder / "."))
        EXPECT_FALSE(each.path().filename().string().starts_with(".fleming-export-")) << each.path();
}

}  // namespace
}  // namespace fleming::app
