#include "app/privacy.h"

#include "app/errors/error_text.h"
#include "app/export/uid_map.h"
#include "app/settings.h"
#include "base/error.h"

#include <QCoreApplication>
#include <QUuid>

namespace fleming::app {

namespace {

struct PrivacyText {
    Q_DECLARE_TR_FUNCTIONS(Privacy)
};

/// Without a key file, the pseudonyms are good until the program ends.
UidMap makeMap() {
    try {
        return UidMap::fromFile(settings::exportKeyFile());
    } catch (const Error&) {
        return UidMap(QUuid::createUuid().toRfc4122() + QUuid::createUuid().toRfc4122());
    }
}

/// Returns a value without case and spaces around it.
std::string plain(const std::string& value) {
    return QString::fromStdString(value).simplified().toCaseFolded().toStdString();
}

/// Removes what is not a number, and times of the day.
void removeTexts(std::vector<viewer::SeriesPart>& parts) {
    std::erase_if(parts, [](const viewer::SeriesPart& part) {
        bool isNumber = false;
        QString::fromStdString(part.value).toDouble(&isNumber);
        return !isNumber || part.kind == viewer::SeriesPartKind::acquisitionTime ||
               part.kind == viewer::SeriesPartKind::contentTime;
    });
}

/// Returns the last `digits` digits of the keyed hash of a value.
QString codeOf(const std::string& value, int digits) {
    static const UidMap map = makeMap();
    return QString::fromStdString(map.map("screen " + value)).right(digits);
}

/// Returns a name for a series: "Series 4", or "File 4821" if it has no number.
QString nameOf(const std::optional<int>& number, const std::string& file) {
    return number ? PrivacyText::tr("Series %1").arg(*number)
                  : PrivacyText::tr("File %1", "a code").arg(codeOf(file, 4));
}

}  // namespace

Privacy::Privacy() : on_(settings::privacyMode()) {
    hideSources(on_);
}

Privacy& Privacy::mode() {
    static Privacy mode;
    return mode;
}

void Privacy::setOn(bool on) {
    if (on == on_) return;
    on_ = on;
    settings::setPrivacyMode(on);
    hideSources(on);
    Q_EMIT changed(on);
}

viewer::Patient shown(viewer::Patient patient) {
    if (!Privacy::mode().isOn()) return patient;
    viewer::Patient result;
    result.sex = patient.sex;
    if (!patient.id.empty() || !patient.name.empty())
        result.name = PrivacyText::tr("Patient %1")
                          .arg(codeOf(plain(patient.id.empty() ? patient.name : patient.id), 6))
                          .toStdString();
    return result;
}

viewer::Study shown(viewer::Study study) {
    if (!Privacy::mode().isOn()) return study;
    viewer::Study result;
    result.uid = study.uid;
    result.patient = shown(study.patient);
    if (study != viewer::Study{})
        result.description = PrivacyText::tr("Study %1").arg(codeOf(study.uid, 4)).toStdString();
    return result;
}

viewer::Series shown(viewer::Series series) {
    if (!Privacy::mode().isOn()) return series;
    const std::string file = series.files.empty() ? std::string() : series.files.front().string();
    series.description.words = nameOf(series.number, file).toStdString();
    removeTexts(series.description.parts);
    series.files.clear();
    series.study = shown(series.study);
    return series;
}

viewer::Provenance shown(viewer::Provenance provenance) {
    if (!Privacy::mode().isOn()) return provenance;
    provenance.seriesDescription.words = nameOf(provenance.seriesNumber, provenance.file).toStdString();
    removeTexts(provenance.seriesDescription.parts);
    provenance.studyDate.clear();
    provenance.file.clear();
    return provenance;
}

QString shownPath(const QString& path) {
    return Privacy::mode().isOn() && !path.isEmpty() ? PrivacyText::tr("hidden") : path;
}

}  // namespace fleming::app
