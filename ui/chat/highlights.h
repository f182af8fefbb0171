#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;
class QPoint;
class QTextDocument;

namespace fleming::ui {

/// A range of a text that is shown with a tint and a line below it.
struct Highlight {
    int begin = 0, end = 0;  ///< positions in the document
    QColor colour;
    bool isLit = false;   ///< it is pointed at
    bool isOwn = true;    ///< the user can change it; the others have dotted lines
    int id = 0;           ///< for the owner of the text
    QString description;  ///< for the tooltip
    bool operator==(const Highlight&) const = default;
};

/// The highlights of a text document. Where several overlap, their lines lie below one another, and their tints add up.
class Highlights {
public:
    /// The height of one line of a highlight, with the space above it, in pixels.
    static constexpr int kLaneHeight = 3;

    void set(std::vector<Highlight> highlights);
    const std::vector<Highlight>& all() const { return highlights_; }

    /// Returns the largest number of lines below one another.
    int laneCount() const { return laneCount_; }

    /// Returns the highlights at a position, the shortest first.
    std::vector<const Highlight*> at(int position) const;

    /// Paints what lies behind the text.
    void paintTints(QPainter& painter, const QTextDocument& document) const;

    /// Paints what lies over the text.
    void paintLines(QPainter& painter, const QTextDocument& document) const;

private:
    std::vector<Highlight> highlights_;
    std::vector<int> lanes_;  // of each highlight
    int laneCount_ = 0;
};

/// Returns the rectangles of a range of the text, one for each line, in the coordinates of the document. Their bottom
/// edge is the base line with the room for descenders.
std::vector<QRectF> rectanglesOf(const QTextDocument& document, int begin, int end);

}  // namespace fleming::ui
