#include "app/session/file/review_reader.h"

#include "app/session/file/database.h"
#include "app/session/file/migrations.h"
#include "app/session/file/stored_values.h"

namespace fleming::app {

namespace {

QString selectReviews(bool hasDetails) {
    const QString details =
        hasDetails ? QStringLiteral(
                         "r.confidence AS confidence, CAST(r.corrected_answer AS BLOB) AS corrected_answer,"
                         " CAST(r.reason AS BLOB) AS reason, CAST(r.reviewer_code AS BLOB) AS reviewer_code,"
                         " r.active_ms AS active_ms, CAST(t.name AS BLOB) AS taxonomy_name,"
                         " CAST(t.version AS BLOB) AS taxonomy_version,"
                         " CAST(t.definition AS BLOB) AS taxonomy_definition"
                         " FROM reviews r LEFT JOIN taxonomies t ON t.id = r.taxonomy")
                   : QStringLiteral("NULL AS confidence FROM reviews r");
    return QStringLiteral(
               "SELECT r.id AS id, CAST(r.verdict AS BLOB) AS verdict, CAST(r.comment AS BLOB) AS comment,"
               " CAST(r.reviewer AS BLOB) AS reviewer, r.time_ms AS time_ms, %1"
               " WHERE r.exchange = :exchange ORDER BY r.id")
        .arg(details);
}

Span readSpan(const Statement& row) {
    Span span;
    span.passage = fromWord(kPassages, row.text("passage"));
    span.begin = static_cast<std::size_t>(row.number("first_byte"));
    span.end = static_cast<std::size_t>(row.number("end_byte"));
    span.label = row.text("label");
    if (!row.isNull("severity")) span.severity = fromWord(kSeverities, row.text("severity"));
    span.note = row.text("note");
    return span;
}

Mark readMark(const Statement& row) {
    return {row.integer("image"), fromWord(kMarkShapes, row.text("shape")),
            row.real("x1"),       row.real("y1"),
            row.real("x2"),       row.real("y2"),
            row.text("note")};
}

}  // namespace

ReviewReader::ReviewReader(const Database& database)
    : reviews_(database, selectReviews(database.version() >= kFirstVersionWithReviewDetails)) {
    if (database.version() >= kFirstVersionWithMeasurements) {
        measurements_.emplace(database,
                              QStringLiteral("SELECT span, measurement FROM review_measurements WHERE review = :review"
                                             " ORDER BY span, measurement"));
    }
    if (database.version() < kFirstVersionWithReviewDetails) return;
    details_ = Details{
        {database, QStringLiteral("SELECT CAST(tag AS BLOB) AS tag FROM review_tags WHERE review = :review"
                                  " ORDER BY position")},
        {database, QStringLiteral("SELECT CAST(passage AS BLOB) AS passage, first_byte, end_byte,"
                                  " CAST(label AS BLOB) AS label, CAST(severity AS BLOB) AS severity,"
                                  " CAST(note AS BLOB) AS note FROM review_spans WHERE review = :review"
                                  " ORDER BY position")},
        {database, QStringLiteral("SELECT image, CAST(shape AS BLOB) AS shape, x1, y1, x2, y2,"
                                  " CAST(note AS BLOB) AS note FROM review_marks WHERE review = :review"
                                  " ORDER BY position")},
        {database, QStringLiteral("SELECT span, mark FROM review_links WHERE review = :review ORDER BY span, mark")}};
}

std::vector<Review> ReviewReader::read(std::int64_t exchange) {
    std::vector<Review> reviews;
    for (reviews_.bind("exchange", exchange).run(); reviews_.next();) {
        Review review;
        review.verdict = fromWord(kVerdicts, reviews_.text("verdict"));
        review.comment = reviews_.text("comment");
        review.reviewer = reviews_.text("reviewer");
        review.timeMs = reviews_.number("time_ms");
        if (details_) readDetails(reviews_.number("id"), review);
        reviews.push_back(std::move(review));
    }
    return reviews;
}

/// Reads the columns and tables of version 5.
void ReviewReader::readDetails(std::int64_t id, Review& review) {
    if (!reviews_.isNull("confidence")) review.confidence = reviews_.integer("confidence");
    review.correctedAnswer = reviews_.text("corrected_answer");
    review.reason = reviews_.text("reason");
    review.reviewerCode = reviews_.text("reviewer_code");
    if (!reviews_.isNull("active_ms")) review.activeMs = reviews_.number("active_ms");
    review.taxonomy = {reviews_.text("taxonomy_name"), reviews_.text("taxonomy_version"),
                       reviews_.text("taxonomy_definition")};
    auto& [tags, spans, marks, links] = *details_;
    for (tags.bind("review", id).run(); tags.next();)
        review.tags.push_back(tags.text("tag"));
    for (spans.bind("review", id).run(); spans.next();)
        review.spans.push_back(readSpan(spans));
    for (marks.bind("review", id).run(); marks.next();)
        review.marks.push_back(readMark(marks));
    for (links.bind("review", id).run(); links.next();)
        review.links.emplace_back(links.integer("span"), links.integer("mark"));
    if (!measurements_) return;
    for (measurements_->bind("review", id).run(); measurements_->next();)
        review.measured.emplace_back(measurements_->integer("span"), measurements_->number("measurement"));
}

}  // namespace fleming::app
