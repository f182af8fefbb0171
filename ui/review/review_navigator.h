#pragma once

#include "app/review/review_queue.h"
#include "app/workspace.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace fleming::ui {

/// A row over the conversation: how many answers the reviewer at work has reviewed, buttons to the next and the
/// previous one without a review, and who reviews. Hidden until there is an answer.
class ReviewNavigator : public QWidget {
    Q_OBJECT

public:
    explicit ReviewNavigator(app::Workspace& workspace, QWidget* parent = nullptr);

    QLabel* progress() const { return progress_; }
    QToolButton* reviewerButton() const { return reviewer_; }

Q_SIGNALS:
    /// The user wants to go to an answer without a review.
    void unreviewedRequested(fleming::app::Direction direction);

private:
    void refresh();
    void fillReviewers(QMenu* menu);

    app::Workspace& workspace_;
    QToolButton* previous_;
    QLabel* progress_;
    QToolButton* next_;
    QToolButton* reviewer_;
};

}  // namespace fleming::ui
