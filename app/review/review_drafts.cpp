#include "app/review/review_drafts.h"

#include "app/draft_file.h"
#include "app/session/activity_log.h"
#include "app/session/current_session.h"
#include "app/settings.h"
#include "base/error.h"

#include <QJsonArray>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace fleming::app {

namespace {

constexpr int kSettledAfter = 1000;  // ms

const QString kSuffix = QStringLiteral(".reviews.json");

Review signedBy(const Reviewer& reviewer) {
    Review review;
    review.reviewer = reviewer.name;
    review.reviewerCode = reviewer.code;
    return review;
}

/// Returns the taxonomy of the settings, or the default if there is none.
Taxonomy chosenTaxonomy() {
    try {
        return taxonomyFromJson(settings::taxonomy());
    } catch (const Error&) {
        return defaultTaxonomy();
    }
}

}  // namespace

ReviewDrafts::ReviewDrafts(CurrentSession& session, Clock clock, QObject* parent)
    : QObject(parent),
      session_(session),
      clock_(std::move(clock)),
      reviewer_(settings::reviewer()),
      taxonomy_(chosenTaxonomy()) {
    settled_.setSingleShot(true);
    settled_.setInterval(kSettledAfter);
    connect(&settled_, &QTimer::timeout, this, &ReviewDrafts::store);
    connect(&session, &CurrentSession::replaced, this, &ReviewDrafts::changeSession);
    connect(&session, &CurrentSession::named, this, [this] { sessionFile_ = session_.file(); });
    connect(&session, &CurrentSession::reviewed, this, &ReviewDrafts::onStored);
    connect(&session, &CurrentSession::reviewFailed, this, [this](qint64 exchange) { submitting_.erase(exchange); });
    noteSettings();
}

ReviewDrafts::~ReviewDrafts() {
    store();
}

// --- who reviews, and with which labels -----------------------------------------------------------------------------

void ReviewDrafts::setReviewer(const Reviewer& reviewer) {
    if (reviewer == reviewer_) return;
    if (reviewer_ == Reviewer()) giveKept(reviewer);
    reviewer_ = reviewer;
    settings::setReviewer(reviewer);
    noteSettings();
    beginAll();
    Q_EMIT reviewerChanged();
}

void ReviewDrafts::renameReviewer(const Reviewer& to) {
    if (to != reviewer_ && reviewer_ != Reviewer()) giveKept(to);
    setReviewer(to);
}

/// Signs what the reviewer at work has not submitted with another name and code.
void ReviewDrafts::giveKept(const Reviewer& to) {
    for (Kept& kept : kept_) {
        Review& review = kept.written.review;
        const bool isOwn = isSameReviewer(review, signedBy(reviewer_));
        const Kept* other = findKept(kept.exchange, signedBy(to));
        if (!isOwn || (other != nullptr && other != &kept)) continue;
        review.reviewer = to.name;
        review.reviewerCode = to.code;
    }
    storeSoon();
}

std::vector<Reviewer> ReviewDrafts::reviewersOfSession() const {
    std::vector<Reviewer> reviewers;
    for (const Exchange& exchange : session_.exchanges()) {
        for (const Review& review : exchange.reviews) {
            const Reviewer reviewer{review.reviewer, review.reviewerCode};
            if (std::ranges::find(reviewers, reviewer) == reviewers.end()) reviewers.push_back(reviewer);
        }
    }
    return reviewers;
}

void ReviewDrafts::setTaxonomy(const Taxonomy& taxonomy) {
    taxonomy_ = taxonomy;
    settings::setTaxonomy(taxonomy == defaultTaxonomy() ? QByteArray() : app::toJson(taxonomy));
    noteSettings();
    for (const auto& [exchange, draft] : drafts_)
        draft->setTaxonomy(taxonomy);
    Q_EMIT taxonomyChanged();
}

/// Lets the log of the session record who reviews and with which labels, once there is a reviewer.
void ReviewDrafts::noteSettings() {
    if (reviewer_ != Reviewer()) session_.noteSettings(reviewSettings(reviewer_.code, versionOf(taxonomy_)));
}

