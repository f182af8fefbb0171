// In a real window: ask, stream, stop, follow up, fail, judge, report, close; links from the text to the slices.
#include <QAbstractButton>
#include <QButtonGroup>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTextBlock>
#include <QTextCursor>
#include <QtTest>

#include "app/session/session.h"
#include "tests/ui/window_test.h"
#include "ui/answer_card.h"
#include "ui/chat_panel.h"
#include "ui/evidence_strip.h"
#include "ui/exchange_card.h"
#include "ui/message_bar.h"
#include "ui/reasoning_block.h"
#include "ui/review_bar.h"
#include "ui/slice_page.h"
#include "ui/streaming_text.h"
#include "ui/view_area.h"
#include "ui/waiting_questions.h"

namespace fleming::ui {

using inference::Channel;
using testing::Fixture;

class ConversationTest : public QObject {
    Q_OBJECT

    /// Asks `question` with three slices of a volume as evidence.
    static bool askAboutThreeSlices(Fixture& f, const QString& question) {
        f.loadModel();
        if (!f.openVolume(12)) return false;
        f.window->evidenceStrip()->countBox()->setValue(3);
        f.window->evidenceStrip()->addEvenlyAction()->trigger();
        if (!QTest::qWaitFor([&] { return f.workspace->evidence().size() == 3; })) return false;
        return f.ask(question) && QTest::qWaitFor([&] { return f.window->chatPanel()->cardCount() == 1; });
    }

    static qint64 lastId(const Fixture& f) { return f.workspace->exchanges().back().id; }
    static ExchangeCard* lastCard(const Fixture& f) { return f.window->chatPanel()->card(lastId(f)); }

    static bool finished(const Fixture& f) {
        return QTest::qWaitFor([&] { return !f.workspace->isAnswering(); });
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

    static const std::vector<app::Review>& reviews(const Fixture& f) { return f.workspace->exchanges().back().reviews; }
    static QAbstractButton* button(ReviewBar* bar, app::Verdict verdict) { return bar->verdicts()->button(static_cast<int>(verdict)); }

    static void clickLink(StreamingText* text, const QString& link) {
        QTextCursor cursor = text->document()->find(link);
        QVERIFY(!cursor.isNull());
        cursor.setPosition(cursor.selectionStart() + 2);
        QTest::mouseClick(text->viewport(), Qt::LeftButton, Qt::NoModifier, text->cursorRect(cursor).center());
    }

private Q_SLOTS:
    void asksStreamsAndFollowsUp() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("What is <b>this</b>?")));
        QCOMPARE(f.answerer->questions.back().text, std::string("What is <b>this</b>?"));
        QCOMPARE(f.answerer->questions.back().evidence.size(), std::size_t{3});
        QVERIFY(f.window->chatPanel()->questionBox()->toPlainText().isEmpty());
        QVERIFY(f.window->chatPanel()->stopButton()->isVisible());
        QVERIFY(f.window->chatPanel()->askButton()->isVisible());  // a question can wait for its turn
        QCOMPARE(lastCard(f)->question()->text(), QStringLiteral("What is <b>this</b>?"));

