#include "ui/measure/histogram_view.h"

#include "viewer/text/measurement_text.h"
#include "viewer/text/number_text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace fleming::ui {

namespace {

constexpr int kBins = 64;
constexpr int kMargin = 6;

}  // namespace

HistogramView::HistogramView(const app::MeasurementList& list, QWidget* parent) : QWidget(parent), list_(list) {
    setAccessibleName(tr("Histogram of the selected region"));
    connect(&counter_, &app::RegionHistogram::counted, this, [this](const app::Histogram& histogram) {
        histogram_ = histogram;
        update();
    });
    connect(&list_, &app::MeasurementList::changed, this, [this] { show(id_); });
}

void HistogramView::show(std::optional<int> id) {
    const app::ListedMeasurement* found = id ? list_.find(*id) : nullptr;
    const auto job = found != nullptr && isClosed(found->roi.shape) ? list_.jobOf(*found) : std::nullopt;
    const bool isKnown = id == id_ && job && roi_ == job->roi;
    id_ = id;
    // The name or the colour can be another one.
    update();
    if (isKnown && !histogram_.counts.empty()) return;
    roi_ = job ? std::optional(job->roi) : std::nullopt;
    if (job) {
        counter_.count(*job, kBins);
    } else {
        counter_.cancel();
        histogram_ = {};
    }
}

QRect HistogramView::bars() const {
    const int line = fontMetrics().height();
    return rect().adjusted(kMargin, kMargin + line, -kMargin, -kMargin - line);
}

QString HistogramView::textOf(double value) const {
    const auto& measured = list_.resultOf(*id_).measured;
    return measured ? viewer::valueText(*measured, value) : viewer::pixelValueText(value);
}

void HistogramView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const app::ListedMeasurement* found = id_ ? list_.find(*id_) : nullptr;
    if (found == nullptr || histogram_.counts.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect().adjusted(kMargin, kMargin, -kMargin, -kMargin), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Select a region to see its histogram."));
        return;
    }
    const QRect area = bars();
    const auto most = static_cast<double>(std::ranges::max(histogram_.counts));
    const auto count = static_cast<double>(histogram_.counts.size());
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    for (std::size_t i = 0; i < histogram_.counts.size(); ++i) {
        const double left = area.left() + area.width() * static_cast<double>(i) / count;
        const double height = area.height() * static_cast<double>(histogram_.counts[i]) / most;
        painter.drawRect(QRectF(left, area.bottom() + 1 - height, area.width() / count, height));
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(area.bottomLeft() + QPoint(0, 1), area.bottomRight() + QPoint(0, 1));
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect below(area.left(), area.bottom() + 2, area.width(), fontMetrics().height());
    painter.drawText(below, Qt::AlignLeft, textOf(histogram_.first));
    painter.drawText(below, Qt::AlignRight, textOf(histogram_.first + histogram_.width * count));
    painter.drawText(QRect(area.left(), kMargin, area.width(), fontMetrics().height()), Qt::AlignLeft,
                     fontMetrics().elidedText(found->name, Qt::ElideRight, area.width()));
}

bool HistogramView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || histogram_.counts.empty() || !id_) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QRect area = bars();
    const auto count = static_cast<int>(histogram_.counts.size());
    const int bin = std::clamp((help->pos().x() - area.left()) * count / std::max(1, area.width()), 0, count - 1);
    const double from = histogram_.first + histogram_.width * bin;
    const std::int64_t pixels = histogram_.counts[static_cast<std::size_t>(bin)];
    QToolTip::showText(help->globalPos(),
                       tr("%1 to %2: %3 pixels", "a value, a value, a number")
                           .arg(textOf(from), textOf(from + histogram_.width), viewer::countText(pixels)),
                       this);
    return true;
}

}  // namespace fleming::ui