// --- drafts ---------------------------------------------------------------------------------------------------------

bool ReviewDrafts::canReview(qint64 exchange) const {
    const Exchange* found = session_.find(exchange);
    return found != nullptr && found->state != ExchangeState::streaming && !session_.isReadOnly();
}

/// Returns the review that the session holds of the reviewer at work, or null.
const Review* ReviewDrafts::storedReview(qint64 exchange) const {
    const Exchange* found = session_.find(exchange);
    if (found == nullptr) return nullptr;
    const Review reviewer = signedBy(reviewer_);
    const auto last = std::find_if(found->reviews.rbegin(), found->reviews.rend(),
                                   [&](const Review& each) { return isSameReviewer(each, reviewer); });
    return last == found->reviews.rend() ? nullptr : &*last;
}

ReviewDrafts::Kept* ReviewDrafts::findKept(qint64 exchange, const Review& of) {
    const auto found = std::ranges::find_if(
        kept_, [&](const Kept& kept) { return kept.exchange == exchange && isSameReviewer(kept.written.review, of); });
    return found == kept_.end() ? nullptr : &*found;
}

void ReviewDrafts::begin(qint64 exchange, ReviewDraft& draft) {
    const QScopedValueRollback beginning(isBeginning_, true);
    const Review* stored = storedReview(exchange);
    draft.begin(reviewer_, taxonomy_, stored != nullptr ? std::optional(*stored) : std::nullopt);
    const Kept* kept = findKept(exchange, signedBy(reviewer_));
    if (kept == nullptr) return;
    // The program may have ended after the session had stored the draft.
    const WrittenReview& written = kept->written;
    if (stored != nullptr && written.verdict && sameContent(written.review, *stored)) {
        forget(exchange, *stored);
    } else {
        draft.restore(written);
    }
}

void ReviewDrafts::beginAll() {
    for (const auto& [exchange, draft] : drafts_)
        begin(exchange, *draft);
}

ReviewDraft* ReviewDrafts::draft(qint64 exchange) {
    if (const auto found = drafts_.find(exchange); found != drafts_.end()) return found->second;
    if (session_.find(exchange) == nullptr) return nullptr;
    auto* draft = new ReviewDraft(clock_, this);
    begin(exchange, *draft);
    connect(draft, &ReviewDraft::changed, this, [this, exchange] { keep(exchange); });
    return drafts_[exchange] = draft;
}

/// Keeps what the draft says, for store().
void ReviewDrafts::keep(qint64 exchange) {
    if (isBeginning_) return;
    const ReviewDraft& draft = *drafts_.at(exchange);
    const WrittenReview written = draft.written();
    if (!draft.isDirty()) {
        forget(exchange, written.review);
        return;
    }
    if (Kept* kept = findKept(exchange, written.review)) {
        kept->written = written;
    } else {
        kept_.push_back({exchange, written});
    }
    storeSoon();
}

void ReviewDrafts::forget(qint64 exchange, const Review& of) {
    const auto count = std::erase_if(
        kept_, [&](const Kept& kept) { return kept.exchange == exchange && isSameReviewer(kept.written.review, of); });
    if (count > 0) storeSoon();
}

bool ReviewDrafts::submit(qint64 exchange) {
    if (!canReview(exchange) || submitting_.contains(exchange)) return false;
    const ReviewDraft* written = draft(exchange);
    if (!written->isDirty() || !written->missing().empty()) return false;
    submitting_.insert(exchange);
    session_.review(exchange, written->review());
    return true;
}

void ReviewDrafts::onStored(qint64 exchange, const Review& review) {
    submitting_.erase(exchange);
    const auto found = drafts_.find(exchange);
    if (found != drafts_.end() && isSameReviewer(review, signedBy(reviewer_))) {
        found->second->setStored(review);
    } else {
        forget(exchange, review);
    }
}

void ReviewDrafts::discard(qint64 exchange) {
    if (ReviewDraft* written = draft(exchange)) written->discard();
}

