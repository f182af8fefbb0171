#pragma once

#include "viewer/data/mark.h"
#include "viewer/marks/mark_painter.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace fleming::app {

/// A mark as a web page shows it. Texts are not escaped.
struct SvgMark {
    viewer::MarkPlace place;
    QString colour;   ///< a class of report.css
    QString names;    ///< by which report.js finds it
    QString tag;      ///< beside the mark
    QString caption;  ///< shown when the pointer is on it
};

/// The marks and measured regions on an image as SVG over it, in pixels of the image.
class MarkSvg {
public:
    MarkSvg(int width, int height);
    void add(const SvgMark& mark);

    /// Adds a measured region, whose caption becomes its tag; nothing without lines. `names` are those by which
    /// report.js finds it, `caption` is shown when the pointer is on it.
    void add(const viewer::ShownOutline& outline, const QString& names, const QString& caption);

    /// Returns the element: the lines of all that was added, and above them their tags, which do not hide each other.
    QString text() const;

private:
    void addTag(const QString& tag, const QString& attributes, const QRectF& anchor);

    QRectF area_;
    double letter_;  // the height of the letters of tags, pixels of the image; report.css takes it for small images
    QString lines_, tags_;
    std::vector<QRectF> taken_;  // by tags
};

}  // namespace fleming::app
