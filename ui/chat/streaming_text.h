#pragma once

#include <QTextBrowser>
#include <QTimer>

namespace fleming::ui {

/// Read-only plain text that grows at its end. It is as high as its text, so the area around it scrolls, not the text
/// itself. Text is never interpreted as HTML. References to evidence ("Image-3") become links. Appending is cheap: text
/// is collected for a few milliseconds, and only the last paragraph is laid out again.
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

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user has clicked "Image-<number>", or has pressed Enter on it.
    void referenceClicked(int number);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void unlinkBefore(int position);
    void linkFrom(int position);
    void fitHeight();

    QString pending_;
    QTimer timer_;
    int imageCount_ = 0;
    int height_ = 0;
};

}  // namespace fleming::ui
