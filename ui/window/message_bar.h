#pragma once

#include <QFrame>
#include <QStringList>
#include <QTimer>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace fleming::ui {

/// Says what went wrong, inside the window, without stopping anybody's work: the last message, a button for the details
/// of all since it was closed, perhaps one offer, and close. It lies over the lower end of a widget and takes no room
/// in the layout, so that nothing moves or changes its zoom when a message comes or goes. A notice closes itself after
/// a while, later if it offers something; an error stays until it is closed. Hidden while there is nothing to say.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { error, notice };

    /// `parent` holds `over`, and the bar may be wider than `over` where that is narrow.
    MessageBar(QWidget& over, QWidget* parent);

    /// What the user can do about a message: a button with this text, which closes the message and calls `accept`.
    struct Offer {
        QString text;  ///< empty: no offer
        std::function<void()> accept;
        QString topic;  ///< by which withdraw() finds it; may be empty
    };

    void say(Kind kind, const QString& message, const Offer& offer = {});
    QString message() const;  ///< the one on the screen; empty where hidden
    void dismiss();
    void withdraw(const QString& topic);  ///< dismisses the message if its offer is about `topic` and no longer holds

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;  ///< the widget below changed its size

private:
    void refresh();
    void place();
    void closeLater();

    QWidget& over_;
    QStringList messages_;
    Offer offer_;
    Kind kind_ = Kind::notice;
    QTimer closing_;
    QLabel* picture_;
    QLabel* text_;
    QToolButton* offerButton_;
    QToolButton* detailsButton_;
    QToolButton* closeButton_;
    QPlainTextEdit* details_;
};

}  // namespace fleming::ui
