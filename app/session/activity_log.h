#pragma once

#include "app/models/model.h"
#include "app/session/review.h"
#include "inference/types.h"

#include <QJsonObject>

#include <string>

namespace fleming::app {

class Session;

/// Records in a session when it is opened and closed, and the settings that matter for its answers and reviews: at its
/// opening and when they change. It records nothing in a session that is read-only. A disk without room leaves an event
/// out; the next write reports it.
class ActivityLog {
public:
    /// Records "session opened". `session` outlives this object.
    explicit ActivityLog(Session& session);

    /// Records "session closed".
    ~ActivityLog();

    ActivityLog(const ActivityLog&) = delete;
    ActivityLog& operator=(const ActivityLog&) = delete;

    /// Records "settings changed" with those members of `settings` that this object has not recorded with this value.
    void noteSettings(const QJsonObject& settings);

private:
    Session& session_;
    QJsonObject noted_;
};

// Each function returns an object with one member, for noteSettings().

/// Returns the model that answers, without its path; null values if there is none.
QJsonObject modelSettings(const ModelIdentity* model);

/// Returns the parameters of the next question. `systemText` is empty for the model's default.
QJsonObject generationSettings(const inference::GenerationOptions& options, bool reasoningPrompt,
                               const std::string& systemText);

/// Returns who reviews, by code only, and with which taxonomy.
QJsonObject reviewSettings(const std::string& reviewerCode, const TaxonomyVersion& taxonomy);

}  // namespace fleming::app
