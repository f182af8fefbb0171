#pragma once

#include <QWidget>

class QToolButton;

namespace fleming::ui {

class StreamingText;

/// The model's reasoning: a heading that folds and unfolds it, and the text.
class ReasoningBlock : public QWidget {
    Q_OBJECT

public:
    explicit ReasoningBlock(QWidget* parent = nullptr);

    StreamingText* text() const { return text_; }
    /// Sets whether the heading shows that more text follows.
    void setStreaming(bool on);
    /// Shows or hides the text.
    void setExpanded(bool on);
    bool isExpanded() const;

private:
    void refresh();

    QToolButton* heading_;
    StreamingText* text_;
    QWidget* body_;
    bool streaming_ = false;
};

}  // namespace fleming::ui
