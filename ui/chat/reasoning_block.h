#pragma once

#include <QWidget>

class QToolButton;

namespace fleming::ui {

class StreamingText;

/// The model's reasoning, as it streams: a heading that folds it away, and the text.
class ReasoningBlock : public QWidget {
    Q_OBJECT

public:
    explicit ReasoningBlock(QWidget* parent = nullptr);

    StreamingText* text() const { return text_; }
    void setStreaming(bool on);
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
