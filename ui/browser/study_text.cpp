#include "ui/browser/study_text.h"

#include "app/privacy.h"
#include "viewer/text/name_text.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QRegularExpression>
#include <QTime>

namespace fleming::ui {

namespace {

struct StudyText {
    Q_DECLARE_TR_FUNCTIONS(StudyText)
};

QString simplified(const std::string& value) {
    return QString::fromStdString(value).simplified();
}

QDate dateOf(const std::string& value) {
    return QDate::fromString(simplified(value), QStringLiteral("yyyyMMdd"));
}

/// Formats a DICOM date (DA) as "2024-05-01". Returns other values unchanged.
QString dateText(const std::string& value) {
    const QDate date = dateOf(value);
    return date.isValid() ? date.toString(Qt::ISODate) : simplified(value);
}

QString joined(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

/// "68 years" for 68 and 'Y'; the units are those of VR AS.
QString ageText(int count, QChar unit) {
    switch (unit.unicode()) {
        case 'Y':
            return StudyText::tr("%n year(s)", nullptr, count);
        case 'M':
            return StudyText::tr("%n month(s)", nullptr, count);
        case 'W':
            return StudyText::tr("%n week(s)", nullptr, count);
        default:
            return StudyText::tr("%n day(s)", nullptr, count);
    }
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

QString patientTitle(const viewer::Patient& patient) {
    QString name = viewer::personName(patient.name);
    if (!name.isEmpty()) return name;
    const QString id = simplified(patient.id);
    return id.isEmpty() ? StudyText::tr("Unnamed patient") : id;
}

QString patientWithId(const viewer::Patient& patient) {
    const QString text = viewer::patientText(patient);
    return text.isEmpty() ? patientTitle(patient) : text;
}

QString patientDetails(const viewer::Patient& patient) {
    QStringList parts;
    if (!viewer::personName(patient.name).isEmpty()) parts << simplified(patient.id);
    parts << sexText(patient.sex);
    const QString born = dateText(patient.birthDate);
    if (!born.isEmpty()) parts << StudyText::tr("born %1", "a date").arg(born);
    return joined(parts);
}

QString studyTitle(const viewer::Study& study) {
    const QString title = joined({dateText(study.date), simplified(study.description)});
    return title.isEmpty() ? StudyText::tr("Study without a date") : title;
}

QString studyDetails(const viewer::Study& study) {
    return joined({ageText(study), simplified(study.accessionNumber)});
}

QString ageText(const viewer::Study& study) {
    static const QRegularExpression form(QStringLiteral("^\\s*([0-9]{1,3})([YMWD])\\s*$"));
    const QRegularExpressionMatch match = form.match(QString::fromStdString(study.patientAge));
    if (match.hasMatch()) return ageText(match.captured(1).toInt(), match.captured(2).at(0));
    const QDate born = dateOf(study.patient.birthDate), seen = dateOf(study.date);
    if (!born.isValid() || !seen.isValid() || born > seen) return {};
    int months = (seen.year() - born.year()) * 12 + seen.month() - born.month() - (seen.day() < born.day() ? 1 : 0);
    if (months >= 24) return ageText(months / 12, QLatin1Char('Y'));
    return months > 0 ? ageText(months, QLatin1Char('M'))
                      : ageText(static_cast<int>(born.daysTo(seen)), QLatin1Char('D'));
}

QString folderTitle(const std::filesystem::path& folder) {
    const QString name = QString::fromStdString(folder.filename().string());
    return name.isEmpty() ? StudyText::tr("Files") : name;
}

Heading headingOf(const app::PatientGroup& patient) {
    if (patient.studies.front().study == viewer::Study{}) {
        const QString path = QDir::toNativeSeparators(QString::fromStdString(patient.folder.string()));
        return {app::Privacy::mode().isOn() ? StudyText::tr("Folder") : folderTitle(patient.folder),
                {},
                app::shownPath(path)};
    }
    const viewer::Patient shown = app::shown(patient.patient);
    return {patientTitle(shown), patientDetails(shown), {}};
}

Heading headingOf(const app::StudyGroup& study) {
    const viewer::Study shown = app::shown(study.study);
    return {studyTitle(shown), studyDetails(shown), studyLines(shown).join(QLatin1Char('\n'))};
}

QStringList studyLines(const viewer::Study& study) {
    const viewer::Patient& patient = study.patient;
    QStringList lines;
    const auto add = [&](const QString& label, const QString& value) {
        if (!value.isEmpty()) lines << label.arg(value);
    };
    add(StudyText::tr("Patient: %1"), viewer::personName(patient.name));
    add(StudyText::tr("Patient ID: %1"), simplified(patient.id));
    add(StudyText::tr("Date of birth: %1"), dateText(patient.birthDate));
    add(StudyText::tr("Sex: %1"), sexText(patient.sex));
    add(StudyText::tr("Age: %1"), ageText(study));
    add(StudyText::tr("Study: %1"), simplified(study.description));
    add(StudyText::tr("Study date: %1"),
        QStringList{dateText(study.date), timeText(study.time)}.join(QLatin1Char(' ')).trimmed());
    add(StudyText::tr("Accession number: %1"), simplified(study.accessionNumber));
    return lines;
}

}  // namespace fleming::ui
