#pragma once

#include "app/library/session_search.h"

#include <QListWidget>

namespace fleming::ui {

/// The results of a search among the sessions: title, facts, and the text with what was found in it.
class SessionResults : public QListWidget {
    Q_OBJECT

public:
    explicit SessionResults(QWidget* parent = nullptr);

    /// Shows these results. The current one stays current if it is among them; otherwise the first one is.
    void setHits(const app::SessionHits& hits);

    /// Returns the current result, or null if there is none.
    const app::SessionHit* currentHit() const;

private:
    std::vector<app::SessionHit> hits_;
};

/// Returns what is known about a session or an exchange in one line: when, by which models, and its verdicts.
QString factsOf(const app::SessionHit& hit);

}  // namespace fleming::ui
