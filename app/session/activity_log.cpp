#include "app/session/activity_log.h"

#include "app/about.h"
#include "app/session/session.h"
#include "base/error.h"

#include <QJsonDocument>
#include <QSysInfo>

namespace fleming::app {

namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

void record(Session& session, Session::Activity activity, const QJsonObject& details) {
    if (session.readOnlyReason()) return;
    try {
        session.recordActivity(activity, QJsonDocument(details).toJson(QJsonDocument::Compact).toStdString());
    } catch (const Error&) {
        // The disk is full: see the class.
    }
}

/// Returns what can change how a session is written: the program and the libraries that store it.
QJsonObject environment(const Session& session) {
    return {{"program", text(programVersion())},
            {"qt", QString::fromLatin1(qVersion())},
            {"sqlite", text(session.sqliteVersion())},
            {"system", QSysInfo::prettyProductName()},
            {"kernel", QSysInfo::kernelType() + QLatin1Char(' ') + QSysInfo::kernelVersion()}};
}

}  // namespace

ActivityLog::ActivityLog(Session& session) : session_(session) {
    QJsonObject details = environment(session);
    details["closed_before"] = !session.wasLeftOpen();
    record(session_, Session::Activity::opened, details);
}

ActivityLog::~ActivityLog() {
    record(session_, Session::Activity::closed, {});
}

void ActivityLog::noteSettings(const QJsonObject& settings) {
    QJsonObject changed;
    for (auto each = settings.begin(); each != settings.end(); ++each) {
        if (noted_.value(each.key()) != each.value()) changed[each.key()] = each.value();
    }
    if (changed.isEmpty()) return;
    record(session_, Session::Activity::settingsChanged, changed);
    for (auto each = changed.begin(); each != changed.end(); ++each)
        noted_[each.key()] = each.value();
}

QJsonObject modelSettings(const ModelIdentity* model) {
    if (model == nullptr) return {{"model", QJsonValue::Null}};
    return {{"model", QJsonObject{{"name", text(model->info.name)},
                                  {"sha256", text(model->sha256)},
                                  {"dtype", text(model->info.typeName())},
                                  {"device", text(model->info.device)}}}};
}

QJsonObject generationSettings(const inference::GenerationOptions& options, bool reasoningPrompt,
                               const std::string& systemText) {
    return {{"generation", QJsonObject{{"max_new_tokens", options.maxNewTokens},
                                       {"temperature", options.temperature},
                                       {"top_k", options.topK},
                                       {"top_p", options.topP},
                                       {"seed", QString::number(options.seed)},  // a double has 53 bits
                                       {"reasoning_prompt", reasoningPrompt},
                                       {"system_text", text(systemText)}}}};
}

QJsonObject reviewSettings(const std::string& reviewerCode, const TaxonomyVersion& taxonomy) {
    return {{"review", QJsonObject{{"reviewer_code", text(reviewerCode)},
                                   {"taxonomy", text(taxonomy.name)},
                                   {"taxonomy_version", text(taxonomy.version)}}}};
}

}  // namespace fleming::app
