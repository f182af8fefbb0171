#pragma once

#include "app/review/review_drafts.h"

#include <QObject>

class QWidget;

namespace fleming::ui {

/// Notes what the user does in a window for the time that reviews take. Input in a card turns to its exchange. Input in
/// the view and its panels counts for the exchange at hand, since the user compares the answer with the images. Writing
/// a question pauses, and so does leaving the window.
class ReviewActivity : public QObject {
    Q_OBJECT

public:
    /// `window` owns this object; `drafts` outlives it.
    ReviewActivity(app::ReviewDrafts& drafts, QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void note(const QWidget* used, bool isChoice);

    app::ReviewDrafts& drafts_;
    QWidget* window_;
};

}  // namespace fleming::ui
