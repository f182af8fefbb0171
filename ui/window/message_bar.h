#pragma once

#include <QFrame>
#include <QStringList>
#include <QTimer>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace fleming::ui {

/// Shows messages inside the window without interrupting the user's work: the last message, a button that lists all
/// messages since the bar was closed, an offer, and a button that closes the bar. The bar lies over the lower end of a
/// widget and is not part of the layout, so the view keeps its place and zoom. A notice closes itself after a while,
/// and later if it has an offer; an error stays until the user closes it. Hidden while there is no message.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { error, notice };

    /// Creates a hidden bar over the lower end of `over`, which lies in `parent`. The bar may be wider than `over`.
    MessageBar(QWidget& over, QWidget* parent);

    /// What the user can do about a message: a button that closes the message and calls `accept`.
    struct Offer {
        QString text;  ///< on the button; empty if there is no offer
        std::function<void()> accept;
        QString topic;  ///< for withdraw(); may be empty
    };

    /// Shows a message. A notice does not replace an error that is shown; it is added to the list.
    void say(Kind kind, const QString& message, const Offer& offer = {});

    /// Returns the message that is shown, or an empty string.
    QString message() const;

    /// Closes the bar and forgets all messages.
    void dismiss();

    /// Dismisses the message if its offer has this topic. Called when the offer is out of date.
    void withdraw(const QString& topic);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;  // follows the size of the widget below

private:
    void makeText();
    void makeButtons();
    void refresh();
    void place();
    void closeLater();
    void closeUnlessRead();

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
