#include "app/export/md/md_exporter.h"

#include "app/export/captions.h"
#include "app/export/md/md_text.h"
#include "app/export/report.h"

#include <QStringList>

namespace fleming::app {

namespace {

class MdFormat : public ReportFormat {
public:
    explicit MdFormat(QIODevice& device) : device_(device) {}

    void title(const QString& text) override { put(QLatin1String("# ") + mdLine(text) + QLatin1String("\n\n")); }

    void warning(const QString& text) override { put(QLatin1String("**") + mdLine(text) + QLatin1String("**\n\n")); }

    void lines(const QStringList& lines) override {
        for (const QString& line : lines) {
            QString written;
            for (const HashPiece& piece : hashPieces(mdLine(line)))
                written += piece.isHash ? QLatin1Char('`') + piece.text + QLatin1Char('`') : piece.text;
            put((lines.size() > 1 ? QLatin1String("- ") : QLatin1String()) + written + QLatin1Char('\n'));
        }
        put(QStringLiteral("\n"));
    }

    void label(const QString& text) override { put(QLatin1String("### ") + mdLine(text) + QLatin1String("\n\n")); }

    void contents(const std::vector<QuestionHead>& questions) override {
        for (const QuestionHead& each : questions) {
            put(QStringLiteral("%1. [%2](#q%1) (%3)\n")
                    .arg(QString::number(each.number), mdLine(each.beginning), mdLine(each.verdicts)));
        }
        put(QStringLiteral("\n"));
    }

    void question(const ReportedQuestion& question) override {
        question_ = &question;
        put(QStringLiteral("## <a id=\"q%1\"></a>%2\n\n")
                .arg(QString::number(question.head.number), question.head.name));
        if (!question.head.about.isEmpty()) lines({question.head.about});
    }

    void text(TextRole /*role*/, const std::vector<TextSegment>& text) override {
        std::string whole;
        for (const TextSegment& segment : text)
            whole += segment.text;
        put(mdQuotation(plainText(whole)));
    }

    void images(const std::vector<ReportedImage>& images) override {
        for (const ReportedImage& image : images) {
            QStringList parts = captionLines(image.frame->provenance, question_->studies);
            parts.prepend(imageName(image.number));
            put(QLatin1String("- ") + mdLine(plainText(parts.join(QLatin1String(", ")))) + QLatin1Char('\n'));
        }
        put(QStringLiteral("\n"));
    }

    void beginReview(const QString& verdict, const QString& about, int /*index*/) override {
        put((QLatin1String("**") + mdLine(verdict) + QLatin1String("** ") + mdLine(about)).trimmed() +
            QLatin1String("\n\n"));
    }

    void comment(const QString& text) override { put(mdQuotation(text)); }

    void parts(const std::vector<ReviewPart>& parts) override {
        for (const ReviewPart& part : parts) {
            put(QStringLiteral("- **%1** %2").arg(part.name, mdLine(part.text)));
            if (!part.about.isEmpty()) put(QStringLiteral(" · ") + mdLine(part.about));
            put(QStringLiteral("\n"));
        }
        put(QStringLiteral("\n"));
    }

    void endReview() override {}

    void part(const QString& title) override { put(QLatin1String("## ") + mdLine(title) + QLatin1String("\n\n")); }

    void measurements(const std::vector<ReportedMeasurement>& measurements) override {
        for (const ReportedMeasurement& each : measurements) {
            put(QStringLiteral("- **%1**").arg(mdLine(each.name)));
            QStringList place = each.place;
            for (const ShowingImage& image : each.images)
                place << image.text;
            for (const QString& fact :
                 {each.note, each.shape, each.values.join(QStringLiteral(", ")), place.join(QStringLiteral(", "))}) {
                if (!fact.isEmpty()) put(QStringLiteral(" · ") + mdLine(fact));
            }
            put(QStringLiteral("\n"));
        }
        put(QStringLiteral("\n"));
    }

private:
    void put(const QString& text) { device_.write(text.toUtf8()); }

    QIODevice& device_;
    const ReportedQuestion* question_ = nullptr;
};

void writeMd(const SessionSnapshot& session, const ExportOptions& options, QIODevice& device,
             const ExportProgress& progress, const std::stop_token& stop) {
    MdFormat format(device);
    writeReport(session, options, format, progress, stop);
}

}  // namespace

const Exporter kMdExporter{.id = "md",
                           .name = QT_TRANSLATE_NOOP("Exporters", "Markdown"),
                           .suffix = "md",
                           .isText = true,
                           .writeFile = writeMd};

}  // namespace fleming::app
