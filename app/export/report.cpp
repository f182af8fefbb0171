#include "app/export/report.h"

#include "app/about.h"
#include "app/errors/error_text.h"
#include "app/export/captions.h"
#include "base/error.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <optional>

namespace fleming::app {

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

class Report {
public:
    Report(const SessionSnapshot& session, const ExportOptions& options, ReportFormat& format)
        : session_(session), exchanges_(session.exchanges), options_(options), format_(format) {
        for (const Exchange& exchange : exchanges_)
            studies_.add(exchange.evidence);
        std::vector<viewer::Frame> sources;
        for (const RecordedMeasurement& measurement : session.measurements)
            sources.push_back({{}, measurement.source});
        studies_.add(sources);
    }

    void front() {
        format_.title(reportTitle(session_));
        format_.warning(QString::fromStdString(researchOnlyStatement()));
        for (const QString& description : modelDescriptions(exchanges_))
            format_.warning(description);
        format_.lines({overviewText(exchanges_)});
        if (session_.record) {
            format_.lines({recordText(*session_.record)});
            if (session_.record->fault) format_.warning(plainText(reasonOf(*session_.record->fault).toStdString()));
        }
        if (exchanges_.size() < 2) return;
        std::vector<QuestionHead> heads;
        for (std::size_t i = 0; i < exchanges_.size(); ++i)
            heads.push_back(questionHead(exchanges_, i, options_));
        format_.label(ReportText::tr("Contents"));
        format_.contents(heads);
    }

    void question(std::size_t index) {
        const Exchange& exchange = exchanges_[index];
        question_.emplace(ReportedQuestion{exchange, questionHead(exchanges_, index, options_),
                                           currentReviews(exchange.reviews), studies_, earlierImages(exchange),
                                           session_.measurements});
        format_.question(*question_);
        text(TextRole::question, ReportText::tr("Question"), exchange.question);
        images(ReportText::tr("Evidence"), evidenceOf(exchange));
        images(ReportText::tr("Marked images of earlier questions"), markedEarlier());
        answer(exchange);
        reviews(exchange);
        format_.label(ReportText::tr("Model and parameters"));
        format_.lines(modelFacts(exchange));
        const QStringList sources = sourceLines(exchange.evidence, exchange.firstImage);
        if (sources.isEmpty()) return;
        format_.label(ReportText::tr("Image sources"));
        format_.lines(sources);
    }

    void measurements() {
        if (session_.measurements.empty()) return;
        format_.part(ReportText::tr("Measurements"));
        format_.measurements(reportedMeasurements(session_, studies_));
    }

private:
    static std::vector<ReportedImage> evidenceOf(const Exchange& exchange) {
        std::vector<ReportedImage> images;
        for (const viewer::Frame& frame : exchange.evidence)
            images.push_back({&frame, exchange.firstImage + static_cast<int>(images.size()), exchange.id});
        return images;
    }

    /// Returns the evidence of the questions before `exchange` in its conversation, as far as they are in the report.
    std::vector<ReportedImage> earlierImages(const Exchange& exchange) const {
        std::vector<ReportedImage> images;
        for (std::int64_t id = exchange.follows; id != 0;) {
            const auto before = std::ranges::find(exchanges_, id, &Exchange::id);
            if (before == exchanges_.end()) break;
            std::ranges::copy(evidenceOf(*before), std::back_inserter(images));
            id = before->follows < id ? before->follows : 0;
        }
        std::ranges::sort(images, {}, &ReportedImage::number);
        return images;
    }

    /// Returns the images of earlier questions on which a review of this one has marks.
    std::vector<ReportedImage> markedEarlier() const {
        std::vector<ReportedImage> marked;
        for (const ReportedImage& image : question_->earlier) {
            const bool isMarked = std::ranges::any_of(question_->reviews, [&](const Review* review) {
                return std::ranges::find(review->marks, image.number, &Mark::image) != review->marks.end();
            });
            if (isMarked) marked.push_back(image);
        }
        return marked;
    }

    void images(const QString& name, const std::vector<ReportedImage>& images) {
        if (images.empty()) return;
        format_.label(name);
        format_.images(images);
    }

    void text(TextRole role, const QString& name, const std::string& text) {
        if (text.empty()) return;
        format_.label(name);
        format_.text(role, {{.text = text}});
    }

    void passage(Passage passage, TextRole role, const QString& name, const std::string& text) {
        if (text.empty()) return;
        const Exchange& exchange = question_->exchange;
        const int images = exchange.firstImage - 1 + static_cast<int>(exchange.evidence.size());
        format_.label(name);
        format_.text(role, segmentsOf(text, passage, question_->reviews, images));
    }

    void answer(const Exchange& exchange) {
        const AnswerTexts texts = answerTexts(exchange.answer);
        passage(Passage::reasoning, TextRole::reasoning, ReportText::tr("Model reasoning"), texts.reasoning);
        text(TextRole::reasoning, ReportText::tr("Other model output"), texts.outside);
        passage(Passage::answer, TextRole::answer, ReportText::tr("Model answer"), texts.finalAnswer);
        if (texts.finalAnswer.empty()) {
            format_.label(ReportText::tr("Model answer"));
            format_.lines({ReportText::tr("The model gave no final answer.")});
        }
        const QString ending = endingText(exchange);
        if (!ending.isEmpty()) format_.warning(ending);
    }

    void reviews(const Exchange& exchange) {
        format_.label(ReportText::tr("Review"));
        if (exchange.reviews.empty()) return format_.lines({ReportText::tr("Not reviewed.")});
        for (std::size_t i = 0; i < question_->reviews.size(); ++i)
            review(exchange, *question_->reviews[i], static_cast<int>(i));
        if (question_->reviews.size() == exchange.reviews.size()) return;
        format_.label(ReportText::tr("Earlier reviews"));
        for (const Review& review : exchange.reviews) {
            if (std::ranges::find(question_->reviews, &review) != question_->reviews.end()) continue;
            beginReview(review, -1);
            format_.endReview();
        }
    }

    void review(const Exchange& exchange, const Review& review, int index) {
        beginReview(review, index);
        text(TextRole::correction, ReportText::tr("Corrected answer"), review.correctedAnswer);
        const std::vector<ReviewPart> parts = partsOf(session_, exchange, review);
        if (!parts.empty()) format_.parts(parts);
        if (!review.reason.empty())
            format_.lines({ReportText::tr("Reason for the change: %1").arg(plainText(review.reason))});
        format_.endReview();
    }

    void beginReview(const Review& review, int index) {
        format_.beginReview(describe(review.verdict), reviewFacts(review, options_).join(QStringLiteral(", ")), index);
        if (!review.comment.empty()) format_.comment(plainText(review.comment));
    }

    const SessionSnapshot& session_;
    const std::vector<Exchange>& exchanges_;
    const ExportOptions& options_;
    ReportFormat& format_;
    StudyNames studies_;
    std::optional<ReportedQuestion> question_;
};

}  // namespace

void writeReport(const SessionSnapshot& session, const ExportOptions& options, ReportFormat& format,
                 const ExportProgress& progress, const std::stop_token& stop) {
    Report report(session, options, format);
    report.front();
    for (std::size_t i = 0; i < session.exchanges.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        report.question(i);
        progress(static_cast<double>(i + 1) / static_cast<double>(session.exchanges.size()));
    }
    report.measurements();
}

}  // namespace fleming::app
