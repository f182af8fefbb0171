#include "app/export/dicom/dicom_text.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <utility>

namespace fleming::app {

namespace {

QString withoutControls(const std::string& text, bool isLine) {
    QString shown = QString::fromStdString(text);
    for (QChar& c : shown) {
        const bool isLayout = c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QLatin1Char('\t');
        if (c.category() == QChar::Other_Control && (isLine || !isLayout)) c = QLatin1Char(' ');
    }
    return shown;
}

}  // namespace

std::string dicomText(const std::string& text) {
    return withoutControls(text, false).toStdString();
}

std::string dicomLine(const std::string& text, int length) {
    QString line = withoutControls(text, true);
    for (const char separator : {'\\', '^', '='})  // of values and of the parts of a name
        line.replace(QLatin1Char(separator), QLatin1Char('/'));
    const QList<uint> characters = line.trimmed().toUcs4();
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(characters.constData()),
                             std::min<qsizetype>(characters.size(), length))
        .trimmed()
        .toStdString();
}

DicomTime dicomTime(std::int64_t ms) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return {time.toString(QStringLiteral("yyyyMMdd")).toStdString(),
            time.toString(QStringLiteral("HHmmss.zzz")).toStdString()};
}

}  // namespace fleming::app
