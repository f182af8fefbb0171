#include "ui/chat/highlights.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fleming::ui {

namespace {

bool overlap(const Highlight& a, const Highlight& b) {
    return a.begin < b.end && b.begin < a.end;
}

}  // namespace

void Highlights::set(std::vector<Highlight> highlights) {
    highlights_ = std::move(highlights);
    std::ranges::stable_sort(highlights_, {}, &Highlight::begin);
    lanes_.assign(highlights_.size(), 0);
    laneCount_ = 0;
    for (std::size_t i = 0; i < highlights_.size(); ++i) {
        const auto isTaken = [&](int lane) {
            for (std::size_t j = 0; j < i; ++j) {
                if (lanes_[j] == lane && overlap(highlights_[i], highlights_[j])) return true;
            }
            return false;
        };
        while (isTaken(lanes_[i]))
            ++lanes_[i];
        laneCount_ = std::max(laneCount_, lanes_[i] + 1);
    }
}

std::vector<const Highlight*> Highlights::at(int position) const {
    std::vector<const Highlight*> found;
    for (const Highlight& each : highlights_) {
        if (each.begin <= position && position < each.end) found.push_back(&each);
    }
    std::ranges::stable_sort(found, {}, [](const Highlight* each) { return each->end - each->begin; });
    return found;
}

void Highlights::paintTints(QPainter& painter, const QTextDocument& document) const {
    constexpr int kTint = 40, kLit = 110;  // of 255
    for (const Highlight& each : highlights_) {
        if (!each.isOwn && !each.isLit) continue;
        QColor tint = each.colour;
        tint.setAlpha(each.isLit ? kLit : kTint);
        for (const QRectF& rectangle : rectanglesOf(document, each.begin, each.end))
            painter.fillRect(rectangle, tint);
    }
}

void Highlights::paintLines(QPainter& painter, const QTextDocument& document) const {
    for (std::size_t i = 0; i < highlights_.size(); ++i) {
        const Highlight& each = highlights_[i];
        painter.setPen(QPen(each.colour, 2, each.isOwn ? Qt::SolidLine : Qt::DotLine, Qt::FlatCap));
        for (const QRectF& rectangle : rectanglesOf(document, each.begin, each.end)) {
            const double y = rectangle.bottom() + 1 + kLaneHeight * lanes_[i];
            painter.drawLine(QPointF(rectangle.left(), y), QPointF(rectangle.right(), y));
        }
    }
}

std::vector<QRectF> rectanglesOf(const QTextDocument& document, int begin, int end) {
    std::vector<QRectF> rectangles;
    for (QTextBlock block = document.findBlock(begin); block.isValid() && block.position() < end;
         block = block.next()) {
        const QTextLayout* layout = block.layout();
        const QPointF origin = document.documentLayout()->blockBoundingRect(block).topLeft();
        for (int i = 0; i < layout->lineCount(); ++i) {
            const QTextLine line = layout->lineAt(i);
            const int first = std::max(begin - block.position(), line.textStart());
            const int last = std::min(end - block.position(), line.textStart() + line.textLength());
            if (first >= last) continue;
            const double a = line.cursorToX(first);
            const double b = line.cursorToX(last);
            rectangles.emplace_back(origin + QPointF(std::min(a, b), line.y()),
                                    QSizeF(std::abs(b - a), line.ascent() + line.descent()));
        }
    }
    return rectangles;
}

}  // namespace fleming::ui
