#include "app/studies/series_name.h"

#include "viewer/text/number_text.h"
#include "viewer/text/series_part_text.h"

#include <QCoreApplication>

#include <filesystem>

namespace fleming::app {

namespace {

struct SeriesNameText {
    Q_DECLARE_TR_FUNCTIONS(SeriesName)
};

QString slabOfMm(const viewer::Slab& slab) {
    const QString mm = viewer::positionText(slab.mm);
    switch (slab.mode) {
        case viewer::SlabMode::maximum:
            return SeriesNameText::tr("maximum of %1 mm").arg(mm);
        case viewer::SlabMode::mean:
            return SeriesNameText::tr("mean of %1 mm").arg(mm);
        case viewer::SlabMode::minimum:
            return SeriesNameText::tr("minimum of %1 mm").arg(mm);
    }
    return {};
}

}  // namespace

QString seriesName(const viewer::Provenance& provenance) {
    const QString modality = QString::fromStdString(provenance.modality);
    QString name = viewer::seriesDescriptionText(provenance.seriesDescription);
    if (name.isEmpty() && provenance.seriesNumber) name = SeriesNameText::tr("series %1").arg(*provenance.seriesNumber);
    if (name.isEmpty() && modality.isEmpty()) {
        return QString::fromStdString(std::filesystem::path(provenance.file).filename().string());
    }
    if (!modality.isEmpty() && name.startsWith(modality + QLatin1Char(' '))) return name;  // names the modality already
    return modality.isEmpty() || name.isEmpty() ? modality + name : SeriesNameText::tr("%1: %2").arg(modality, name);
}

QString slabName(const viewer::Provenance& provenance) {
    if (!provenance.slab) return {};
    if (provenance.oblique) return slabOfMm(*provenance.slab);
    if (provenance.slabSlices < 2) return {};
    switch (provenance.slab->mode) {
        case viewer::SlabMode::maximum:
            return SeriesNameText::tr("maximum of %1 slices").arg(provenance.slabSlices);
        case viewer::SlabMode::mean:
            return SeriesNameText::tr("mean of %1 slices").arg(provenance.slabSlices);
        case viewer::SlabMode::minimum:
            return SeriesNameText::tr("minimum of %1 slices").arg(provenance.slabSlices);
    }
    return {};
}

void StudyNames::add(const std::vector<viewer::Frame>& frames) {
    for (const viewer::Frame& frame : frames) {
        const QString uid = QString::fromStdString(frame.provenance.studyUid);
        if (!uid.isEmpty() && !uids_.contains(uid)) uids_ << uid;
    }
}

QString StudyNames::of(const viewer::Provenance& provenance) const {
    const auto index = uids_.indexOf(QString::fromStdString(provenance.studyUid));
    return uids_.size() < 2 || index < 0 ? QString() : SeriesNameText::tr("Study %1").arg(index + 1);
}

QString seriesName(const viewer::Provenance& provenance, const StudyNames& studies) {
    const QString study = studies.of(provenance), series = seriesName(provenance);
    return study.isEmpty() ? series : SeriesNameText::tr("%1, %2", "study, series").arg(study, series);
}

QStringList seriesNames(const std::vector<viewer::Frame>& frames, const StudyNames& studies) {
    QStringList names;
    for (const viewer::Frame& frame : frames)
        names << seriesName(frame.provenance, studies);
    names.removeDuplicates();
    names.removeAll(QString());
    return names;
}

}  // namespace fleming::app
