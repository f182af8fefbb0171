#pragma once

#include "ui/chat/highlights.h"

#include <QTextBrowser>
#include <QTimer>

namespace fleming::ui {

/// Read-only plain text that grows at its end. It is as high as its text, so the area around it scrolls, not the text
/// itself. Text is never interpreted as HTML. References to evidence ("Image-3") become links. Appending is cheap: text
/// is collected for a few milliseconds, and only the last paragraph is laid out again. The surrounding scroll area
/// follows the text cursor.
class StreamingText : public QTextBrowser {
    Q_OBJECT

public:
    explicit StreamingText(QWidget* parent = nullptr);

    /// Sets the number up to which references become links.
    void setImageCount(int count);

    /// Appends text; it is shown within a few milliseconds. Hides QTextEdit::append(), which may interpret HTML.
    void append(const QString& text);

    /// Replaces the text. Hides QTextEdit::setText(), which may interpret HTML.
    void setText(const QString& text);

    /// Returns the whole text, including what is not shown yet.
    QString text() const;

    /// Shows what append() has collected.
    void flush();

    /// Returns the text as the document counts its positions: with "\n" for each line break.
    QString countedText() const;

    /// Replaces the highlights. They stay at their positions when text is appended.
    void setHighlights(std::vector<Highlight> highlights);
    const Highlights& highlights() const { return highlights_; }

    /// Returns the place of a range of the text in this widget: of its last line, if it has several.
    QRect placeOf(int begin, int end) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user has clicked "Image-<number>", or has pressed Enter on it.
    void referenceClicked(int number);
    /// The pointer has moved to other highlights, the shortest first, or to none.
    void highlightsHovered(std::vector<int> ids);
    /// The user has clicked highlights, the shortest first. Not emitted if the click selects text.
    void highlightsClicked(std::vector<int> ids);
    /// The user has released the mouse after selecting text.
    void selectedByMouse();

protected:
    bool focusNextPrevChild(bool next) override;
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void unlinkBefore(int position);
    void linkFrom(int position);
    void fitHeight();
    void followCursor();
    std::vector<const Highlight*> highlightsAt(const QPoint& place) const;
    std::vector<int> idsAt(const QPoint& place) const;
    void hover(const std::vector<int>& ids);

    QString pending_;
    QTimer timer_;
    int imageCount_ = 0;
    int height_ = 0;
    Highlights highlights_;
    std::vector<int> hovered_;
};

}  // namespace fleming::ui
