#pragma once

#include "app/scans/scan_library.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;

namespace fleming::ui {

class ScanTree;

/// The library of scans: finds and opens what was opened before, finds what has changed on disk, and removes folders
/// from the library. Everything works without a mouse: text is typed, the arrow keys choose a row while the text keeps
/// the focus, Enter opens it.
class ScansDialog : public QDialog {
    Q_OBJECT

public:
    /// `library` outlives this object.
    explicit ScansDialog(app::ScanLibrary& library, QWidget* parent = nullptr);
    ~ScansDialog() override;  // cancels the search for changes

    QLineEdit* filter() const { return filter_; }
    ScanTree* tree() const { return tree_; }
    QLabel* status() const { return status_; }
    QPushButton* openButton() const { return open_; }
    QPushButton* changesButton() const { return changes_; }
    QPushButton* cancelButton() const { return cancel_; }
    QPushButton* removeButton() const { return remove_; }
    QPushButton* confirmButton() const { return confirm_; }

Q_SIGNALS:
    /// The user wants to open these series of the library.
    void chosen(std::vector<int> series);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeQuestion();
    QLayout* makeButtons();
    void connectLibrary();
    void connectParts();
    void openCurrent();
    void findChanges(const std::vector<qint64>& roots);
    void showChanges(const app::ScanChanges& changes);
    void setFinding(bool finding);
    void askToRemove();
    void remove();
    void endQuestion();
    void say(const QString& message);
    void showStatus();
    void updateButtons();

    app::ScanLibrary& library_;
    QLineEdit* filter_;
    ScanTree* tree_;
    QWidget* question_;
    QLabel* questionText_;
    QLabel* status_;
    QPushButton* confirm_;
    QPushButton* changes_;
    QPushButton* cancel_;
    QPushButton* remove_;
    QPushButton* open_;
    QString message_;              // of the last action; empty: the status is how many series are shown
    std::vector<qint64> removed_;  // the roots that the question is about
};

}  // namespace fleming::ui
