#pragma once

#include "app/library/session_library.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QDateEdit;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;

namespace fleming::app {
class Workspace;
}

namespace fleming::ui {

class SessionResults;

/// Finds, opens and renames sessions. Everything works without a mouse: text is typed, the arrow keys choose a result
/// while the text keeps the focus, Enter opens it, F2 renames it.
class SessionsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SessionsDialog(app::Workspace& workspace, QWidget* parent = nullptr);

    QLineEdit* text() const { return text_; }
    QComboBox* period() const { return period_; }
    QDateEdit* firstDay() const { return firstDay_; }
    QComboBox* state() const { return state_; }
    QComboBox* reviewer() const { return reviewer_; }
    QComboBox* model() const { return model_; }
    SessionResults* results() const { return results_; }
    QLineEdit* title() const { return title_; }
    QLabel* status() const { return status_; }

Q_SIGNALS:
    /// The user wants to see this exchange of a session, or, if it is 0, the session.
    void chosen(QString file, qint64 exchange);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLayout* makeFilters();
    QLayout* makeButtons();
    QWidget* makeTitleRow();
    void connectParts();
    app::SessionFilter filter() const;
    void search();
    void show(const app::SessionHits& hits);
    void setChoices(const app::FilterChoices& choices);
    void showStatus();
    void openCurrent();
    void beginRename();
    void rename();

    app::SessionLibrary library_;
    QString current_;  // the file of the session that is open
    QLineEdit* text_;
    QComboBox* period_;
    QDateEdit* firstDay_;
    QDateEdit* lastDay_;
    QComboBox* state_;
    QComboBox* reviewer_;
    QComboBox* model_;
    SessionResults* results_;
    QWidget* titleRow_;
    QLineEdit* title_;
    QLabel* status_;
    QLabel* skipped_;
    QPushButton* open_;
    QPushButton* rename_;
    QString renamed_;   // the file that gets a title
    QString progress_;  // of the update; empty if it is quick or done
    QString found_;     // how much was found
    QTimer typing_;
};

}  // namespace fleming::ui
