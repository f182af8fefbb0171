#include "app/studies/label_layer.h"

#include <QCoreApplication>

namespace fleming::app {

bool canShowAsLabels(const OpenSeries& labels, const OpenSeries& open) {
    return labels.id != open.id && viewer::canBeLabels(labels.series) &&
           open.series.kind() != viewer::SeriesKind::clip &&
           viewer::isSameGrid(labels.series.geometry(), open.series.geometry());
}

bool holdsLabels(const OpenSeries& series, std::stop_token stop) {
    if (viewer::areDeclaredLabels(series.series)) return true;
    if (!viewer::canBeLabels(series.series)) return false;
    const int middle = series.series.geometry().size[2] / 2;
    std::shared_ptr<const viewer::Volume> volume = series.volume;
    if (!volume || !volume->isReady(middle)) {
        const auto own = viewer::allocate(series.series);
        viewer::readSlices(series.series, *own, {middle}, {}, stop);
        volume = own;
    }
    return viewer::looksLikeLabels(*volume, middle);
}

viewer::LabelLayer makeLabelLayer(const OpenSeries& labels, std::stop_token stop) {
    viewer::LabelLayer layer;
    const bool isLoaded = labels.volume && labels.volume->complete();
    layer.volume = isLoaded ? labels.volume : viewer::loadVolume(labels.series, {}, stop);
    for (const int value : viewer::labelValues(*layer.volume)) {
        const QString name = QCoreApplication::translate("Labels", "Label %1").arg(value);
        const int n = static_cast<int>(layer.labels.size());
        layer.labels.push_back({value, name.toStdString(), viewer::labelColour(n)});
    }
    return layer;
}

}  // namespace fleming::app
