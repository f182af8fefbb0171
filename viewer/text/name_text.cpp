#include "viewer/text/name_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <utility>

namespace fleming::viewer {

namespace {

struct NameWords {
    Q_DECLARE_TR_FUNCTIONS(Names)
};

/// Returns the name in ideographs, where people of the user's language write it so.
QString ideographicName(const QStringList& groups) {
    const QLocale::Language language = QLocale().language();
    if (language != QLocale::Chinese && language != QLocale::Japanese && language != QLocale::Korean) return {};
    return groups.size() < 2 ? QString() : QString(groups[1]).remove(QLatin1Char('^')).simplified();
}

}  // namespace

QString planeName(Plane plane) {
    switch (plane) {
        case Plane::axial:
            return NameWords::tr("Axial");
        case Plane::coronal:
            return NameWords::tr("Coronal");
        case Plane::sagittal:
            return NameWords::tr("Sagittal");
    }
    return {};
}

QString planeWord(Plane plane) {
    switch (plane) {
        case Plane::axial:
            return NameWords::tr("axial");
        case Plane::coronal:
            return NameWords::tr("coronal");
        case Plane::sagittal:
            return NameWords::tr("sagittal");
    }
    return {};
}

QString windowName(const std::string& name) {
    static const std::pair<const char*, const char*> names[] = {
        {"brain", QT_TRANSLATE_NOOP("Names", "Brain")},
        {"subdural", QT_TRANSLATE_NOOP("Names", "Subdural")},
        {"stroke", QT_TRANSLATE_NOOP("Names", "Stroke")},
        {"bone", QT_TRANSLATE_NOOP("Names", "Bone")},
        {"soft-tissue", QT_TRANSLATE_NOOP("Names", "Soft tissue")},
        {"lung", QT_TRANSLATE_NOOP("Names", "Lung")},
        {"mediastinum", QT_TRANSLATE_NOOP("Names", "Mediastinum")},
        {"abdomen", QT_TRANSLATE_NOOP("Names", "Abdomen")},
        {"liver", QT_TRANSLATE_NOOP("Names", "Liver")},
        {"high-contrast", QT_TRANSLATE_NOOP("Names", "High contrast")},
        {"medium-contrast", QT_TRANSLATE_NOOP("Names", "Medium contrast")},
        {"low-contrast", QT_TRANSLATE_NOOP("Names", "Low contrast")},
        {"File", QT_TRANSLATE_NOOP("Names", "From the file")},
        {"Whole range", QT_TRANSLATE_NOOP("Names", "Whole range")},
    };
    for (const auto& [known, shown] : names) {
        if (name == known) return NameWords::tr(shown);
    }
    return QString::fromStdString(name);
}

QString windowFunctionWord(WindowFunction function) {
    switch (function) {
        case WindowFunction::linear:
            return {};
        case WindowFunction::linearExact:
            return NameWords::tr("linear, exact");
        case WindowFunction::sigmoid:
            return NameWords::tr("sigmoid");
    }
    return {};
}

QString colourTableName(ColourTable table) {
    switch (table) {
        case ColourTable::grey:
            return NameWords::tr("Grey");
        case ColourTable::hotIron:
            return NameWords::tr("Hot iron");
        case ColourTable::pet:
            return NameWords::tr("PET");
        case ColourTable::rainbow:
            return NameWords::tr("Rainbow");
        case ColourTable::viridis:
            return NameWords::tr("Viridis");
    }
    return {};
}

QString volumePresetName(const std::string& id) {
    static constexpr std::pair<const char*, const char*> kNames[] = {
        {"bone", QT_TRANSLATE_NOOP("Names", "Bone")},
        {"soft-tissue", QT_TRANSLATE_NOOP("Names", "Soft tissue")},
        {"skin", QT_TRANSLATE_NOOP("Names", "Skin")},
        {"muscle", QT_TRANSLATE_NOOP("Names", "Muscle")},
        {"vessels", QT_TRANSLATE_NOOP("Names", "Vessels with contrast")},
        {"pulmonary-vessels", QT_TRANSLATE_NOOP("Names", "Pulmonary vessels")},
        {"lung", QT_TRANSLATE_NOOP("Names", "Lung")},
        {"airways", QT_TRANSLATE_NOOP("Names", "Airways")},
        {"pet-mip", QT_TRANSLATE_NOOP("Names", "MIP, black on white")},
        {"pet-hot", QT_TRANSLATE_NOOP("Names", "Uptake")},
        {"surface", QT_TRANSLATE_NOOP("Names", "Surface")},
        {"translucent", QT_TRANSLATE_NOOP("Names", "Translucent")},
        {"bright", QT_TRANSLATE_NOOP("Names", "High values")},
        {"mr-brain", QT_TRANSLATE_NOOP("Names", "Brain (T2)")},
        {"mr-vessels", QT_TRANSLATE_NOOP("Names", "Angiography")},
        {"mip", QT_TRANSLATE_NOOP("Names", "MIP")},
        {"minip", QT_TRANSLATE_NOOP("Names", "MinIP")},
    };
    for (const auto& [known, name] : kNames) {
        if (id == known) return NameWords::tr(name);
    }
    return QString::fromStdString(id);
}

QString turnText(const Turn& turn) {
    const int degrees = 90 * turn.quarters;
    if (!turn.mirrored) return degrees == 0 ? QString() : NameWords::tr("Rotated by %1°").arg(degrees);
    return degrees == 0 ? NameWords::tr("Mirrored") : NameWords::tr("Mirrored, rotated by %1°").arg(degrees);
}

QString seriesKindWord(SeriesKind kind) {
    switch (kind) {
        case SeriesKind::volume:
            return NameWords::tr("volume");
        case SeriesKind::picture:
            return NameWords::tr("picture");
        case SeriesKind::clip:
            return NameWords::tr("clip");
    }
    return {};
}

QString personName(const std::string& value) {
    // Component groups: alphabetic = ideographic = phonetic. Components: family ^ given ^ middle ^ prefix ^ suffix.
    const QStringList groups = QString::fromStdString(value).split(QLatin1Char('='), Qt::SkipEmptyParts);
    if (groups.isEmpty()) return {};
    if (const QString ideographic = ideographicName(groups); !ideographic.isEmpty()) return ideographic;
    const QStringList parts = groups.front().split(QLatin1Char('^'));
    const QString family = parts.front().simplified();
    const QString given = parts.mid(1, 2).join(QLatin1Char(' ')).simplified();
    return family.isEmpty() || given.isEmpty() ? family + given
                                               : NameWords::tr("%1, %2", "family name, given name").arg(family, given);
}

QString patientText(const Patient& patient) {
    const QString name = personName(patient.name), id = QString::fromStdString(patient.id).simplified();
    if (name.isEmpty() || id.isEmpty() || name == id) return name.isEmpty() ? id : name;
    return NameWords::tr("%1 (%2)", "patient (ID)").arg(name, id);
}

}  // namespace fleming::viewer
