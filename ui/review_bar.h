#pragma once

#include <vector>

#include <QWidget>

#include "app/session/session.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fleming::ui {

QString verdictName(app::Verdict verdict);
QColor verdictColor(app::Verdict verdict);

/// A person's judgement of an exchange: one of four verdicts, a comment, a name. Verdicts given before stay visible.
class ReviewBar : public QWidget {
    Q_OBJECT

public:
    explicit ReviewBar(QWidget* parent = nullptr);

    void setReviews(const std::vector<app::Review>& reviews);   ///< oldest first

    QButtonGroup* verdicts() const { return verdicts_; }
    QLineEdit* comment() const { return comment_; }
    QLineEdit* reviewer() const { return reviewer_; }
    QPushButton* saveButton() const { return save_; }
    QLabel* history() const { return history_; }

Q_SIGNALS:
    void reviewed(fleming::app::Verdict verdict, QString comment, QString reviewer);

private:
    void save();

    QButtonGroup* verdicts_;
    QWidget* form_;
    QLineEdit* comment_;
    QLineEdit* reviewer_;
    QPushButton* save_;
    QLabel* history_;
};

}  // namespace fleming::ui
