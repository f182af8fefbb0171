// Sessions in a real window: reviews, reports, sessions that are reopened, shared and read-only.
#include "app/export/exporters.h"
#include "app/session/session.h"
#include "tests/ui/window_test.h"
#include "ui/chat/answer_card.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/chat/conversation_view.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/streaming_text.h"
#include "ui/review/review_panel.h"
#include "ui/window/message_bar.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QToolButton>
#include <QtTest>

namespace fleming::ui {

using inference::Channel;
using testing::Fixture;

class SessionWindowTest : public QObject {
    Q_OBJECT

    static qint64 lastId(const Fixture& f) { return f.workspace->session().exchanges().back().id; }
    static ExchangeCard* lastCard(const Fixture& f) { return f.conversation()->card(lastId(f)); }
    static bool finished(const Fixture& f) { return f.finished(); }
    static bool askAboutThreeSlices(Fixture& f, const QString& question) { return f.askAboutThreeSlices(question); }
    static const std::vector<app::Review>& reviews(const Fixture& f) {
        return f.workspace->session().exchanges().back().reviews;
    }
    static QAbstractButton* button(const ReviewPanel* panel, app::Verdict verdict) {
        return panel->verdicts()->button(static_cast<int>(verdict));
    }

    static bool answerOne(Fixture& f, const char* question) {
        if (!askAboutThreeSlices(f, QLatin1String(question))) return false;
        f.model->say(Channel::answer, "Yes.");
        f.model->finish();
        return finished(f);
    }

    static void activate(Fixture& f) {
        f.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
    }

private Q_SLOTS:
    void replaysAnAnswerAndMarksIt() {
        Fixture f;
        QVERIFY(answerOne(f, "Replay me"));
        const AnswerCard* answer = lastCard(f)->answer();
        QVERIFY(answer->replayMark()->isHidden());
        const app::SessionReplay& replay = f.workspace->replay();
        const auto replays = [&f] { return f.workspace->session().exchanges().back().replays; };

        QTest::mouseClick(answer->replayButton(), Qt::LeftButton);
        QTRY_COMPARE(f.model->questions.size(), std::size_t{2});
        QVERIFY(f.model->questions.back().repeat.has_value());
        QCOMPARE(f.model->questions.back().evidence.size(), std::size_t{3});
        f.model->say(Channel::answer, "Yes.");
        f.model->finish();
        QTRY_VERIFY(answer->replayMark()->text().startsWith(QStringLiteral("Replayed identically at ")));
        QVERIFY(answer->replayMark()->isVisible());
        QVERIFY(replays().size() == 1 && replays().back().identical);
        const auto* messages = f.window->findChild<MessageBar*>();
        QTRY_VERIFY(messages->message().startsWith(QStringLiteral("Identical: ")));

        answer->replayButton()->setFocus();
        f.press(Qt::Key_Space);
        QTRY_COMPARE(f.model->questions.size(), std::size_t{3});
        f.model->say(Channel::answer, "Yes.");
        f.model->say(Channel::answer, " Surely.");
        f.model->finish();
        QTRY_VERIFY(answer->replayMark()->text().endsWith(QStringLiteral("the first 1 of 1 tokens are the same")));
        QVERIFY(!replays().back().identical);

        QTRY_VERIFY(!replay.isRunning());
        QTest::mouseClick(answer->replayButton(), Qt::LeftButton);
        QTRY_COMPARE(f.model->questions.size(), std::size_t{4});
        f.clickMessageButton(QStringLiteral("Cancel"));
        QTRY_VERIFY(!replay.isRunning());
        QCOMPARE(replays().size(), std::size_t{2});
    }

    void writesTheReport() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Report me")));
        f.model->say(Channel::answer, "Done.");
        f.model->finish();
        QVERIFY(finished(f));
        QSignalSpy written(&f.workspace->session(), &app::CurrentSession::exported);
        const QString pdf = f.folder.filePath(QStringLiteral("report.pdf"));
        f.workspace->session().exportTo({app::exporters().front(), pdf, {}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 15000);
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        QVERIFY(f.window->messageBar()->message().contains(QStringLiteral("report.pdf")));
    }

    void listsEveryFormatInTheMenu() {
        Fixture f;
        QStringList entries;
        for (const QAction* action : f.window->menuBar()->findChildren<QAction*>())
            entries << action->text();
        for (const app::Exporter* exporter : app::exporters())
            QVERIFY2(entries.contains(app::nameOf(*exporter) + QStringLiteral("…")), exporter->id);
    }