// --- measurements ---------------------------------------------------------------------------------------------------

void ReviewDrafts::setMeasurements(std::function<std::vector<MeasurementChoice>(qint64 exchange)> measurements) {
    measurements_ = std::move(measurements);
    Q_EMIT measurementsChanged();
}

std::vector<MeasurementChoice> ReviewDrafts::measurements(qint64 exchange) const {
    return measurements_ ? measurements_(exchange) : std::vector<MeasurementChoice>();
}

// --- what the reviewer is at ----------------------------------------------------------------------------------------

void ReviewDrafts::setActive(qint64 exchange) {
    if (exchange == active_) return;
    pause();
    active_ = exchange;
    Q_EMIT activeChanged(exchange);
}

void ReviewDrafts::act() {
    if (!canReview(active_)) return;
    draft(active_)->act();
}

void ReviewDrafts::pause() {
    if (const auto found = drafts_.find(active_); found != drafts_.end()) found->second->pause();
}

// --- files ----------------------------------------------------------------------------------------------------------

void ReviewDrafts::changeSession() {
    store();
    for (const auto& [exchange, draft] : drafts_) {
        draft->disconnect(this);
        draft->deleteLater();  // the cards of the old session may still show it
    }
    drafts_.clear();
    kept_.clear();
    submitting_.clear();
    setActive(0);
    sessionFile_ = session_.isReadOnly() ? QString() : session_.file();  // another program may keep its drafts
    restore();
}

void ReviewDrafts::storeSoon() {
    unstored_ = true;
    settled_.start();
}

void ReviewDrafts::store() {
    settled_.stop();
    if (!std::exchange(unstored_, false) || sessionFile_.isEmpty()) return;
    worker_.post([this, session = sessionFile_, drafts = toJson(kept_)](std::stop_token) {
        const QString fault = writeDraftFile(draftFile(session, kSuffix), drafts);
        if (fault.isEmpty() || std::exchange(failureTold_, true)) return;
        const QString message = tr("Reviews that are not submitted cannot be kept for the next start: %1.").arg(fault);
        deliver(this, [this, message] { Q_EMIT failed(message); });
    });
}

void ReviewDrafts::restore() {
    if (sessionFile_.isEmpty()) return;
    worker_.post([this, session = sessionFile_](std::stop_token) {
        const std::vector<Kept> kept = keptFrom(readDraftFile(draftFile(session, kSuffix)));
        if (!kept.empty()) deliver(this, [this, session, kept] { take(session, kept); });
    });
}

/// Takes over drafts of the file, except where the user has written another one meanwhile.
void ReviewDrafts::take(const QString& session, const std::vector<Kept>& kept) {
    if (session != sessionFile_) return;
    for (const Kept& each : kept) {
        if (session_.find(each.exchange) == nullptr) continue;
        if (findKept(each.exchange, each.written.review) != nullptr) continue;
        kept_.push_back(each);
        const auto shown = drafts_.find(each.exchange);
        if (shown != drafts_.end() && isSameReviewer(each.written.review, signedBy(reviewer_)))
            begin(each.exchange, *shown->second);
    }
}

QJsonObject ReviewDrafts::toJson(const std::vector<Kept>& kept) {
    QJsonArray drafts;
    for (const Kept& each : kept)
        drafts.append(QJsonObject{{"exchange", each.exchange}, {"review", app::toJson(each.written)}});
    return drafts.isEmpty() ? QJsonObject() : QJsonObject{{"drafts", drafts}};
}

/// Leaves out drafts that this version does not understand.
std::vector<ReviewDrafts::Kept> ReviewDrafts::keptFrom(const QJsonObject& json) {
    std::vector<Kept> kept;
    for (const QJsonValue draft : json["drafts"].toArray()) {
        try {
            kept.push_back({draft["exchange"].toInteger(), reviewFromJson(draft["review"].toObject())});
        } catch (const Error&) {
        }
    }
    return kept;
}

}  // namespace fleming::app
