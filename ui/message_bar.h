#pragma once

#include <QFrame>
#include <QStringList>
#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace fleming::ui {

/// Says what went wrong, inside the window, without stopping anybody's work: the last message, a button for the details
/// of all since it was closed, perhaps one action, and close. It lies over the lower end of a widget and takes no room in
/// the layout, so that nothing moves or changes its zoom when a message comes or goes. A notice closes itself after a
/// while, later if it has an action; an error stays until it is closed. Hidden while there is nothing to say.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { error, notice };

    /// `parent` holds `over`, and the bar may be wider than `over` where that is narrow.
    MessageBar(QWidget& over, QWidget* parent);

    void say(Kind kind, const QString& message);
    /// The same with a button that emits actionTriggered(action).
    void say(Kind kind, const QString& message, const QString& buttonText, const QString& action);
    QString message() const;   ///< the one on the screen; empty where hidden
    QString action() const { return action_; }   ///< of the button; empty where there is none
    void dismiss();

Q_SIGNALS:
    void actionTriggered(const QString& action);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;   ///< the widget below changed its size

private:
    void refresh();
    void place();
    void closeLater();

    QWidget& over_;
    QStringList messages_;
    QString action_;
    Kind kind_ = Kind::notice;
    QTimer closing_;
    QLabel* picture_;
    QLabel* text_;
    QToolButton* actionButton_;
    QToolButton* detailsButton_;
    QToolButton* closeButton_;
    QPlainTextEdit* details_;
};

}  // namespace fleming::ui
