#pragma once

#include "app/review/reviewer.h"

#include <QDialog>

#include <functional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fleming::app {
class ReviewDrafts;
}

namespace fleming::ui {

/// Asks who reviews: one of the reviewers who share this computer, or a new one. OK makes the reviewer the one at work.
class ReviewerDialog : public QDialog {
    Q_OBJECT

public:
    explicit ReviewerDialog(app::ReviewDrafts& drafts, QWidget* parent = nullptr);

    QComboBox* list() const { return list_; }
    QLineEdit* name() const { return name_; }
    QLineEdit* code() const { return code_; }
    QPushButton* removeButton() const { return remove_; }

private:
    void fillList(int chosen);
    void showChosen();
    void checkFields();
    void removeChosen();
    void save();
    bool isNew() const;
    app::Reviewer entered() const;
    std::string unusedCode() const;

    app::ReviewDrafts& drafts_;
    std::vector<app::Reviewer> reviewers_, ofSession_;
    QComboBox* list_;
    QLineEdit* name_;
    QLineEdit* code_;
    QLabel* problem_;
    QPushButton* remove_;
    QPushButton* ok_;
};

/// Shows the dialog without blocking. Calls `then` once there is a reviewer.
void askForReviewer(app::ReviewDrafts& drafts, QWidget* parent, std::function<void()> then = {});

/// Returns the reviewers of the settings, and the one at work if the list lacks it.
std::vector<app::Reviewer> knownReviewers(const app::ReviewDrafts& drafts);

}  // namespace fleming::ui
