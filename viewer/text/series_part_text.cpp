#include "viewer/text/series_part_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace fleming::viewer {

namespace {

struct PartWords {
    Q_DECLARE_TR_FUNCTIONS(SeriesParts)
};

QString kindName(SeriesPartKind kind) {
    switch (kind) {
        case SeriesPartKind::timePoint:
            return PartWords::tr("time point");
        case SeriesPartKind::volume:
            return PartWords::tr("volume");
        case SeriesPartKind::component:
            return PartWords::tr("component");
        case SeriesPartKind::page:
            return PartWords::tr("page");
        case SeriesPartKind::segment:
            return PartWords::tr("segment");
        case SeriesPartKind::imageType:
            return PartWords::tr("image type");
        case SeriesPartKind::echo:
            return PartWords::tr("echo");
        case SeriesPartKind::inversionTime:
            return PartWords::tr("inversion time");
        case SeriesPartKind::flipAngle:
            return PartWords::tr("flip angle");
        case SeriesPartKind::diffusion:
            return PartWords::tr("diffusion");
        case SeriesPartKind::cardiacPhase:
            return PartWords::tr("cardiac phase");
        case SeriesPartKind::triggerTime:
            return PartWords::tr("trigger time");
        case SeriesPartKind::frameTime:
            return PartWords::tr("frame time");
        case SeriesPartKind::acquisition:
            return PartWords::tr("acquisition");
        case SeriesPartKind::stack:
            return PartWords::tr("stack");
        case SeriesPartKind::acquisitionTime:
            return PartWords::tr("acquisition time");
        case SeriesPartKind::contentTime:
            return PartWords::tr("content time");
        case SeriesPartKind::field:
            return PartWords::tr("field");
        case SeriesPartKind::repeat:
            return PartWords::tr("repeat");
        case SeriesPartKind::straightened:
            return PartWords::tr("straightened");
    }
    return {};
}

QString partText(const SeriesPart& part) {
    const QString name = kindName(part.kind), value = QString::fromStdString(part.value);
    if (part.kind == SeriesPartKind::straightened) return name;
    if (value.isEmpty()) return PartWords::tr("%1 not given", "echo").arg(name);
    if (part.count == 0) return PartWords::tr("%1 %2", "echo, 4.6").arg(name, value);
    return PartWords::tr("%1 %2 of %3", "time point, 1, 3").arg(name, value, QString::number(part.count));
}

}  // namespace

QString seriesDescriptionText(const SeriesDescription& description) {
    QString text = QString::fromStdString(description.words);
    QStringList inBrackets;
    for (const SeriesPart& part : description.parts) {
        if (part.count > 0) {
            text = PartWords::tr("%1, %2", "file, part").arg(text, partText(part));
        } else {
            inBrackets << partText(part);
        }
    }
    if (!inBrackets.isEmpty())
        text = PartWords::tr("%1 (%2)", "series, parts").arg(text, inBrackets.join(QStringLiteral(", ")));
    return text.simplified();
}

}  // namespace fleming::viewer
