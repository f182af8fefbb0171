// In a real window: verdicts and comments, reports, sessions that are closed, reopened, shared and read-only.
#include "app/session/session.h"
#include "tests/ui/window_test.h"
#include "ui/chat/answer_card.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/review_bar.h"
#include "ui/chat/streaming_text.h"
#include "ui/window/message_bar.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtTest>

namespace fleming::ui {

using inference::Channel;
using testing::Fixture;

class SessionWindowTest : public QObject {
    Q_OBJECT

    static qint64 lastId(const Fixture& f) { return f.workspace->exchanges().back().id; }
    static ExchangeCard* lastCard(const Fixture& f) { return f.window->chatPanel()->card(lastId(f)); }
    static bool finished(const Fixture& f) { return f.finished(); }
    static bool askAboutThreeSlices(Fixture& f, const QString& question) { return f.askAboutThreeSlices(question); }
    static const std::vector<app::Review>& reviews(const Fixture& f) { return f.workspace->exchanges().back().reviews; }
    static QAbstractButton* button(ReviewBar* bar, app::Verdict verdict) {
        return bar->verdicts()->button(static_cast<int>(verdict));
    }

    static bool answerOne(Fixture& f, const char* question) {
        if (!askAboutThreeSlices(f, QLatin1String(question))) return false;
        f.answerer->say(Channel::answer, "Yes.");
        f.answerer->finish();
        return finished(f);
    }

    static void activate(Fixture& f) {
        f.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
    }

    static void judge(ReviewBar* bar, app::Verdict verdict, const QString& comment, const QString& name) {
        QTest::mouseClick(bar->verdicts()->button(static_cast<int>(verdict)), Qt::LeftButton);
        bar->comment()->setText(comment);
        bar->reviewer()->setText(name);
        QTest::mouseClick(bar->saveButton(), Qt::LeftButton);
    }

private Q_SLOTS:
    void aVerdictIsSavedAtTheClick() {
        Fixture f;
        QVERIFY(answerOne(f, "Judge me"));
        ReviewBar* bar = lastCard(f)->reviewBar();
        QTest::mouseClick(button(bar, app::Verdict::wrong), Qt::LeftButton);
        QTRY_COMPARE(reviews(f).size(), std::size_t{1});
        QVERIFY(reviews(f)[0].verdict == app::Verdict::wrong);
        QTest::mouseClick(button(bar, app::Verdict::correct), Qt::LeftButton);
        QTRY_COMPARE(reviews(f).size(), std::size_t{2});
        QTest::mouseClick(button(bar, app::Verdict::correct), Qt::LeftButton);  // says nothing new
        QVERIFY(f.ask(QStringLiteral("Next")));
        f.answerer->finish();
        QVERIFY(finished(f));
        const auto& stored = f.workspace->exchanges().front().reviews;
        QCOMPARE(stored.size(), std::size_t{2});
        QVERIFY(bar->history()->text().contains(QLatin1String("Correct")) &&
                bar->history()->text().contains(QLatin1String("Wrong")));
    }

