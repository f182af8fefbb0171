#pragma once

#include <QTextBrowser>
#include <QTimer>

namespace fleming::ui {

/// Read-only plain text that grows at its end and is as high as its text: it never scrolls, the panel around it does.
/// Text is only ever inserted as text, never read as HTML. References to evidence ("Image-3") become links.
/// Appending is cheap: pieces are gathered for a few milliseconds, and only the last paragraph is laid out again.
class StreamingText : public QTextBrowser {
    Q_OBJECT

public:
    explicit StreamingText(QWidget* parent = nullptr);

    void setImageCount(int count);      ///< references up to this number become links
    void append(const QString& text);   // hides QTextEdit::append, which guesses at HTML
    void setText(const QString& text);  // hides QTextEdit::setText, which guesses at HTML
    QString text() const;               ///< all of it, what is still gathered too
    void flush();                       ///< shows what is gathered now

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void referenceClicked(int number);  ///< by mouse, or Tab and Enter

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
