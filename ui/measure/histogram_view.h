#pragma once

#include "app/measure/measurement_list.h"
#include "app/measure/region_histogram.h"

#include <QWidget>

#include <optional>

namespace fleming::ui {

/// The histogram of the selected region. The pointer shows how many pixels have the values of a bar.
class HistogramView : public QWidget {
    Q_OBJECT

public:
    /// `list` outlives the view.
    explicit HistogramView(const app::MeasurementList& list, QWidget* parent = nullptr);

    /// Shows the histogram of a measurement; none without an id.
    void show(std::optional<int> id);
    const app::Histogram& histogram() const { return histogram_; }

    QSize sizeHint() const override { return {220, 110}; }
    QSize minimumSizeHint() const override { return {120, 60}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect bars() const;
    QString textOf(double value) const;

    const app::MeasurementList& list_;
    app::RegionHistogram counter_;
    app::Histogram histogram_;
    std::optional<int> id_;
    std::optional<viewer::Roi> roi_;  ///< that was counted
};

}  // namespace fleming::ui