    void aCommentIsSavedWhenTheFocusLeavesAndGoneWithEscape() {
        Fixture f;
        QVERIFY(answerOne(f, "Judge me"));
        activate(f);
        ReviewBar* bar = lastCard(f)->reviewBar();
        QTest::mouseClick(button(bar, app::Verdict::wrong), Qt::LeftButton);
        QTRY_VERIFY(bar->comment()->hasFocus());
        QTest::keyClicks(bar->comment(), QStringLiteral("Not at all"));
        QTest::mouseClick(bar->reviewer(), Qt::LeftButton);  // a part of the same
        QTest::keyClicks(bar->reviewer(), QStringLiteral("Dr. One"));
        QTRY_COMPARE(reviews(f).size(), std::size_t{1});
        QTest::mouseClick(f.window->chatPanel()->questionBox()->viewport(), Qt::LeftButton);
        QTRY_COMPARE(reviews(f).size(), std::size_t{2});
        QCOMPARE(reviews(f)[1].comment, std::string("Not at all"));
        QCOMPARE(reviews(f)[1].reviewer, std::string("Dr. One"));

        QTest::mouseClick(bar->comment(), Qt::LeftButton);
        QTest::keyClicks(bar->comment(), QStringLiteral(", or is it"));
        QTest::keyClick(bar->comment(), Qt::Key_Escape);
        QVERIFY(!bar->comment()->isVisible());
        QVERIFY(bar->comment()->text().isEmpty());
        QTest::mouseClick(f.window->chatPanel()->questionBox()->viewport(), Qt::LeftButton);
        QTest::qWait(50);
        QCOMPARE(reviews(f).size(), std::size_t{2});

        QTest::mouseClick(button(bar, app::Verdict::wrong), Qt::LeftButton);
        QTest::keyClicks(bar->comment(), QStringLiteral("Looked again"));
        QTest::keyClick(bar->comment(), Qt::Key_Return);
        QTRY_COMPARE(reviews(f).size(), std::size_t{3});
        QCOMPARE(reviews(f)[2].comment, std::string("Looked again"));
        QVERIFY(!bar->comment()->isVisible());
    }

    void aCommentIsSavedByClosingTheWindow() {
        QString file;
        {
            Fixture f;
            QVERIFY(answerOne(f, "Judge me"));
            activate(f);
            ReviewBar* bar = lastCard(f)->reviewBar();
            QTest::mouseClick(button(bar, app::Verdict::partlyCorrect), Qt::LeftButton);
            QTest::keyClicks(bar->comment(), QStringLiteral("In part"));
            file = f.workspace->sessionFile();
            f.window->close();
            f.window.reset();
            f.workspace.reset();
        }
        const auto stored = app::Session(file.toStdString()).exchanges().front().reviews;
        QVERIFY(!stored.empty());
        QCOMPARE(stored.back().comment, std::string("In part"));
    }

    void aVerdictThatCannotBeStoredIsNotLost() {
        Fixture f;
        QVERIFY(answerOne(f, "Judge me"));
        activate(f);
        ReviewBar* bar = lastCard(f)->reviewBar();
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            other.setDatabaseName(f.workspace->sessionFile());
            QVERIFY(other.open() && QSqlQuery(other).exec(QStringLiteral("BEGIN IMMEDIATE")));
            QTest::mouseClick(button(bar, app::Verdict::wrong), Qt::LeftButton);
            QTest::keyClicks(bar->comment(), QStringLiteral("Not at all"));
            QTRY_VERIFY_WITH_TIMEOUT(f.window->messageBar()->message().contains(QLatin1String("in use")), 10000);
            other.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        QVERIFY(reviews(f).empty());
        QVERIFY(button(bar, app::Verdict::wrong)->isChecked());
        QCOMPARE(bar->comment()->text(), QStringLiteral("Not at all"));
        QTest::keyClick(bar->comment(), Qt::Key_Return);
        QTRY_COMPARE(reviews(f).size(), std::size_t{1});
        QCOMPARE(reviews(f)[0].comment, std::string("Not at all"));
    }

    void aCommentStaysWithItsSession() {
        Fixture f;
        QVERIFY(answerOne(f, "Of the first"));
        const QString first = f.workspace->sessionFile();
        f.workspace->newSession();
        QVERIFY(f.ask(QStringLiteral("Of the second")));
        f.answerer->say(Channel::answer, "No.");
        f.answerer->finish();
        QVERIFY(finished(f));
        activate(f);
        ReviewBar* bar = lastCard(f)->reviewBar();
        QTest::mouseClick(button(bar, app::Verdict::correct), Qt::LeftButton);
        QTest::keyClicks(bar->comment(), QStringLiteral("Of the second one"));
        const QString second = f.workspace->sessionFile();
        f.workspace->openSession(first);  // its exchange has the same number
        QTRY_COMPARE(f.workspace->sessionFile(), first);
        QTRY_COMPARE(lastCard(f)->question()->text(), QStringLiteral("Of the first"));
        QTest::qWait(50);
        QVERIFY(reviews(f).empty());
        f.workspace->newSession();
        f.workspace.get()->openSession(second);
        QTRY_COMPARE(f.workspace->sessionFile(), second);
        QCOMPARE(reviews(f).back().comment, std::string("Of the second one"));
    }

