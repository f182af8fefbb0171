#include "tests/viewer/view_testing.h"

#include <QApplication>
#include <QDir>
#include <QFont>
#include <QtTest>

#include <cstdlib>

namespace fleming::viewer::test {

namespace {

constexpr int kStrongDifference = 40;      // of 255 levels
constexpr double kMostStrong = 0.01;       // share of pixels
constexpr double kMostMeanDifference = 2;  // levels

constexpr int kEdge = 46;    // pixels; the margin that contains text
constexpr int kBottom = 52;  // pixels with letters and the scale bar

template <typename Use>
void forEachBright(const QImage& picture, int level, const Use& use) {
    for (int y = kEdge; y < picture.height() - kBottom; ++y) {
        for (int x = kEdge; x < picture.width() - kEdge; ++x) {
            if (qGray(picture.pixel(x, y)) > level) use(x, y);
        }
    }
}

}  // namespace

QString differenceFromBaseline(const QImage& picture, const QString& name) {
    const QString path = QStringLiteral(FLEMING_TEST_DATA "/baselines/%1.png").arg(name);
    if (std::getenv("FLEMING_UPDATE_BASELINES")) {
        QDir().mkpath(QStringLiteral(FLEMING_TEST_DATA "/baselines"));
        return picture.convertToFormat(QImage::Format_RGB888).save(path) ? QString() : path + " cannot be written.";
    }
    const QImage baseline = QImage(path).convertToFormat(QImage::Format_RGB32);
    const QImage actual = picture.convertToFormat(QImage::Format_RGB32);
    QString fault;
    if (baseline.isNull()) {
        fault = QStringLiteral("there is no baseline %1").arg(path);
    } else if (baseline.size() != actual.size()) {
        fault = QStringLiteral("the size is another");
    } else {
        double sum = 0;
        int strong = 0;
        for (int y = 0; y < actual.height(); ++y) {
            for (int x = 0; x < actual.width(); ++x) {
                const QRgb a = actual.pixel(x, y), b = baseline.pixel(x, y);
                const int difference = std::max(
                    {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
                sum += difference;
                if (difference > kStrongDifference) ++strong;
            }
        }
        const double pixels = static_cast<double>(actual.width()) * actual.height();
        if (sum / pixels > kMostMeanDifference || strong / pixels > kMostStrong) {
            fault = QStringLiteral("%1 % of the pixels differ much, the mean difference is %2")
                        .arg(100 * strong / pixels)
                        .arg(sum / pixels);
        }
    }
    if (fault.isEmpty()) return {};
    const QString folder = QStringLiteral(FLEMING_BUILD_DIR "/baselines");
    QDir().mkpath(folder);
    const QString written = QStringLiteral("%1/%2.actual.png").arg(folder, name);
    picture.save(written);
    return QStringLiteral("%1: %2; see %3").arg(name, fault, written);
}

bool showInWindow(QWidget& widget, const QSize& size) {
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPointSize(8);
    widget.setFont(font);
    widget.resize(size);
    widget.show();
    return QTest::qWaitForWindowExposed(&widget);
}

void turnWheel(QWidget& widget, double notches, Qt::KeyboardModifiers modifiers) {
    const QPointF middle = QRectF(widget.rect()).center();
    QWheelEvent event(middle, widget.mapToGlobal(middle), {}, QPoint(0, qRound(notches * 120)), Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

void drag(QWidget& widget, Qt::MouseButton button, const QPoint& from, const QPoint& to,
          Qt::KeyboardModifiers modifiers) {
    QTest::mousePress(&widget, button, modifiers, from);
    for (const QPoint& point : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, point, widget.mapToGlobal(point), Qt::NoButton, button, modifiers);
        QApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, button, modifiers, to);
}

QPointF middleOfBright(const QImage& picture, int level) {
    QPointF sum;
    int count = 0;
    forEachBright(picture, level, [&](int x, int y) {
        sum += QPointF(x, y);
        ++count;
    });
    return count > 0 ? sum / count : QPointF(-1, -1);
}

QRect boxOfBright(const QImage& picture, int level) {
    QRect box;
    forEachBright(picture, level, [&](int x, int y) { box |= QRect(x, y, 1, 1); });
    return box;
}

}  // namespace fleming::viewer::test
