#pragma once

#include "app/library/index_database.h"
#include "app/library/search_text.h"
#include "app/session/review.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <stop_token>
#include <vector>

namespace fleming::app {

/// What a user looks for among the sessions. Empty parts are no condition; all others hold for one and the same
/// exchange.
struct SessionFilter {
    QString text;                    ///< see SearchQuery
    std::optional<qint64> fromMs;    ///< asked at this Unix time or later, ms
    std::optional<qint64> untilMs;   ///< asked before this Unix time, ms
    QString model;                   ///< a part of the model's name
    QString reviewer;                ///< name or code of a reviewer
    std::optional<Verdict> verdict;  ///< of that reviewer, or of any
    std::optional<bool> isReviewed;  ///< has a review, or none
};

/// The text of an exchange in which something was found.
enum class FoundIn { nothing, title, question, answer, reasoning, notes, tags, studies, model };

/// A session that was found, or an exchange of it.
struct SessionHit {
    QString file, title;
    qint64 exchange = 0;            ///< 0: the session as a whole
    qint64 timeMs = 0;              ///< when the question was asked; of a session, the last one. Unix time, ms
    QStringList models;             ///< of the exchange, or of all exchanges of the session
    std::array<int, 4> verdicts{};  ///< how many current reviews have each Verdict, of the exchange or the session
    int exchanges = 0;              ///< of the session
    int unreviewed = 0;             ///< exchanges of the session without a review
    FoundIn where = FoundIn::nothing;
    Snippet snippet;
};

struct SessionHits {
    std::vector<SessionHit> hits;
    bool isCut = false;  ///< there are more
};

/// Returns what was found, the session with the latest question first. Without a text, the sessions that have an
/// exchange that fits; with one, the sessions whose title has it and each exchange that has it. Throws Error
/// "library.unusable", Cancelled on a stop request.
SessionHits searchSessions(const IndexDatabase& index, const SessionFilter& filter, int atMost = 500,
                           const std::stop_token& stop = {});

/// The values that filters can choose from, sorted.
struct FilterChoices {
    QStringList models, reviewers;
};
FilterChoices filterChoices(const IndexDatabase& index);

}  // namespace fleming::app
