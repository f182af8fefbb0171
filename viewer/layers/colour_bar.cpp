#include "viewer/layers/colour_bar.h"

#include "viewer/layers/edge_text.h"
#include "viewer/render/colour_table.h"
#include "viewer/text/number_text.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

namespace fleming::viewer {

namespace {

constexpr QSize kSmallestView(160, 200);  // device-independent pixels
constexpr int kWidth = 12;
constexpr int kFromEdge = 24;  // beside the letter of the edge
constexpr int kTextWidth = 90;

/// Returns the colours from the highest level, at the top, to the lowest.
QImage barOf(const Display& display) {
    const std::array<Rgb, 256>& colours = colourTable(display.colours);
    QImage bar(1, 256, QImage::Format_RGB888);
    for (int y = 0; y < bar.height(); ++y) {
        const int level = display.inverted != display.lowestIsWhite ? y : 255 - y;
        const auto [red, green, blue] = colours[static_cast<std::size_t>(level)];
        bar.setPixelColor(0, y, QColor(red, green, blue));
    }
    return bar;
}

}  // namespace

void ColourBar::draw(QPainter& painter, const SliceScene& scene, const MmToDevice&) const {
    const QRect& area = scene.area;
    if (scene.display.colours == ColourTable::grey || scene.volume.components() != 1) return;
    if (area.width() < kSmallestView.width() || area.height() < kSmallestView.height()) return;
    const int height = area.height() / 2;
    const QRect bar(area.right() - kFromEdge - kWidth, area.center().y() - height / 2, kWidth, height);
    painter.drawImage(bar, barOf(scene.display));
    painter.setPen(QColor(230, 230, 230));
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    const auto* window = std::get_if<Window>(&scene.display.windowing);
    if (window == nullptr) return;
    const int line = painter.fontMetrics().height();
    const QRect text(bar.left() - 4 - kTextWidth, 0, kTextWidth, line);
    const auto [low, high] = rangeOf(*window);
    drawOutlined(painter, text.translated(0, bar.top()), Qt::AlignRight | Qt::AlignTop, pixelValueText(high));
    drawOutlined(painter, text.translated(0, bar.bottom() - line), Qt::AlignRight | Qt::AlignBottom,
                 pixelValueText(low));
}

}  // namespace fleming::viewer
