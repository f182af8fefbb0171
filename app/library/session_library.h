#pragma once

#include "app/library/session_search.h"
#include "app/worker.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <stop_token>

namespace fleming::app {

class CurrentSession;

/// The library of all sessions, for a window: reads them into the index on one thread, searches on another. Functions
/// are called on the GUI thread, on which all signals are emitted. The destructor cancels what is running; what was
/// read is kept.
class SessionLibrary : public QObject {
    Q_OBJECT

public:
    /// `session` outlives this object.
    explicit SessionLibrary(CurrentSession& session, QObject* parent = nullptr);
    ~SessionLibrary() override;

    /// Brings the index up to date: progressed() follows if it takes more than a second, then updated().
    void update();

    /// Searches and cancels the search before: found() follows.
    void search(const SessionFilter& filter);

    /// Gives a session a title, and then updates the index: updated() follows, or failed().
    void rename(const QString& file, const QString& title);

Q_SIGNALS:
    /// `done` of `total` sessions are up to date.
    void progressed(int done, int total);
    /// The index is up to date. `skipped` has a message for each session that cannot be read.
    void updated(QStringList skipped, fleming::app::FilterChoices choices);
    void found(std::shared_ptr<fleming::app::SessionHits> hits);
    void failed(QString message);

private:
    void fail();

    CurrentSession& session_;
    std::stop_source searching_{std::nostopstate};
    std::unique_ptr<IndexDatabase> searched_;  // used by the thread of the searches only
    Worker updates_{Worker::AtEnd::cancel, Worker::Priority::low};
    Worker searches_{Worker::AtEnd::finish};
};

}  // namespace fleming::app