    void showsAReopenedAnswerAsItStreamed() {
        QString file, live;
        {
            Fixture f;
            QVERIFY(askAboutThreeSlices(f, QStringLiteral("What is it?")));
            f.model->say({{Channel::markup, "<think>"}, {Channel::reasoning, "I look."}});
            f.model->say({{Channel::reasoning, " Done."}, {Channel::markup, "</think>"}, {Channel::outside, "\n"}});
            f.model->say({{Channel::markup, "<answer>"}, {Channel::answer, "A ramp"}});
            f.model->say({{Channel::answer, "."}, {Channel::markup, "</answer>"}});
            f.model->stream();
            QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("I look. Done.|A ramp."));
            const auto waits = [&] { return lastCard(f)->answer()->facts()->text(); };
            QTRY_VERIFY2(waits().startsWith(QLatin1String("4 token")), qPrintable(waits()));
            f.model->finish();
            QVERIFY(finished(f));
            file = f.workspace->session().file();
        }
        Fixture again;
        again.workspace->session().open(file);
        QTRY_COMPARE(again.conversation()->cardCount(), 1);
        QTRY_COMPARE(again.shownText(lastId(again)), QStringLiteral("I look. Done.|A ramp."));
        QVERIFY(lastCard(again)->answer()->facts()->text().contains(QLatin1String("4 token")));
    }

    void offersAndReopensTheLastSession() {
        QString file;
        {
            Fixture f;
            QVERIFY(askAboutThreeSlices(f, QStringLiteral("Before?")));
            f.model->say(Channel::answer, "Yes.");
            f.model->finish();
            QVERIFY(finished(f));
            file = f.workspace->session().file();
            f.window->close();
            f.window.reset();
            f.workspace.reset();
        }
        Fixture again;
        again.loadModel();
        again.workspace->session().offerLast();
        QTRY_VERIFY(again.window->messageBar()->isVisible());
        QCOMPARE(again.conversation()->cardCount(), 0);
        QAbstractButton* reopen = nullptr;
        for (auto* each : again.window->messageBar()->findChildren<QAbstractButton*>()) {
            if (each->text() == QLatin1String("Reopen last session")) reopen = each;
        }
        QVERIFY(reopen != nullptr && reopen->isVisible());
        QTest::mouseClick(reopen, Qt::LeftButton);
        QTRY_COMPARE(again.conversation()->cardCount(), 1);
        QCOMPARE(again.workspace->session().file(), file);
        QCOMPARE(again.workspace->evidence().frames().size(), std::size_t{3});
        QVERIFY(again.ask(QStringLiteral("And after?")));
        QCOMPARE(again.model->questions.back().evidence.size(), std::size_t{0});
        again.model->finish();
        QVERIFY(finished(again));
        QCOMPARE(again.workspace->session().exchanges()[1].conversation,
                 again.workspace->session().exchanges()[0].conversation);
    }

    void restoresTheDraftOfASession() {
        QString file;
        {
            Fixture f;
            QVERIFY(answerOne(f, "First?"));
            activate(f);
            QTest::keyClicks(f.composer()->box(), QStringLiteral("Half a quest"));
            file = f.workspace->session().file();
            f.window->close();
            f.window.reset();
            f.workspace.reset();
        }
        Fixture again;
        QVERIFY(again.composer()->box()->toPlainText().isEmpty());
        again.workspace->session().open(file);
        QTRY_COMPARE(again.composer()->box()->toPlainText(), QStringLiteral("Half a quest"));
    }

    void tellsThatASessionIsReadOnly() {
        Fixture f;
        QVERIFY(answerOne(f, "First?"));
        Fixture other;
        other.loadModel();
        other.workspace->session().open(f.workspace->session().file());
        QTRY_COMPARE(other.conversation()->cardCount(), 1);
        QVERIFY(other.window->messageBar()->isVisible());
        QVERIFY(other.window->messageBar()->message().contains(QLatin1String("read-only")));
        QVERIFY(!button(lastCard(other)->review(), app::Verdict::wrong)->isVisible());
        QTest::keyClicks(other.composer()->box(), QStringLiteral("Here?"));
        QTest::keyClick(other.composer()->box(), Qt::Key_Return);
        QCOMPARE(other.composer()->box()->toPlainText(), QStringLiteral("Here?"));
        QVERIFY(other.window->messageBar()->message().contains(QLatin1String("New session")));
        QCOMPARE(other.model->questions.size(), std::size_t{0});
        QSignalSpy written(&other.workspace->session(), &app::CurrentSession::exported);
        other.workspace->session().exportTo(
            {app::exporters().front(), other.folder.filePath(QStringLiteral("report.pdf")), {}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 15000);
    }

    void keepsWhatWasShownWhenClosedWhileStreaming() {
        QString file;
        {
            Fixture f;
            QVERIFY(askAboutThreeSlices(f, QStringLiteral("Keep this")));
            f.model->say(Channel::reasoning, "Seen so far");
            f.model->stream();
            QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("Seen so far|"));
            file = f.workspace->session().file();
            f.window->close();
            f.window.reset();
            f.workspace.reset();
        }
        Fixture again;
        again.workspace->session().open(file);
        QTRY_COMPARE(again.conversation()->cardCount(), 1);
        QCOMPARE(again.workspace->session().file(), file);
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
