// Reviews in a real window: by keyboard and by mouse, submitted or kept as drafts, of several reviewers.
#include "app/session/session.h"
#include "tests/ui/window_test.h"
#include "ui/chat/answer_card.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/chat/conversation_view.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/streaming_text.h"
#include "ui/review/review_form.h"
#include "ui/review/review_panel.h"
#include "ui/style/growing_edit.h"
#include "ui/window/message_bar.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QToolButton>
#include <QtTest>

namespace fleming::ui {

using inference::Channel;
using testing::Fixture;

class ReviewWindowTest : public QObject {
    Q_OBJECT

    static const std::vector<app::Exchange>& exchanges(const Fixture& f) { return f.workspace->session().exchanges(); }
    static const std::vector<app::Review>& reviews(const Fixture& f) { return exchanges(f).back().reviews; }
    static ExchangeCard* lastCard(const Fixture& f) { return f.conversation()->card(exchanges(f).back().id); }
    static QAbstractButton* button(const ReviewPanel* panel, app::Verdict verdict) {
        return panel->verdicts()->button(static_cast<int>(verdict));
    }

    static void activate(Fixture& f) {
        f.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
    }

    static bool answer(Fixture& f, const char* text) {
        f.model->say(Channel::answer, text);
        f.model->finish();
        return f.finished();
    }

