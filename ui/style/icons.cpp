#include "ui/style/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPixmap>

namespace fleming::ui {

namespace {

void lines(QPainterPath& path, std::initializer_list<QPointF> points) {
    auto point = points.begin();
    path.moveTo(*point);
    for (++point; point != points.end(); ++point)
        path.lineTo(*point);
}

void plus(QPainterPath& path, QPointF centre, qreal arm) {
    lines(path, {centre - QPointF(arm, 0), centre + QPointF(arm, 0)});
    lines(path, {centre - QPointF(0, arm), centre + QPointF(0, arm)});
}

/// Returns a symbol as strokes on a grid of 24 x 24.
QPainterPath strokes(Symbol symbol) {
    QPainterPath p;
    switch (symbol) {
        case Symbol::openFile:
            lines(p, {{13, 3}, {6, 3}, {6, 21}, {18, 21}, {18, 8}, {13, 3}, {13, 8}, {18, 8}});
            break;
        case Symbol::openFolder:
            lines(p, {{3, 19}, {3, 5}, {9, 5}, {11, 8}, {20, 8}, {20, 11}});
            lines(p, {{3, 19}, {6, 11}, {22, 11}, {19, 19}, {3, 19}});
            break;
        case Symbol::addSlice:
            p.addRoundedRect(QRectF(3, 3, 14, 14), 2, 2);
            plus(p, {18, 18}, 4);
            break;
        case Symbol::addMany:
            p.addRoundedRect(QRectF(7, 7, 11, 11), 2, 2);
            lines(p, {{3, 14}, {3, 3}, {14, 3}});
            plus(p, {19, 19}, 3.5);
            break;
        case Symbol::addClip:
            p.addRoundedRect(QRectF(3, 5, 18, 14), 2, 2);
            lines(p, {{7, 5}, {7, 19}});
            lines(p, {{17, 5}, {17, 19}});
            plus(p, {12, 12}, 2.8);
            break;
        case Symbol::preset:
            lines(p, {{12, 3}, {14, 9.5}, {20.5, 12}, {14, 14.5}, {12, 21}, {10, 14.5}, {3.5, 12}, {10, 9.5}, {12, 3}});
            break;
        case Symbol::remove:
            lines(p, {{5, 12}, {19, 12}});
            break;
        case Symbol::clear:
            lines(p, {{4, 7}, {20, 7}});
            lines(p, {{9, 7}, {9, 4}, {15, 4}, {15, 7}});
            lines(p, {{6, 7}, {7, 21}, {17, 21}, {18, 7}});
            break;
        case Symbol::send:
            lines(p, {{4, 12}, {20, 12}});
            lines(p, {{14, 6}, {20, 12}, {14, 18}});
            break;
        case Symbol::stop:
            p.addRoundedRect(QRectF(6, 6, 12, 12), 2, 2);
            break;
        case Symbol::copy:
            p.addRoundedRect(QRectF(8, 8, 12, 13), 2, 2);
            lines(p, {{16, 8}, {16, 3}, {4, 3}, {4, 16}, {8, 16}});
            break;
        case Symbol::expand:
            lines(p, {{9, 6}, {15, 12}, {9, 18}});
            break;
        case Symbol::collapse:
            lines(p, {{6, 9}, {12, 15}, {18, 9}});
            break;
        case Symbol::close:
            lines(p, {{6, 6}, {18, 18}});
            lines(p, {{18, 6}, {6, 18}});
            break;
        case Symbol::warning:
            lines(p, {{12, 3}, {22, 20}, {2, 20}, {12, 3}});
            lines(p, {{12, 9.5}, {12, 14}});
            lines(p, {{12, 17}, {12, 17.1}});
            break;
        case Symbol::error:
            p.addEllipse(QPointF(12, 12), 9, 9);
            lines(p, {{12, 7}, {12, 13}});
            lines(p, {{12, 16.5}, {12, 16.6}});
            break;
        case Symbol::info:
            p.addEllipse(QPointF(12, 12), 9, 9);
            lines(p, {{12, 11}, {12, 17}});
            lines(p, {{12, 7.4}, {12, 7.5}});
            break;
        case Symbol::chip:
            p.addRoundedRect(QRectF(6, 6, 12, 12), 2, 2);
            for (const qreal at : {9.0, 12.0, 15.0}) {
                lines(p, {{at, 3}, {at, 6}});
                lines(p, {{at, 18}, {at, 21}});
                lines(p, {{3, at}, {6, at}});
                lines(p, {{18, at}, {21, at}});
            }
            break;
        case Symbol::settings:
            for (const auto& [y, knob] : {std::pair{6.0, 15.0}, std::pair{12.0, 8.0}, std::pair{18.0, 13.0}}) {
                lines(p, {{3, y}, {knob - 2.5, y}});
                lines(p, {{knob + 2.5, y}, {21, y}});
                p.addEllipse(QPointF(knob, y), 2.5, 2.5);
            }
            break;
        case Symbol::report:
            lines(p, {{13, 3}, {5, 3}, {5, 21}, {19, 21}, {19, 9}, {13, 3}, {13, 9}, {19, 9}});
            lines(p, {{8, 13}, {16, 13}});
            lines(p, {{8, 17}, {16, 17}});
            break;
        case Symbol::conversation:
            lines(p, {{3, 4}, {21, 4}, {21, 16}, {11, 16}, {6, 20}, {6, 16}, {3, 16}, {3, 4}});
            break;
        case Symbol::series:  // a list with thumbnails
            for (const qreal y : {4.0, 13.0}) {
                p.addRect(QRectF(3, y, 7, 7));
                lines(p, {{14, y + 2}, {21, y + 2}});
                lines(p, {{14, y + 5.5}, {18, y + 5.5}});
            }
            break;
        case Symbol::evidence:  // a row of images
            p.addRect(QRectF(2, 7, 9, 10));
            p.addRect(QRectF(13, 7, 9, 10));
            break;
        case Symbol::gallery:
            for (const QPointF& at : {QPointF(4, 4), QPointF(13.5, 4), QPointF(4, 13.5), QPointF(13.5, 13.5)})
                p.addRoundedRect(QRectF(at, QSizeF(6.5, 6.5)), 1, 1);
            break;
        case Symbol::crop:
            lines(p, {{7, 2}, {7, 17}, {22, 17}});
            lines(p, {{2, 7}, {17, 7}, {17, 22}});
            break;
        case Symbol::eye:
            p.moveTo(2, 12);
            p.quadTo(12, 2, 22, 12);
            p.quadTo(12, 22, 2, 12);
            p.addEllipse(QPointF(12, 12), 3, 3);
            break;
        case Symbol::camera:
            p.addRoundedRect(QRectF(3, 7, 18, 13), 2, 2);
            lines(p, {{8, 7}, {10, 4}, {14, 4}, {16, 7}});
            p.addEllipse(QPointF(12, 13.5), 3.5, 3.5);
            break;
        case Symbol::fit:
            p.addEllipse(QPointF(10, 10), 7.5, 7.5);  // a magnifier over an image
            lines(p, {{15.5, 15.5}, {21.5, 21.5}});
            p.addRect(QRectF(6.5, 7.5, 7, 5));
            break;
        case Symbol::undo:
            lines(p, {{9, 4}, {4, 9}, {9, 14}});
            p.moveTo(4, 9);
            p.lineTo(14, 9);
            p.cubicTo(22, 9, 22, 20, 14, 20);
            p.lineTo(9, 20);
            break;
        case Symbol::redo:
            lines(p, {{15, 4}, {20, 9}, {15, 14}});
            p.moveTo(20, 9);
            p.lineTo(10, 9);
            p.cubicTo(2, 9, 2, 20, 10, 20);
            p.lineTo(15, 20);
            break;
        case Symbol::previous:
            lines(p, {{15, 4}, {7, 12}, {15, 20}});
            break;
        case Symbol::next:
            lines(p, {{9, 4}, {17, 12}, {9, 20}});
            break;
        case Symbol::select:  // a pointer
            lines(p, {{6, 3}, {6, 19}, {10, 15}, {13, 21}, {16, 19.5}, {13, 14}, {18.5, 14}, {6, 3}});
            break;
        case Symbol::measure:  // a ruler
            p.addRoundedRect(QRectF(2, 8, 20, 8), 1.5, 1.5);
            for (const qreal x : {6.0, 10.0, 14.0, 18.0})
                lines(p, {{x, 8}, {x, 12}});
            break;
        case Symbol::box:
            p.addRect(QRectF(4, 6, 16, 12));
            break;
        case Symbol::ellipse:
            p.addEllipse(QPointF(12, 12), 9, 6.5);
            break;
        case Symbol::arrow:
            lines(p, {{20, 20}, {5, 5}});
            lines(p, {{13, 5}, {5, 5}, {5, 13}});
            break;
        case Symbol::link:  // two links of a chain
            p.addRoundedRect(QRectF(2, 8.5, 11, 7), 3.5, 3.5);
            p.addRoundedRect(QRectF(11, 8.5, 11, 7), 3.5, 3.5);
            break;
        case Symbol::replay:
            p.arcMoveTo(QRectF(4, 4, 16, 16), 50);
            p.arcTo(QRectF(4, 4, 16, 16), 50, 310);
            lines(p, {{17.5, 2.5}, {17.5, 7}, {13, 7}});
            lines(p, {{10, 8.5}, {15.5, 12}, {10, 15.5}, {10, 8.5}});
            break;
        case Symbol::edit:  // a pencil
            lines(p, {{4, 20}, {5, 15}, {16, 4}, {20, 8}, {9, 19}, {4, 20}});
            lines(p, {{13, 7}, {17, 11}});
            break;
        case Symbol::again:  // an arrow around a circle
            p.arcMoveTo(QRectF(4, 4, 16, 16), 40);
            p.arcTo(QRectF(4, 4, 16, 16), 40, 290);
            lines(p, {{18.5, 2.5}, {18.3, 7.2}, {13.6, 7}});
            break;
        case Symbol::compare:  // two pages
            p.addRect(QRectF(3, 4, 7.5, 16));
            p.addRect(QRectF(13.5, 4, 7.5, 16));
            lines(p, {{5.5, 9}, {8, 9}});
            lines(p, {{16, 9}, {18.5, 9}});
            lines(p, {{16, 13}, {18.5, 13}});
            break;
        case Symbol::prompts:  // a bookmark
            lines(p, {{6, 3}, {18, 3}, {18, 21}, {12, 16}, {6, 21}, {6, 3}});
            break;
        case Symbol::window:
            p.addEllipse(QPointF(12, 12), 9, 9);
            p.moveTo(12, 3);
            p.lineTo(12, 21);
            break;
    }
    return p;
}

class SymbolEngine : public QIconEngine {
public:
    explicit SymbolEngine(Symbol symbol) : symbol_(symbol) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        const QColor colour = QGuiApplication::palette().color(group, role);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const qreal side = qMin(rect.width(), rect.height());
        painter->translate(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2);
        painter->scale(side / 24, side / 24);
        painter->setPen(QPen(colour, 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPainterPath path = strokes(symbol_);
        if (symbol_ == Symbol::stop) painter->setBrush(colour);
        painter->drawPath(path);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        if (size.isEmpty()) return {};  // a button without room asks for it
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new SymbolEngine(symbol_); }

private:
    Symbol symbol_;
};

}  // namespace

QIcon icon(Symbol symbol) {
    return QIcon(new SymbolEngine(symbol));
}

}  // namespace fleming::ui
