#include "app/export/preview.h"

#include "app/export/captions.h"
#include "app/export/exporters.h"
#include "app/export/work_folder.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <filesystem>

namespace fleming::app {

namespace {

struct PreviewText {
    Q_DECLARE_TR_FUNCTIONS(ExportPreview)
};

/// Returns the beginning of a UTF-8 text; empty for other bytes.
QString beginningOf(const QByteArray& bytes, qsizetype characters) {
    if (bytes.contains('\0')) return {};
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(bytes.left(4 * characters));
    if (decoder.hasError()) return {};
    return text.size() <= characters ? text : text.left(characters) + QStringLiteral(" …");
}

QString beginningOfFile(const Exporter& exporter, const SessionSnapshot& session, const ExportOptions& options,
                        const std::stop_token& stop) {
    constexpr qsizetype kShown = 6000;  // characters
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    exporter.writeFile(
        session, options, buffer, [](double) {}, stop);
    return beginningOf(buffer.data(), kShown);
}

QString beginningOfFolder(const Exporter& exporter, const SessionSnapshot& session, const ExportOptions& options,
                          const std::stop_token& stop) {
    constexpr qsizetype kShown = 1500;  // characters of each file
    const WorkFolder work(std::filesystem::temp_directory_path() / "preview");
    std::filesystem::create_directory(work.made());
    const QString folder = QFile::decodeName(work.made().c_str());
    exporter.writeFolder(
        session, options, work.made(), [](double) {}, stop);
    QStringList files;
    for (QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories); each.hasNext();)
        files << each.next();
    files.sort();
    QStringList shown;
    for (const QString& path : std::as_const(files)) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) continue;
        const QString text = beginningOf(file.read(4 * kShown + 1), kShown);
        if (!text.isEmpty()) shown << QDir(folder).relativeFilePath(path) + QLatin1Char('\n') + text;
    }
    return shown.join(QLatin1Char('\n'));
}

/// The distinct texts that people have typed.
QStringList typedTexts(const SessionSnapshot& session) {
    QStringList texts;
    const auto add = [&](const std::string& text) {
        const QString shown = QString::fromStdString(text).trimmed();
        if (!shown.isEmpty() && !texts.contains(shown)) texts << shown;
    };
    add(session.title);
    for (const RecordedMeasurement& measurement : session.measurements) {
        if (!isGivenName(measurement.name)) add(measurement.name);
        add(measurement.note);
    }
    for (const Exchange& exchange : session.exchanges) {
        add(exchange.question);
        add(exchange.systemText);
        for (const Review& review : exchange.reviews) {
            for (const std::string* text : {&review.comment, &review.correctedAnswer, &review.reason})
                add(*text);
            for (const std::string& tag : review.tags)
                add(tag);
            for (const Span& span : review.spans)
                add(span.note);
            for (const Mark& mark : review.marks)
                add(mark.note);
        }
    }
    return texts;
}

QStringList reviewersOf(const SessionSnapshot& session) {
    QStringList reviewers;
    for (const Exchange& exchange : session.exchanges) {
        for (const Review& review : exchange.reviews)
            reviewers << reviewerText(review);
    }
    reviewers.removeDuplicates();
    reviewers.removeAll(QString());
    return reviewers;
}

std::int64_t imagesOf(const SessionSnapshot& session) {
    std::int64_t images = 0;
    for (const Exchange& exchange : session.exchanges)
        images += std::ssize(exchange.evidence);
    return images;
}

/// Says what was removed, one sentence for each kind of it.
QStringList removedLines(const RemovedIdentity& removed, const ExportOptions& options) {
    QStringList lines;
    const auto add = [&](std::int64_t count, const QString& sentence) {
        if (count > 0) lines << sentence.arg(count);
    };
    add(removed.paths, PreviewText::tr("Removed paths and file names: %1."));
    add(removed.uids, PreviewText::tr("UIDs that are replaced by a keyed hash: %1."));
    add(removed.dates, PreviewText::tr("Removed study dates: %1."));
    add(removed.descriptions,
        PreviewText::tr("Removed series descriptions, unknown modalities and unknown units: %1."));
    add(removed.names, PreviewText::tr("Reviews whose reviewer is named by code only: %1."));
    add(removed.maskedTexts, PreviewText::tr("Texts in which removed values are masked with *: %1."));
    if (!options.keepIdentity) lines << PreviewText::tr("Times are given as the time since the first event.");
    return lines;
}

QStringList summaryOf(const Exporter& exporter, const SessionToExport& leaving, const ExportOptions& options) {
    const SessionSnapshot& session = leaving.session;
    const std::int64_t images = imagesOf(session);
    QStringList lines{PreviewText::tr("Questions: %1.").arg(session.exchanges.size())};
    lines << (exporter.hasImages ? PreviewText::tr("Images: %1.").arg(images)
                                 : PreviewText::tr("This format contains no images."));
    if (!session.measurements.empty()) lines << PreviewText::tr("Measurements: %1.").arg(session.measurements.size());
    const QStringList reviewers = reviewersOf(session);
    lines << (reviewers.isEmpty()
                  ? PreviewText::tr("There are no reviews.")
                  : PreviewText::tr("Reviewers as they are named: %1.").arg(reviewers.join(QStringLiteral(", "))));
    lines << removedLines(leaving.removed, options);
    if (options.keepIdentity)
        lines << PreviewText::tr(
            "Dates, UIDs, series descriptions and the names of reviewers are kept. They can "
            "identify patients.");
    if (options.includePaths) lines << PreviewText::tr("Paths are included. They can contain patients' names.");
    if (exporter.hasImages && images > 0 && !options.keepIdentity) lines << burnedInWarning();
    return lines;
}

}  // namespace

ExportPreview previewExport(const Exporter& exporter, SessionSnapshot session, const ExportOptions& options,
                            const std::stop_token& stop) {
    SessionToExport leaving = prepareToExport(std::move(session), options);
    ExportPreview preview{summaryOf(exporter, leaving, options), typedTexts(leaving.session), {}};
    if (!exporter.isText) return preview;
    if (leaving.session.exchanges.size() > 1) leaving.session.exchanges.resize(1);
    preview.beginning = exporter.isFolder() ? beginningOfFolder(exporter, leaving.session, options, stop)
                                            : beginningOfFile(exporter, leaving.session, options, stop);
    return preview;
}

QString textOf(const ExportPreview& preview) {
    QString text = preview.summary.join(QLatin1Char('\n'));
    if (!preview.typedTexts.isEmpty()) {
        text += QStringLiteral("\n\n") + PreviewText::tr("Texts that people typed, which leave as they are:");
        for (QString typed : preview.typedTexts)
            text += QStringLiteral("\n  ") + typed.replace(QLatin1Char('\n'), QLatin1String("\n  "));
    }
    if (!preview.beginning.isEmpty())
        text += QStringLiteral("\n\n") + PreviewText::tr("The beginning of the export:") + QStringLiteral("\n\n") +
                preview.beginning;
    return text;
}

}  // namespace fleming::app
