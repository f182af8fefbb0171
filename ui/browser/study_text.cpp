#include "ui/browser/study_text.h"

#include <QCoreApplication>
#include <QDate>
#include <QTime>

namespace fleming::ui {

namespace {

struct StudyText {
    Q_DECLARE_TR_FUNCTIONS(StudyText)
};

QString simplified(const std::string& value) {
    return QString::fromStdString(value).simplified();
}

/// Formats a DICOM date (DA) as "2024-05-01". Returns other values unchanged.
QString dateText(const std::string& value) {
    const QString text = simplified(value);
    const QDate date = QDate::fromString(text, QStringLiteral("yyyyMMdd"));
    return date.isValid() ? date.toString(Qt::ISODate) : text;
}

/// "13:45"; empty if the value is not a time.
QString timeText(const std::string& value) {
    const QTime time = QTime::fromString(QString::fromStdString(value).left(4), QStringLiteral("HHmm"));
    return time.isValid() ? time.toString(QStringLiteral("HH:mm")) : QString();
}

QString sexText(const std::string& value) {
    if (value == "F") return StudyText::tr("female");
    if (value == "M") return StudyText::tr("male");
    return value == "O" ? StudyText::tr("other") : QString();
}

}  // namespace

QString personName(const std::string& value) {
    // Component groups: alphabetic = ideographic = phonetic. Components: family ^ given ^ middle ^ prefix ^ suffix.
    const QStringList groups = QString::fromStdString(value).split(QLatin1Char('='), Qt::SkipEmptyParts);
    if (groups.isEmpty()) return {};
    const QStringList parts = groups.front().split(QLatin1Char('^'));
    const QString family = parts.front().simplified();
    const QString given = parts.mid(1, 2).join(QLatin1Char(' ')).simplified();
    return family.isEmpty() || given.isEmpty() ? family + given
                                               : StudyText::tr("%1, %2", "family name, given name").arg(family, given);
}

QString studyTitle(const viewer::Study& study) {
    QString name = personName(study.patient.name);
    if (!name.isEmpty()) return name;
    const QString id = simplified(study.patient.id);
    return id.isEmpty() ? StudyText::tr("Unnamed patient") : id;
}

QString studyDetails(const viewer::Study& study) {
    QStringList parts{dateText(study.date), simplified(study.description)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QStringList studyLines(const viewer::Study& study) {
    const viewer::Patient& patient = study.patient;
    QStringList lines;
    const auto add = [&](const QString& label, const QString& value) {
        if (!value.isEmpty()) lines << label.arg(value);
    };
    add(StudyText::tr("Patient: %1"), personName(patient.name));
    add(StudyText::tr("Patient ID: %1"), simplified(patient.id));
    add(StudyText::tr("Date of birth: %1"), dateText(patient.birthDate));
    add(StudyText::tr("Sex: %1"), sexText(patient.sex));
    add(StudyText::tr("Study: %1"), simplified(study.description));
    add(StudyText::tr("Study date: %1"),
        QStringList{dateText(study.date), timeText(study.time)}.join(QLatin1Char(' ')).trimmed());
    add(StudyText::tr("Accession number: %1"), simplified(study.accessionNumber));
    return lines;
}

}  // namespace fleming::ui
