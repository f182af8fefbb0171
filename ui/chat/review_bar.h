#pragma once

#include "app/session/session.h"

#include <QWidget>

#include <optional>
#include <vector>

class QButtonGroup;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;

namespace fleming::ui {

/// Returns the name of a verdict in the user's language.
QString verdictName(app::Verdict verdict);

/// Returns the colour of a verdict for the current palette.
QColor verdictColor(app::Verdict verdict);

/// A person's review of an exchange: one of four verdicts, a comment, and a name. A click saves the verdict. Comment
/// and name are saved by Enter, when the focus leaves the bar, and by save(). Earlier reviews stay visible.
class ReviewBar : public QWidget {
    Q_OBJECT

public:
    explicit ReviewBar(QWidget* parent = nullptr);

    /// Shows the stored reviews, oldest first.
    void setReviews(const std::vector<app::Review>& reviews);

    /// Hides the verdict buttons if the session is read-only.
    void setReadOnly(bool readOnly);

    /// Emits reviewed() if the user has entered something that is not saved.
    void save();

    /// Shows a review that could not be stored, so that the user can save it again.
    void takeBack(const app::Review& review);

    QButtonGroup* verdicts() const { return verdicts_; }
    QLineEdit* comment() const { return comment_; }
    QLineEdit* reviewer() const { return reviewer_; }
    QPushButton* saveButton() const { return save_; }
    QLabel* history() const { return history_; }

Q_SIGNALS:
    /// The user has entered a review; it is not stored yet.
    void reviewed(fleming::app::Verdict verdict, QString comment, QString reviewer);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLayout* makeVerdicts();
    QWidget* makeForm();
    void connectParts();
    void saveAndClose();
    void closeForm();  // discards what is not saved

    std::vector<app::Review> reviews_;
    std::optional<app::Review> saved_;  // the last review that was emitted
    bool touched_ = false;              // the form is open
    QLabel* label_;
    QButtonGroup* verdicts_;
    QWidget* form_;
    QLineEdit* comment_;
    QLineEdit* reviewer_;
    QPushButton* save_;
    QLabel* history_;
};

}  // namespace fleming::ui
