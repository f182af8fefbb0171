#pragma once

#include <QImage>
#include <QString>
#include <QWheelEvent>
#include <QWidget>

/// Helpers for tests of the views.
namespace fleming::viewer::test {

/// Compares `picture` with tests/data/baselines/NAME.png. Returns an empty string if they look the same, else a
/// message. Tolerates small differences, since fonts and CPUs vary. If they differ, writes `picture` to the build
/// folder. If the environment variable FLEMING_UPDATE_BASELINES is set, replaces the baseline instead.
QString differenceFromBaseline(const QImage& picture, const QString& name);

/// Shows `widget` as a window of this size, in the font of the baselines. Returns true when it is exposed, false on
/// timeout.
bool showInWindow(QWidget& widget, const QSize& size);

/// Turns the mouse wheel at the centre of the widget. Positive notches turn away from the user.
void turnWheel(QWidget& widget, double notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

/// Drags with a mouse button from `from` to `to`, in widget coordinates.
void drag(QWidget& widget, Qt::MouseButton button, const QPoint& from, const QPoint& to,
          Qt::KeyboardModifiers modifiers = Qt::NoModifier);

/// Returns the centroid of all pixels brighter than `level`, in pixel coordinates, or (-1, -1) if there are
/// none. Ignores the margin, which contains text.
QPointF middleOfBright(const QImage& picture, int level);

/// Returns the bounding box of these pixels.
QRect boxOfBright(const QImage& picture, int level);

}  // namespace fleming::viewer::test