        f.answerer->say(Channel::markup, "<think>");
        f.answerer->say(Channel::reasoning, "I look ");
        f.answerer->say(Channel::reasoning, "at Image-2.");
        f.answerer->stream();
        QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("I look at Image-2.|"));
        QVERIFY(lastCard(f)->reasoning()->isVisible());
        QVERIFY(f.workspace->isAnswering());
        f.answerer->say(Channel::markup, "</think><answer>");
        f.answerer->say(Channel::answer, "A ramp.");
        f.answerer->finish();
        QVERIFY(finished(f));
        QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("I look at Image-2.|A ramp."));
        const QString facts = lastCard(f)->answer()->facts()->text();
        for (const char* part : {"Scripted", "5 token", "2.5 tokens/s", "2.8 s", "complete"}) {
            QVERIFY2(facts.contains(QLatin1String(part)), qPrintable(facts));
        }
        QVERIFY(f.window->chatPanel()->askButton()->isVisible());

        QVERIFY(f.ask(QStringLiteral("And why?")));
        QCOMPARE(f.answerer->questions.back().evidence.size(), std::size_t{0});
        QCOMPARE(f.answerer->conversations, 1);
        f.answerer->say(Channel::outside, "Because.");
        f.answerer->finish();
        QVERIFY(finished(f));
        QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("|Because."));
        QCOMPARE(f.window->chatPanel()->cardCount(), 2);
    }

    void questionsWaitForTheirTurn() {
        Fixture f;
        ChatPanel* panel = f.window->chatPanel();
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("First?")));
        QVERIFY(!panel->waiting()->isVisible());
        for (const char* text : {"Second?", "Third?"}) {
            panel->questionBox()->setPlainText(QLatin1String(text));
            QTest::keyClick(panel->questionBox(), Qt::Key_Return);
            QVERIFY(panel->questionBox()->toPlainText().isEmpty());
        }
        QVERIFY(panel->waiting()->isVisible());
        QCOMPARE(panel->waiting()->count(), 2);
        QCOMPARE(panel->waiting()->item(1)->text(), QStringLiteral("2. Third?"));

        QTest::mouseClick(panel->waiting()->viewport(), Qt::LeftButton, {}, panel->waiting()->visualItemRect(panel->waiting()->item(0)).center());
        QTest::mouseDClick(panel->waiting()->viewport(), Qt::LeftButton, {}, panel->waiting()->visualItemRect(panel->waiting()->item(0)).center());
        QCOMPARE(panel->questionBox()->toPlainText(), QStringLiteral("Second?"));
        QCOMPARE(f.workspace->waitingQuestions(), QStringList{QStringLiteral("Third?")});
        QTest::mouseClick(panel->askButton(), Qt::LeftButton);
        QCOMPARE(f.workspace->waitingQuestions(), (QStringList{QStringLiteral("Third?"), QStringLiteral("Second?")}));
        panel->waiting()->setCurrentRow(1);
        QTest::keyClick(panel->waiting(), Qt::Key_Delete);
        QCOMPARE(f.workspace->waitingQuestions(), QStringList{QStringLiteral("Third?")});

        f.answerer->say(Channel::answer, "One.");
        f.answerer->finish();
        QTRY_COMPARE(panel->cardCount(), 2);
        QCOMPARE(f.answerer->questions.back().text, std::string("Third?"));
        QVERIFY(!panel->waiting()->isVisible());
        f.answerer->say(Channel::answer, "Three.");
        f.answerer->finish();
        QVERIFY(finished(f));
    }

    void linksLeadToTheirSlices() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Where?")));
        f.answerer->say(Channel::reasoning, "First Ima");
        f.answerer->say(Channel::reasoning, "ge-3, then slice 2");
        f.answerer->say(Channel::reasoning, "; there is no Image-9.");
        f.answerer->finish();
        QVERIFY(finished(f));
        SlicePage* page = f.window->viewArea()->slicePage();
        page->goTo(viewer::Plane::coronal, 3);
        StreamingText* text = lastCard(f)->reasoning()->text();
        QTRY_VERIFY(text->text().endsWith(QLatin1String("Image-9.")));
        clickLink(text, QStringLiteral("Image-3"));
        QTRY_COMPARE(page->view()->slice(), 11);
        QCOMPARE(page->view()->plane(), viewer::Plane::axial);
        clickLink(text, QStringLiteral("slice 2"));
        QTRY_COMPARE(page->view()->slice(), 5);
        clickLink(text, QStringLiteral("Image-9"));
        QCOMPARE(page->view()->slice(), 5);
    }

    void aLinkToASeriesThatIsClosedOffersToOpenIt() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Where?")));
        f.answerer->say(Channel::reasoning, "Image-1");
        f.answerer->finish();
        QVERIFY(finished(f));
        f.workspace->closeAll();
        clickLink(lastCard(f)->reasoning()->text(), QStringLiteral("Image-1"));
        QTRY_VERIFY(f.window->messageBar()->isVisible());
        QVERIFY(f.window->messageBar()->message().contains(QStringLiteral("Image-1")));
    }

    void stopEndsTheAnswer() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Go on")));
        f.answerer->say(Channel::answer, "Half");
        f.answerer->stream();
        QTest::mouseClick(f.window->chatPanel()->stopButton(), Qt::LeftButton);
        QVERIFY(finished(f));
        QVERIFY(f.answerer->stopped);
        QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("|Half"));
        QVERIFY(lastCard(f)->answer()->facts()->text().contains(QStringLiteral("stopped")));
    }

    void aFailureIsShownWhereTheAnswerWouldBe() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Fail")));
        f.answerer->fail("The memory ran out.");
        QVERIFY(finished(f));
        bool said = false;
        for (const QLabel* label : lastCard(f)->findChildren<QLabel*>()) said |= label->isVisible() && label->text() == QStringLiteral("The memory ran out.");
        QVERIFY(said);
    }

    void aModelThatCannotBeLoadedIsSaid() {
        Fixture f;
        f.answerer->loadFailure = "config.json: is missing.";
        f.workspace->loadModel(f.folder.path());
        QTRY_COMPARE(f.window->messageBar()->message(), QStringLiteral("config.json: is missing."));
        QVERIFY(!f.window->chatPanel()->askButton()->isEnabled());
    }

    void whatAModelSaysOfItselfIsShown() {
        Fixture f;
        f.answerer->description = "Random weights: its words mean nothing.";
        f.loadModel();
        const auto* notice = f.window->findChild<QLabel*>(QStringLiteral("modelNotice"));
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(notice->text(), QStringLiteral("Random weights: its words mean nothing."));
    }

    void theTextScrollsOnlyForAReaderAtItsEnd() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Long")));
        QScrollBar* bar = f.window->chatPanel()->scrollArea()->verticalScrollBar();
        for (int line = 0; line < 80; ++line) f.answerer->say(Channel::reasoning, "One more line of the reasoning.\n");
        f.answerer->stream();
        QTRY_VERIFY(bar->maximum() > 200);
        QTRY_COMPARE(bar->value(), bar->maximum());
        bar->setValue(40);
        const int before = bar->maximum();
        for (int line = 0; line < 80; ++line) f.answerer->say(Channel::reasoning, "And more.\n");
        f.answerer->stream();
        QTRY_VERIFY(bar->maximum() > before);
        QCOMPARE(bar->value(), 40);
        f.answerer->finish();
        QVERIFY(finished(f));
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
        QVERIFY(bar->history()->text().contains(QLatin1String("Correct")) && bar->history()->text().contains(QLatin1String("Wrong")));
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

    void stopHoldsTheQuestionsThatWait() {
        Fixture f;
        ChatPanel* panel = f.window->chatPanel();
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("First?")));
        panel->questionBox()->setPlainText(QStringLiteral("Second?"));
        QTest::keyClick(panel->questionBox(), Qt::Key_Return);
        QTest::mouseClick(panel->stopButton(), Qt::LeftButton);
        QVERIFY(finished(f));
        QTest::qWait(50);
        QCOMPARE(f.answerer->questions.size(), std::size_t{1});
        QVERIFY(panel->waiting()->isVisible());
        QPushButton* release = nullptr;
        for (auto* each : panel->findChildren<QPushButton*>()) {
            if (each->text() == QLatin1String("Continue")) release = each;
        }
        QVERIFY(release != nullptr && release->isVisible());
        QTest::mouseClick(release, Qt::LeftButton);
        QTRY_COMPARE(f.answerer->questions.size(), std::size_t{2});
        QCOMPARE(f.answerer->questions.back().text, std::string("Second?"));
        QVERIFY(!panel->waiting()->isVisible());
        f.answerer->finish();
        QVERIFY(finished(f));
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

    void aNewConversationBegins() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("One")));
        f.answerer->finish();
        QVERIFY(finished(f));
        f.workspace->newConversation();
        QVERIFY(f.ask(QStringLiteral("Two")));
        QCOMPARE(f.answerer->questions.back().evidence.size(), std::size_t{3});
        QCOMPARE(f.answerer->conversations, 2);
        f.answerer->finish();
        QVERIFY(finished(f));
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

    void theKeyboardIsEnough() {
        Fixture f;
        f.loadModel();
        QVERIFY(f.openVolume(12));
        f.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
        QTest::keyClick(f.window.get(), Qt::Key_D, Qt::ControlModifier);       // Fleming-VL's pick
        QTRY_COMPARE(f.workspace->evidence().size(), std::size_t{11});
        QTest::keyClick(f.window.get(), Qt::Key_L, Qt::ControlModifier);       // to the question
        QTRY_VERIFY(f.window->chatPanel()->questionBox()->hasFocus());
        QTest::keyClicks(f.window->chatPanel()->questionBox(), QStringLiteral("why"));
        QTest::keyClick(f.window->chatPanel()->questionBox(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(f.window->chatPanel()->questionBox(), QStringLiteral("how"));
        QTest::keyClick(f.window->chatPanel()->questionBox(), Qt::Key_Return);
        QTRY_COMPARE(f.answerer->questions.size(), std::size_t{1});
        QCOMPARE(f.answerer->questions.back().text, std::string("why\nhow"));
        QTest::keyClick(f.window.get(), Qt::Key_Escape);                       // stop
        QVERIFY(finished(f));
        QVERIFY(f.answerer->stopped);
        QTest::keyClick(f.window.get(), Qt::Key_F6);
        QVERIFY(!f.window->chatPanel()->questionBox()->hasFocus());
    }

private:
    static void judge(ReviewBar* bar, app::Verdict verdict, const QString& comment, const QString& name) {
        QTest::mouseClick(bar->verdicts()->button(static_cast<int>(verdict)), Qt::LeftButton);
        bar->comment()->setText(comment);
        bar->reviewer()->setText(name);
        QTest::mouseClick(bar->saveButton(), Qt::LeftButton);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::ConversationTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "conversation_window_test.moc"
