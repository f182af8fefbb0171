#pragma once

#include <QImage>
#include <QString>
#include <QWheelEvent>
#include <QWidget>

// What the tests of the views share.
namespace fleming::viewer::test {

/// How `picture` differs from tests/data/baselines/NAME.png: empty where it looks the same. Fonts and processors may
/// change single pixels; on a difference the picture is written to the build folder, and the message says where.
/// With FLEMING_UPDATE_BASELINES set, the picture becomes the baseline.
QString differenceFromBaseline(const QImage& picture, const QString& name);

/// Shows `widget` at this size in a real window, in the font that the baselines were made with, and waits for it.
bool showInWindow(QWidget& widget, const QSize& size);

/// A mouse wheel turned by some notches, away from the user where positive, at the widget's middle.
void turnWheel(QWidget& widget, double notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

/// Presses, moves and releases a button, in widget coordinates.
void drag(QWidget& widget, Qt::MouseButton button, const QPoint& from, const QPoint& to,
          Qt::KeyboardModifiers modifiers = Qt::NoModifier);

/// The middle of all pixels brighter than `level` in the part of the picture that has no text at its edges; (-1, -1)
/// where there are none.
QPointF middleOfBright(const QImage& picture, int level);

/// Their bounding box.
QRect boxOfBright(const QImage& picture, int level);

}  // namespace fleming::viewer::test
