#pragma once

#include "app/export/exporter.h"
#include "app/export/report_facts.h"
#include "app/export/report_text.h"
#include "app/export/reported_measurement.h"
#include "app/studies/series_name.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace fleming::app {

/// What a text in a frame of its own is.
enum class TextRole { question, reasoning, answer, correction };

/// An image and its number in the conversation.
struct ReportedImage {
    const viewer::Frame* frame;
    int number;
    std::int64_t question;  ///< to whose evidence it belongs
};

/// A question with what its parts refer to.
struct ReportedQuestion {
    const Exchange& exchange;
    QuestionHead head;
    std::vector<const Review*> reviews;  ///< those that count; spans, marks and colours name them by their index
    const StudyNames& studies;
    /// The evidence of the questions that it follows, as far as they are in the report. Answers refer to it, and
    /// reviews mark it.
    std::vector<ReportedImage> earlier;
    const std::vector<RecordedMeasurement>& measurements;  ///< of the session; they are drawn on the images
};

/// A format of the report for people. writeReport() calls its functions in the order in which the report is read, so
/// that all formats say the same; a format decides only how it looks. Texts are not escaped, and they have no control
/// characters except line feeds and tabs.
class ReportFormat {
public:
    ReportFormat() = default;
    virtual ~ReportFormat() = default;
    ReportFormat(const ReportFormat&) = delete;
    ReportFormat& operator=(const ReportFormat&) = delete;

    virtual void title(const QString& text) = 0;
    virtual void warning(const QString& text) = 0;
    /// Small lines that hardly anyone reads, but which must be there.
    virtual void lines(const QStringList& lines) = 0;
    /// The heading of what follows.
    virtual void label(const QString& text) = 0;
    virtual void contents(const std::vector<QuestionHead>& questions) = 0;

    /// Begins a question, which lives until the next one begins.
    virtual void question(const ReportedQuestion& question) = 0;
    virtual void text(TextRole role, const std::vector<TextSegment>& text) = 0;
    /// Images that the model saw, with the marks of the question's reviews and the measurements on their slices.
    virtual void images(const std::vector<ReportedImage>& images) = 0;

    /// Begins review `index` of the question; -1: an earlier one, which no longer counts.
    virtual void beginReview(const QString& verdict, const QString& about, int index) = 0;
    virtual void comment(const QString& text) = 0;
    virtual void parts(const std::vector<ReviewPart>& parts) = 0;
    virtual void endReview() = 0;

    /// Ends the last question and begins a part that belongs to none.
    virtual void part(const QString& title) = 0;
    virtual void measurements(const std::vector<ReportedMeasurement>& measurements) = 0;
};

/// Writes the report of a session. Calls `progress` after each question. Throws Cancelled on a stop request.
void writeReport(const SessionSnapshot& session, const ExportOptions& options, ReportFormat& format,
                 const ExportProgress& progress, const std::stop_token& stop);

}  // namespace fleming::app
