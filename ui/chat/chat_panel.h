#pragma once

#include "app/workspace.h"

#include <QHash>
#include <QWidget>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace fleming::ui {

class ExchangeCard;
class WaitingQuestions;

/// The right side: the conversation as it scrolls by, and the box for the next question.
class ChatPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChatPanel(app::Workspace& workspace, QWidget* parent = nullptr);

    QPlainTextEdit* questionBox() const { return box_; }
    QPushButton* askButton() const { return ask_; }
    QPushButton* stopButton() const { return stop_; }
    WaitingQuestions* waiting() const { return waiting_; }
    QScrollArea* scrollArea() const { return scroll_; }
    ExchangeCard* card(qint64 exchange) const;  ///< null: not shown
    int cardCount() const { return static_cast<int>(cards_.size()); }

    void ask();
    void saveReviews();  ///< stores what was written beside a verdict and not saved yet

Q_SIGNALS:
    void referenceClicked(qint64 exchange, int number);
    void chooseModelRequested();
    void pickRequested();  ///< take Fleming-VL's default pick of the series shown
    void exportRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHeader(QVBoxLayout* column);
    void buildConversation(QVBoxLayout* column);
    void buildComposer(QVBoxLayout* column);
    void connectWorkspace();
    void rebuild();
    void addCard(const app::Exchange& exchange);
    void exchangesChanged();
    void refreshComposer();
    void fitBox();  ///< as high as the question, within bounds
    QString hintText() const;
    void followEnd();

    app::Workspace& workspace_;
    QScrollArea* scroll_;
    QVBoxLayout* conversation_;
    QLabel* empty_;
    QLabel* hint_;
    QPushButton* hintButton_;
    QProgressBar* modelProgress_;
    WaitingQuestions* waiting_;
    QPlainTextEdit* box_;
    QPushButton* ask_;
    QPushButton* stop_;
    QToolButton* newConversation_;
    QToolButton* export_;
    std::vector<ExchangeCard*> cards_;
    qint64 lastConversation_ = 0;
    bool following_ = true;  ///< the reader is at the end: new text scrolls into view
};

}  // namespace fleming::ui