    void verdictsAreKept() {
        Fixture f;
        QVERIFY(answerOne(f, "Judge me"));
        ReviewBar* bar = lastCard(f)->reviewBar();
        QVERIFY(bar->isVisible());
        judge(bar, app::Verdict::wrong, QStringLiteral("Not at all"), QStringLiteral("Dr. One"));
        QTRY_COMPARE(reviews(f).size(), std::size_t{2});  // at the click, and with its comment
        judge(bar, app::Verdict::partlyCorrect, QStringLiteral("On second thought"), QStringLiteral("Dr. Two"));
        QTRY_COMPARE(reviews(f).size(), std::size_t{4});
        QCOMPARE(reviews(f)[1].comment, std::string("Not at all"));
        QCOMPARE(reviews(f)[3].reviewer, std::string("Dr. Two"));
        for (const char* part : {"Not at all", "Dr. One", "On second thought", "Dr. Two"}) {
            QVERIFY2(bar->history()->text().contains(QLatin1String(part)), qPrintable(bar->history()->text()));
        }
    }

    void theReportIsWritten() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Report me")));
        f.answerer->say(Channel::answer, "Done.");
        f.answerer->finish();
        QVERIFY(finished(f));
        QSignalSpy written(f.workspace.get(), &app::Workspace::reportWritten);
        const QString pdf = f.folder.filePath(QStringLiteral("report.pdf"));
        f.workspace->exportReport(pdf);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 15000);
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        QVERIFY(f.window->messageBar()->message().contains(QStringLiteral("report.pdf")));
    }

    void aReopenedAnswerIsShownAsItStreamed() {
        QString file, live;
        {
            Fixture f;
            QVERIFY(askAboutThreeSlices(f, QStringLiteral("What is it?")));
            f.answerer->say({{Channel::markup, "<think>"}, {Channel::reasoning, "I look."}});
            f.answerer->say({{Channel::reasoning, " Done."}, {Channel::markup, "</think>"}, {Channel::outside, "\n"}});
            f.answerer->say({{Channel::markup, "<answer>"}, {Channel::answer, "A ramp"}});
            f.answerer->say({{Channel::answer, "."}, {Channel::markup, "</answer>"}});
            f.answerer->stream();
            QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("I look. Done.|A ramp."));
            const auto waits = [&] { return lastCard(f)->answer()->facts()->text(); };
            QTRY_VERIFY2(waits().startsWith(QLatin1String("4 token")), qPrintable(waits()));
            f.answerer->finish();
            QVERIFY(finished(f));
            file = f.workspace->sessionFile();
        }
        Fixture again;
        again.workspace->openSession(file);
        QTRY_COMPARE(again.window->chatPanel()->cardCount(), 1);
        QTRY_COMPARE(again.shownText(lastId(again)), QStringLiteral("I look. Done.|A ramp."));
        QVERIFY(lastCard(again)->answer()->facts()->text().contains(QLatin1String("4 token")));
    }

    void theLastSessionIsOfferedAndReopened() {
        QString file;
        {
            Fixture f;
            QVERIFY(askAboutThreeSlices(f, QStringLiteral("Before?")));
            f.answerer->say(Channel::answer, "Yes.");
            f.answerer->finish();
            QVERIFY(finished(f));
            file = f.workspace->sessionFile();
            f.window->close();
            f.window.reset();
            f.workspace.reset();
        }
        Fixture again;
        again.loadModel();
        again.workspace->offerLastSession();
        QTRY_VERIFY(again.window->messageBar()->isVisible());
        QCOMPARE(again.window->chatPanel()->cardCount(), 0);
        QAbstractButton* reopen = nullptr;
        for (auto* each : again.window->messageBar()->findChildren<QAbstractButton*>()) {
            if (each->text() == QLatin1String("Reopen last session")) reopen = each;
        }
        QVERIFY(reopen != nullptr && reopen->isVisible());
        QTest::mouseClick(reopen, Qt::LeftButton);
        QTRY_COMPARE(again.window->chatPanel()->cardCount(), 1);
        QCOMPARE(again.workspace->sessionFile(), file);
        QCOMPARE(again.workspace->evidence().size(), std::size_t{3});
        QVERIFY(again.ask(QStringLiteral("And after?")));
        QCOMPARE(again.answerer->questions.back().evidence.size(), std::size_t{0});
        again.answerer->finish();
        QVERIFY(finished(again));
        QCOMPARE(again.workspace->exchanges()[1].conversation, again.workspace->exchanges()[0].conversation);
    }

    void whatWasWrittenIsThereAgain() {
        QString file;
        {
            Fixture f;
            QVERIFY(answerOne(f, "First?"));
            activate(f);
            QTest::keyClicks(f.window->chatPanel()->questionBox(), QStringLiteral("Half a quest"));
            file = f.workspace->sessionFile();
            f.window->close();
            f.window.reset();
            f.workspace.reset();
        }
        Fixture again;
        QVERIFY(again.window->chatPanel()->questionBox()->toPlainText().isEmpty());
        again.workspace->openSession(file);
        QTRY_COMPARE(again.window->chatPanel()->questionBox()->toPlainText(), QStringLiteral("Half a quest"));
    }

    void aReadOnlySessionSaysSo() {
        Fixture f;
        QVERIFY(answerOne(f, "First?"));
        Fixture other;
        other.loadModel();
        other.workspace->openSession(f.workspace->sessionFile());
        QTRY_COMPARE(other.window->chatPanel()->cardCount(), 1);
        QVERIFY(other.window->messageBar()->isVisible());
        QVERIFY(other.window->messageBar()->message().contains(QLatin1String("read-only")));
        QVERIFY(!button(lastCard(other)->reviewBar(), app::Verdict::wrong)->isVisible());
        QTest::keyClicks(other.window->chatPanel()->questionBox(), QStringLiteral("Here?"));
        QTest::keyClick(other.window->chatPanel()->questionBox(), Qt::Key_Return);
        QCOMPARE(other.window->chatPanel()->questionBox()->toPlainText(), QStringLiteral("Here?"));
        QVERIFY(other.window->messageBar()->message().contains(QLatin1String("New session")));
        QCOMPARE(other.answerer->questions.size(), std::size_t{0});
        QSignalSpy written(other.workspace.get(), &app::Workspace::reportWritten);
        other.workspace->exportReport(other.folder.filePath(QStringLiteral("report.pdf")));
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 15000);
    }

    void closingWhileAnAnswerStreamsKeepsWhatWasShown() {
        QString file;
        {
            Fixture f;
            QVERIFY(askAboutThreeSlices(f, QStringLiteral("Keep this")));
            f.answerer->say(Channel::reasoning, "Seen so far");
            f.answerer->stream();
            QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("Seen so far|"));
            file = f.workspace->sessionFile();
            f.window->close();
            f.window.reset();
            f.workspace.reset();
        }
        Fixture again;
        again.workspace->openSession(file);
        QTRY_COMPARE(again.window->chatPanel()->cardCount(), 1);
        QCOMPARE(again.workspace->sessionFile(), file);
        QCOMPARE(lastCard(again)->question()->text(), QStringLiteral("Keep this"));
        QTRY_COMPARE(again.shownText(lastId(again)), QStringLiteral("Seen so far|"));
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::SessionWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "session_window_test.moc"
