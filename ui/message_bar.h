#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace fleming::ui {

/// Says what went wrong, inside the window, without stopping anybody's work: the last message, a button for the details
/// of all since it was closed, perhaps one action, and close. Hidden while there is nothing to say.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { error, notice };

    explicit MessageBar(QWidget* parent = nullptr);

    void say(Kind kind, const QString& message);
    /// The same with a button that emits actionTriggered(action).
    void say(Kind kind, const QString& message, const QString& buttonText, const QString& action);
    QString message() const;   ///< the one on the screen; empty where hidden
    void dismiss();

Q_SIGNALS:
    void actionTriggered(const QString& action);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    QStringList messages_;
    QString action_;
    Kind kind_ = Kind::notice;
    QLabel* picture_;
    QLabel* text_;
    QToolButton* actionButton_;
    QToolButton* detailsButton_;
    QToolButton* closeButton_;
    QPlainTextEdit* details_;
};

}  // namespace fleming::ui
