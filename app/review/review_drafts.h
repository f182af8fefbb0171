#pragma once

#include "app/review/measurement_choice.h"
#include "app/review/review_draft.h"
#include "app/worker.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace fleming::app {

class CurrentSession;

/// The reviews that are being written in the current session: one draft for each exchange, of the reviewer at work.
/// What is not submitted is stored in the program's data folder, per session, exchange and reviewer, and comes back
/// when the session is opened again or the reviewer returns.
///
/// All functions are called on the GUI thread, on which all signals are emitted. Files are read and written on a
/// worker.
class ReviewDrafts : public QObject {
    Q_OBJECT

public:
    /// `session` outlives this object. The reviewer and the taxonomy are those of the settings.
    explicit ReviewDrafts(CurrentSession& session, Clock clock = monotonicMs, QObject* parent = nullptr);
    ~ReviewDrafts() override;  // stores the drafts

    // --- who reviews, and with which labels --------------------------------------------------------------------------

    const Reviewer& reviewer() const { return reviewer_; }

    /// Changes the reviewer at work, here and in the settings. Each draft becomes that of the new reviewer. Drafts that
    /// were begun before anybody had a name go to the new reviewer.
    void setReviewer(const Reviewer& reviewer);

    const Taxonomy& taxonomy() const { return taxonomy_; }

    /// Changes the name or code of the reviewer at work, whose drafts stay. What is submitted keeps the old ones.
    void renameReviewer(const Reviewer& to);

    /// Returns those who have reviewed answers of the session, in the order of their first reviews.
    std::vector<Reviewer> reviewersOfSession() const;

    /// Changes the labels for new reviews, here and in the settings.
    void setTaxonomy(const Taxonomy& taxonomy);

    // --- drafts -----------------------------------------------------------------------------------------------------

    /// Returns true if the exchange can be reviewed: the session can be written, and the answer has ended.
    bool canReview(qint64 exchange) const;

    /// Returns the draft of an exchange, or null if there is no such exchange. It lives until another session is
    /// current, and stays the same object when the reviewer changes.
    ReviewDraft* draft(qint64 exchange);

    /// Submits the draft: CurrentSession::reviewed() or reviewFailed() follows, and in between nothing is submitted
    /// again. Does nothing and returns false if something is missing, if the draft says nothing new, or if the exchange
    /// cannot be reviewed.
    bool submit(qint64 exchange);

    /// Discards what was not submitted.
    void discard(qint64 exchange);

    // --- measurements -----------------------------------------------------------------------------------------------

    /// Sets from where measurements() come; without it there are none. The function is called on the GUI thread.
    void setMeasurements(std::function<std::vector<MeasurementChoice>(qint64 exchange)> measurements);

    /// Returns the measurements to which spans of an exchange can be tied; those on the series of its images are first.
    std::vector<MeasurementChoice> measurements(qint64 exchange) const;

    // --- what the reviewer is at ------------------------------------------------------------------------------------

    /// Returns the exchange that is being reviewed, or 0.
    qint64 active() const { return active_; }

    /// Turns to another exchange, or to none (0). The time of the one before stops.
    void setActive(qint64 exchange);

    /// Notes an input of the reviewer for the active exchange.
    void act();

    /// Notes that the reviewer turns to something else than reviews. The active exchange stays.
    void pause();

Q_SIGNALS:
    void reviewerChanged();
    void taxonomyChanged();
    /// What measurements() returns may have changed. Whoever set their source emits it.
    void measurementsChanged();
    void activeChanged(qint64 exchange);
    /// Drafts cannot be stored. Emitted for the first failure only.
    void failed(QString message);

private:
    struct Kept {
        qint64 exchange;
        WrittenReview written;
    };

    void noteSettings();
    const Review* storedReview(qint64 exchange) const;
    Kept* findKept(qint64 exchange, const Review& of);
    void begin(qint64 exchange, ReviewDraft& draft);
    void beginAll();
    void keep(qint64 exchange);
    void forget(qint64 exchange, const Review& of);
    void onStored(qint64 exchange, const Review& review);
    void changeSession();
    void storeSoon();
    void giveKept(const Reviewer& to);
    void store();
    void restore();
    void take(const QString& session, const std::vector<Kept>& kept);

    static QJsonObject toJson(const std::vector<Kept>& kept);
    static std::vector<Kept> keptFrom(const QJsonObject& json);

    CurrentSession& session_;
    std::function<std::vector<MeasurementChoice>(qint64 exchange)> measurements_;
    Clock clock_;
    Reviewer reviewer_;
    Taxonomy taxonomy_;
    QString sessionFile_;
    std::map<qint64, ReviewDraft*> drafts_;  // children of this object
    std::vector<Kept> kept_;                 // what is not submitted, of all reviewers
    std::set<qint64> submitting_;
    qint64 active_ = 0;
    bool isBeginning_ = false;  // drafts change because they begin, not because of an input
    bool unstored_ = false;     // the file is older than kept_
    QTimer settled_;            // fires when nothing has changed for a second
    bool failureTold_ = false;  // used by the worker's thread only
    Worker worker_{Worker::AtEnd::finish};
};

}  // namespace fleming::app
