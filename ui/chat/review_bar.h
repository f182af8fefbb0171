#pragma once

#include "app/session/session.h"

#include <QWidget>

#include <optional>
#include <vector>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fleming::ui {

QString verdictName(app::Verdict verdict);
QColor verdictColor(app::Verdict verdict);

/// A person's judgement of an exchange: one of four verdicts, a comment, a name. A verdict is saved at the click; what
/// is written afterwards on Enter, when the focus leaves, and by save(). Verdicts given before stay visible.
class ReviewBar : public QWidget {
    Q_OBJECT

public:
    explicit ReviewBar(QWidget* parent = nullptr);

    void setReviews(const std::vector<app::Review>& reviews);  ///< those that are stored, oldest first
    void setReadOnly(bool readOnly);                           ///< shows the verdicts, takes none
    void save();                                               ///< emits reviewed() where something is not saved yet
    void takeBack(const app::Review& review);                  ///< it could not be stored: shows it for another try

    QButtonGroup* verdicts() const { return verdicts_; }
    QLineEdit* comment() const { return comment_; }
    QLineEdit* reviewer() const { return reviewer_; }
    QPushButton* saveButton() const { return save_; }
    QLabel* history() const { return history_; }

Q_SIGNALS:
    void reviewed(fleming::app::Verdict verdict, QString comment, QString reviewer);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void saveAndClose();
    void closeForm();  // what was not saved is gone

    std::vector<app::Review> reviews_;
    std::optional<app::Review> saved_;  // the last one that was saved: stored, or on its way
    bool touched_ = false;              // a verdict was clicked and its form is not closed yet
    QLabel* label_;
    QButtonGroup* verdicts_;
    QWidget* form_;
    QLineEdit* comment_;
    QLineEdit* reviewer_;
    QPushButton* save_;
    QLabel* history_;
};

}  // namespace fleming::ui
