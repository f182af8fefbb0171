#include "viewer/layers/colour_bar.h"

#include "viewer/layers/edge_text.h"
#include "viewer/render/colour_table.h"
#include "viewer/text/number_text.h"

#include <QImage>
#include <QPainter>

#include <array>
#include <optional>
#include <utility>

namespace fleming::viewer {

namespace {

constexpr QSize kSmallestView(160, 200);  // device-independent pixels
constexpr int kWidth = 12;
constexpr int kFromEdge = 24;  // beside the letter of the edge
constexpr int kTextWidth = 90;

constexpr int kSteps = 256;

/// Returns the values at the ends of the bar; absent if they are not known.
std::optional<std::pair<double, double>> endsOf(const Windowing& windowing) {
    if (const auto* table = std::get_if<VoiTablePtr>(&windowing)) return rangeOf(windowOf(**table));
    const auto* window = std::get_if<Window>(&windowing);
    if (window == nullptr) return {};
    if (window->function == WindowFunction::sigmoid)
        return std::pair(window->center - window->width, window->center + window->width);
    return rangeOf(*window);
}

/// Returns the grey level of a step of the bar, from 0 at the lower end.
int levelAt(const Windowing& windowing, int step) {
    const auto ends = endsOf(windowing);
    if (!ends) return step;
    const double value = ends->first + (ends->second - ends->first) * step / (kSteps - 1);
    if (const auto* table = std::get_if<VoiTablePtr>(&windowing)) return (**table)(value);
    return WindowLevels(std::get<Window>(windowing))(value);
}

/// Returns the colours from the highest value, at the top, to the lowest.
QImage barOf(const Display& display) {
    const std::array<Rgb, 256>& colours = colourTable(display.colours);
    QImage bar(1, kSteps, QImage::Format_RGB888);
    for (int y = 0; y < kSteps; ++y) {
        const int level = levelAt(display.windowing, kSteps - 1 - y);
        const bool isNegative = display.inverted != display.lowestIsWhite;
        const auto [red, green, blue] = colours[static_cast<std::size_t>(isNegative ? 255 - level : level)];
        bar.setPixelColor(0, y, QColor(red, green, blue));
    }
    return bar;
}

}  // namespace

void ColourBar::draw(QPainter& painter, const SliceScene& scene, const MmToDevice&) const {
    if (scene.volume.components() == 1) drawColourBar(painter, scene.area, scene.display);
}

void drawColourBar(QPainter& painter, const QRect& area, const Display& display) {
    if (display.colours == ColourTable::grey) return;
    if (area.width() < kSmallestView.width() || area.height() < kSmallestView.height()) return;
    const int height = area.height() / 2;
    const QRect bar(area.right() - kFromEdge - kWidth, area.center().y() - height / 2, kWidth, height);
    painter.drawImage(bar, barOf(display));
    painter.setPen(QColor(230, 230, 230));
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    const auto ends = endsOf(display.windowing);
    if (!ends) return;
    const int line = painter.fontMetrics().height();
    const QRect text(bar.left() - 4 - kTextWidth, 0, kTextWidth, line);
    drawOutlined(painter, text.translated(0, bar.top()), Qt::AlignRight | Qt::AlignTop, pixelValueText(ends->second));
    drawOutlined(painter, text.translated(0, bar.bottom() - line), Qt::AlignRight | Qt::AlignBottom,
                 pixelValueText(ends->first));
}

}  // namespace fleming::viewer