    /// Answers a question, and lets Dr. One review.
    static bool answerOne(Fixture& f) {
        if (!f.askAboutThreeSlices(QStringLiteral("Judge me")) || !answer(f, "Yes.")) return false;
        f.workspace->reviews().setReviewer({"Dr. One", "R1"});
        activate(f);
        return true;
    }

private Q_SLOTS:
    void submitsByKeyboard() {
        Fixture f;
        QVERIFY(answerOne(f));
        lastCard(f)->answer()->text()->setFocus();
        f.press(Qt::Key_3);
        const ReviewPanel* panel = lastCard(f)->review();
        QTRY_VERIFY(button(panel, app::Verdict::wrong)->isChecked());
        QVERIFY(panel->isExpanded());
        panel->form()->comment()->setFocus();
        QTest::keyClicks(panel->form()->comment(), QStringLiteral("Not at all"));
        QTest::qWait(50);
        QVERIFY(reviews(f).empty());
        QTest::keyClick(panel->form()->comment(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(reviews(f).size(), std::size_t{1});
        QVERIFY(reviews(f)[0].verdict == app::Verdict::wrong);
        QCOMPARE(reviews(f)[0].comment, std::string("Not at all"));
        QCOMPARE(reviews(f)[0].reviewerCode, std::string("R1"));
        QVERIFY(!reviews(f)[0].taxonomy.definition.empty());
        QVERIFY(panel->reviews()->text().contains(QLatin1String("R1")));
    }

    void showsTheFieldsBelowALongAnswer() {
        Fixture f;
        f.window->resize(1024, 600);
        std::string text = "Yes.";
        for (int i = 0; i < 40; ++i)
            text += "\nAnother sentence, so that the answer and the fields of its review do not fit together.";
        QVERIFY(f.askAboutThreeSlices(QStringLiteral("Judge me")) && answer(f, text.c_str()));
        f.workspace->reviews().setReviewer({"Dr. One", "R1"});
        activate(f);
        lastCard(f)->answer()->text()->setFocus();
        f.press(Qt::Key_Home, Qt::ControlModifier);
        f.press(Qt::Key_2);
        const ReviewPanel* panel = lastCard(f)->review();
        const auto visible = [&](const QWidget* part) {
            const QRect place(part->mapTo(f.conversation()->viewport(), QPoint()), part->size());
            return f.conversation()->viewport()->rect().contains(place);
        };
        QTRY_VERIFY(panel->isExpanded() && visible(button(panel, app::Verdict::partlyCorrect)));
        QVERIFY(visible(panel->form()->comment()));
        QVERIFY(visible(panel->submitButton()) || panel->height() > f.conversation()->viewport()->height());
    }

    void keepsTheFocusWhenAButtonGoesAway() {
        Fixture f;
        QVERIFY(answerOne(f));
        QVERIFY(f.ask(QStringLiteral("And me")) && answer(f, "No."));
        const qint64 first = exchanges(f).front().id;
        ExchangeCard* card = f.conversation()->card(first);
        f.conversation()->goTo(first);
        f.press(Qt::Key_2);
        card->review()->submitButton()->setFocus();
        f.press(Qt::Key_Space);
        QTRY_COMPARE(exchanges(f).front().reviews.size(), std::size_t{1});
        QVERIFY(f.window->focusWidget() != nullptr && card->isAncestorOf(f.window->focusWidget()));
        QCOMPARE(f.conversation()->currentExchange(), first);
    }

    void asksForAReasonOfAChangeAndKeepsTheOldValue() {
        Fixture f;
        QVERIFY(answerOne(f));
        ReviewPanel* panel = lastCard(f)->review();
        QTest::mouseClick(button(panel, app::Verdict::wrong), Qt::LeftButton);
        QTest::mouseClick(panel->submitButton(), Qt::LeftButton);
        QTRY_COMPARE(reviews(f).size(), std::size_t{1});
        QTest::mouseClick(button(panel, app::Verdict::correct), Qt::LeftButton);
        QTest::mouseClick(panel->submitButton(), Qt::LeftButton);
        QTest::qWait(50);
        QCOMPARE(reviews(f).size(), std::size_t{1});  // the reason is missing
        QTest::keyClicks(panel->form()->reason(), QStringLiteral("Looked again"));
        panel->submit();
        QTRY_COMPARE(reviews(f).size(), std::size_t{2});
        QCOMPARE(reviews(f)[1].reason, std::string("Looked again"));
        QCOMPARE(app::currentReviews(reviews(f)).size(), std::size_t{1});
        QTest::mouseClick(panel->historyButton(), Qt::LeftButton);
        QVERIFY(panel->history()->text().contains(QLatin1String("Wrong")));
    }

    void showsWhoseReviewIsWhose() {
        Fixture f;
        QVERIFY(answerOne(f));
        ReviewPanel* panel = lastCard(f)->review();
        QTest::mouseClick(button(panel, app::Verdict::wrong), Qt::LeftButton);
        panel->submit();
        QTRY_COMPARE(reviews(f).size(), std::size_t{1});
        f.workspace->reviews().setReviewer({"Dr. Two", "R2"});
        QTRY_VERIFY(!button(panel, app::Verdict::wrong)->isChecked());
        QTest::mouseClick(button(panel, app::Verdict::partlyCorrect), Qt::LeftButton);
        panel->submit();
        QTRY_COMPARE(app::currentReviews(reviews(f)).size(), std::size_t{2});
        for (const char* code : {"R1", "R2"})
            QVERIFY2(panel->reviews()->text().contains(QLatin1String(code)), qPrintable(panel->reviews()->text()));
    }

    void keepsADraftUntilTheNextStart() {
        Fixture f;
        QVERIFY(answerOne(f));
        ReviewPanel* panel = lastCard(f)->review();
        QTest::mouseClick(button(panel, app::Verdict::partlyCorrect), Qt::LeftButton);
        panel->form()->comment()->setFocus();
        QTest::keyClicks(panel->form()->comment(), QStringLiteral("In part"));
        const QString file = f.workspace->session().file();
        f.window->close();
        f.window.reset();
        f.workspace.reset();
        QVERIFY(app::Session(file.toStdString()).exchanges().front().reviews.empty());

        Fixture again;
        again.workspace->session().open(file);
        QTRY_COMPARE(again.conversation()->cardCount(), 1);
        QTRY_VERIFY(button(lastCard(again)->review(), app::Verdict::partlyCorrect)->isChecked());
        lastCard(again)->review()->setExpanded(true);
        QCOMPARE(lastCard(again)->review()->form()->comment()->toPlainText(), QStringLiteral("In part"));
        QTest::mouseClick(lastCard(again)->review()->discardButton(), Qt::LeftButton);
        QTRY_VERIFY(!button(lastCard(again)->review(), app::Verdict::partlyCorrect)->isChecked());
    }

    void keepsAReviewThatCannotBeStored() {
        Fixture f;
        QVERIFY(answerOne(f));
        ReviewPanel* panel = lastCard(f)->review();
        QTest::mouseClick(button(panel, app::Verdict::wrong), Qt::LeftButton);
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            other.setDatabaseName(f.workspace->session().file());
            QVERIFY(other.open() && QSqlQuery(other).exec(QStringLiteral("BEGIN IMMEDIATE")));
            panel->submit();
            QTRY_VERIFY_WITH_TIMEOUT(f.window->messageBar()->message().contains(QLatin1String("in use")), 10000);
            other.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        QVERIFY(reviews(f).empty());
        QVERIFY(button(panel, app::Verdict::wrong)->isChecked());
        panel->submit();
        QTRY_COMPARE(reviews(f).size(), std::size_t{1});
    }

    void visitsAnswersAndFieldsByKeys() {
        Fixture f;
        QVERIFY(answerOne(f));
        QVERIFY(f.ask(QStringLiteral("And the other side?")) && answer(f, "No."));
        const qint64 first = exchanges(f)[0].id, second = exchanges(f)[1].id;
        const auto hasFocus = [&](qint64 id) { return f.conversation()->card(id)->answer()->text()->hasFocus(); };
        f.press(Qt::Key_F4);
        QTRY_VERIFY(hasFocus(first));
        f.press(Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_VERIFY(hasFocus(second));
        f.press(Qt::Key_PageUp, Qt::ControlModifier);
        QTRY_VERIFY(hasFocus(first));
        f.press(Qt::Key_F4, Qt::ShiftModifier);
        QTRY_VERIFY(hasFocus(second));
        f.press(Qt::Key_4);
        const ReviewPanel* panel = f.conversation()->card(second)->review();
        QTRY_VERIFY(panel->isExpanded());
        // Tab goes from the verdicts through the fields to the buttons.
        const std::vector<const QWidget*> order{button(panel, app::Verdict::cannotJudge),
                                                panel->form()->confidence(),
                                                panel->form()->comment(),
                                                panel->form()->correctedAnswer(),
                                                panel->form()->tags(),
                                                panel->submitButton(),
                                                panel->discardButton()};
        std::size_t reached = 0;
        for (int tabs = 0; tabs < 40 && reached < order.size(); ++tabs) {
            f.press(Qt::Key_Tab);
            if (order[reached]->hasFocus()) ++reached;
        }
        QCOMPARE(reached, order.size());
        f.press(Qt::Key_Space);  // discards
        QVERIFY(panel->verdicts()->checkedId() < 0);
        f.press(Qt::Key_Space);  // undoes that
        QVERIFY(button(panel, app::Verdict::cannotJudge)->isChecked());
        QVERIFY(exchanges(f)[1].reviews.empty());
    }

    void goesThroughTheAnswersWithoutAMouse() {
        Fixture f;
        QVERIFY(answerOne(f));
        QVERIFY(f.ask(QStringLiteral("And the other side?")) && answer(f, "No."));
        const qint64 first = exchanges(f)[0].id, second = exchanges(f)[1].id;
        for (const qint64 id : {first, second}) {
            f.press(Qt::Key_F4);
            QTRY_COMPARE(f.workspace->reviews().active(), id);
            f.press(Qt::Key_1);
            f.press(Qt::Key_Return, Qt::ControlModifier);
            QTRY_COMPARE(f.workspace->session().find(id)->reviews.size(), std::size_t{1});
        }
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::ReviewWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "review_window_test.moc"
