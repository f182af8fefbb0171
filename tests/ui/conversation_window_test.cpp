// The conversation in a real window: asking, streaming, stopping, follow-ups, failures, and links from the text to
// slices.
#include "tests/ui/window_test.h"
#include "ui/chat/answer_card.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/chat/conversation_view.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/reasoning_block.h"
#include "ui/chat/streaming_text.h"
#include "ui/chat/waiting_questions.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/message_bar.h"

#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QtTest>

namespace fleming::ui {

using inference::Channel;
using testing::Fixture;

class ConversationTest : public QObject {
    Q_OBJECT

    static qint64 lastId(const Fixture& f) { return f.workspace->session().exchanges().back().id; }
    static ExchangeCard* lastCard(const Fixture& f) { return f.conversation()->card(lastId(f)); }
    static bool finished(const Fixture& f) { return f.finished(); }
    static bool askAboutThreeSlices(Fixture& f, const QString& question) { return f.askAboutThreeSlices(question); }

    static void clickLink(StreamingText* text, const QString& link) {
        QTextCursor cursor = text->document()->find(link);
        QVERIFY(!cursor.isNull());
        cursor.setPosition(cursor.selectionStart() + 2);
        QTest::mouseClick(text->viewport(), Qt::LeftButton, Qt::NoModifier, text->cursorRect(cursor).center());
    }

private Q_SLOTS:
    void pastesNothingFromAnEmptyClipboard() {
        Fixture f;
        QGuiApplication::clipboard()->setMimeData(new QMimeData);
        QPlainTextEdit* box = f.composer()->box();
        box->setFocus();
        f.press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(box->toPlainText().isEmpty());
        QGuiApplication::clipboard()->setText(QStringLiteral("nodule?"));
        f.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(box->toPlainText(), QStringLiteral("nodule?"));
    }

    void asksStreamsAndFollowsUp() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("What is <b>this</b>?")));
        QCOMPARE(f.model->questions.back().text, std::string("What is <b>this</b>?"));
        QCOMPARE(f.model->questions.back().evidence.size(), std::size_t{3});
        QVERIFY(f.composer()->box()->toPlainText().isEmpty());
        QVERIFY(f.composer()->stopButton()->isVisible());
        QVERIFY(f.composer()->askButton()->isVisible());  // further questions are queued
        QCOMPARE(lastCard(f)->question()->text(), QStringLiteral("What is <b>this</b>?"));

        f.model->say(Channel::markup, "<think>");
        f.model->say(Channel::reasoning, "I look ");
        f.model->say(Channel::reasoning, "at Image-2.");
        f.model->stream();
        QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("I look at Image-2.|"));
        QVERIFY(lastCard(f)->reasoning()->isVisible());
        QVERIFY(f.workspace->chat().isAnswering());
        f.model->say(Channel::markup, "</think><answer>");
        f.model->say(Channel::answer, "A ramp.");
        f.model->finish();
        QVERIFY(finished(f));
        QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("I look at Image-2.|A ramp."));
        const QString facts = lastCard(f)->answer()->facts()->text();
        for (const char* part : {"Scripted", "5 token", "2.5 tokens/s", "2.8 s", "Complete"}) {
            QVERIFY2(facts.contains(QLatin1String(part)), qPrintable(facts));
        }
        QVERIFY(f.composer()->askButton()->isVisible());

        QVERIFY(f.ask(QStringLiteral("And why?")));
        QCOMPARE(f.model->questions.back().evidence.size(), std::size_t{0});
        QCOMPARE(f.model->conversations, 1);
        f.model->say(Channel::outside, "Because.");
        f.model->finish();
        QVERIFY(finished(f));
        QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("|Because."));
        QCOMPARE(f.conversation()->cardCount(), 2);
    }

    void queuesQuestions() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("First?")));
        QVERIFY(!f.composer()->waiting()->isVisible());
        for (const char* text : {"Second?", "Third?"}) {
            f.composer()->box()->setPlainText(QLatin1String(text));
            QTest::keyClick(f.composer()->box(), Qt::Key_Return);
            QVERIFY(f.composer()->box()->toPlainText().isEmpty());
        }
        QVERIFY(f.composer()->waiting()->isVisible());
        QCOMPARE(f.composer()->waiting()->count(), 2);
        QCOMPARE(f.composer()->waiting()->item(1)->text(), QStringLiteral("2. Third?"));

        QTest::mouseClick(f.composer()->waiting()->viewport(), Qt::LeftButton, {},
                          f.composer()->waiting()->visualItemRect(f.composer()->waiting()->item(0)).center());
        QTest::mouseDClick(f.composer()->waiting()->viewport(), Qt::LeftButton, {},
                           f.composer()->waiting()->visualItemRect(f.composer()->waiting()->item(0)).center());
        QCOMPARE(f.composer()->box()->toPlainText(), QStringLiteral("Second?"));
        QCOMPARE(f.workspace->questions().texts(), QStringList{QStringLiteral("Third?")});
        QTest::mouseClick(f.composer()->askButton(), Qt::LeftButton);
        QCOMPARE(f.workspace->questions().texts(), (QStringList{QStringLiteral("Third?"), QStringLiteral("Second?")}));
        f.composer()->waiting()->setCurrentRow(1);
        QTest::keyClick(f.composer()->waiting(), Qt::Key_Delete);
        QCOMPARE(f.workspace->questions().texts(), QStringList{QStringLiteral("Third?")});

        f.model->say(Channel::answer, "One.");
        f.model->finish();
        QTRY_COMPARE(f.conversation()->cardCount(), 2);
        QCOMPARE(f.model->questions.back().text, std::string("Third?"));
        QVERIFY(!f.composer()->waiting()->isVisible());
        f.model->say(Channel::answer, "Three.");
        f.model->finish();
        QVERIFY(finished(f));
    }

    void showsTheSliceOfALink() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Where?")));
        f.model->say(Channel::reasoning, "First Ima");
        f.model->say(Channel::reasoning, "ge-3, then slice 2");
        f.model->say(Channel::reasoning, "; there is no Image-9.");
        f.model->finish();
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

    void offersToOpenTheClosedSeriesOfALink() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Where?")));
        f.model->say(Channel::reasoning, "Image-3");
        f.model->finish();
        QVERIFY(finished(f));
        f.workspace->studies().closeAll();
        clickLink(lastCard(f)->reasoning()->text(), QStringLiteral("Image-3"));
        QTRY_VERIFY(f.window->messageBar()->isVisible());
        QVERIFY(f.window->messageBar()->message().contains(QStringLiteral("Image-3")));
        // The opened series shows the slice of the link, not its middle slice.
        f.clickMessageButton(QStringLiteral("Open"));
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{1});
        const SlicePage* page = f.window->viewArea()->slicePage();
        QTRY_COMPARE(page->view()->sliceCount(), 12);
        QTRY_COMPARE(page->view()->slice(), 11);
    }

    void stopsAnAnswer() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Go on")));
        f.model->say(Channel::answer, "Half");
        f.model->stream();
        QTest::mouseClick(f.composer()->stopButton(), Qt::LeftButton);
        QVERIFY(finished(f));
        QVERIFY(f.model->stopped);
        QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("|Half"));
        QVERIFY(lastCard(f)->answer()->facts()->text().contains(QStringLiteral("Stopped")));
    }

    void showsAFailureInPlaceOfTheAnswer() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Fail")));
        f.model->fail("The memory ran out.");
        QVERIFY(finished(f));
        bool said = false;
        for (const QLabel* label : lastCard(f)->findChildren<QLabel*>())
            said |= label->isVisible() && label->text() == QStringLiteral("The memory ran out.");
        QVERIFY(said);
    }

    void reportsAModelThatCannotBeLoaded() {
        Fixture f;
        f.model->loadFailure = "config.json: is missing.";
        f.workspace->model().load(app::LocalCheckpoint{f.folder.path().toStdString()});
        QTRY_COMPARE(f.window->messageBar()->message(), QStringLiteral("config.json: is missing."));
        QVERIFY(!f.composer()->askButton()->isEnabled());
    }

    void showsTheDescriptionOfTheModel() {
        Fixture f;
        f.model->description = "Random weights: its words mean nothing.";
        f.loadModel();
        const auto* notice = f.window->findChild<QLabel*>(QStringLiteral("modelNotice"));
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(notice->text(), QStringLiteral("Random weights: its words mean nothing."));
    }

    void scrollsOnlyForAReaderAtTheEnd() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Long")));
        QScrollBar* bar = f.conversation()->verticalScrollBar();
        for (int line = 0; line < 80; ++line)
            f.model->say(Channel::reasoning, "One more line of the reasoning.\n");
        f.model->stream();
        QTRY_VERIFY(bar->maximum() > 200);
        QTRY_COMPARE(bar->value(), bar->maximum());
        bar->setValue(40);
        const int before = bar->maximum();
        for (int line = 0; line < 80; ++line)
            f.model->say(Channel::reasoning, "And more.\n");
        f.model->stream();
        QTRY_VERIFY(bar->maximum() > before);
        QCOMPARE(bar->value(), 40);
        f.model->finish();
        QVERIFY(finished(f));
    }

    void holdsTheQueueAfterStop() {
        Fixture f;
        ChatPanel* panel = f.chatPanel();
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("First?")));
        f.composer()->box()->setPlainText(QStringLiteral("Second?"));
        QTest::keyClick(f.composer()->box(), Qt::Key_Return);
        QTest::mouseClick(f.composer()->stopButton(), Qt::LeftButton);
        QVERIFY(finished(f));
        QTest::qWait(50);
        QCOMPARE(f.model->questions.size(), std::size_t{1});
        QVERIFY(f.composer()->waiting()->isVisible());
        QPushButton* release = nullptr;
        for (auto* each : panel->findChildren<QPushButton*>()) {
            if (each->text() == QLatin1String("Continue")) release = each;
        }
        QVERIFY(release != nullptr && release->isVisible());
        QTest::mouseClick(release, Qt::LeftButton);
        QTRY_COMPARE(f.model->questions.size(), std::size_t{2});
        QCOMPARE(f.model->questions.back().text, std::string("Second?"));
        QVERIFY(!f.composer()->waiting()->isVisible());
        f.model->finish();
        QVERIFY(finished(f));
    }

    void beginsANewConversation() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("One")));
        f.model->finish();
        QVERIFY(finished(f));
        f.workspace->chat().newConversation();
        QVERIFY(f.ask(QStringLiteral("Two")));
        QCOMPARE(f.model->questions.back().evidence.size(), std::size_t{3});
        QCOMPARE(f.model->conversations, 2);
        f.model->finish();
        QVERIFY(finished(f));
    }

    void worksWithTheKeyboardAlone() {
        Fixture f;
        f.loadModel();
        QVERIFY(f.openVolume(12));
        f.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
        QTest::keyClick(f.window.get(), Qt::Key_D, Qt::ControlModifier);  // adds Fleming-VL's default evidence
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{11});
        QTest::keyClick(f.window.get(), Qt::Key_L, Qt::ControlModifier);  // focuses the question box
        QTRY_VERIFY(f.composer()->box()->hasFocus());
        QTest::keyClicks(f.composer()->box(), QStringLiteral("why"));
        QTest::keyClick(f.composer()->box(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(f.composer()->box(), QStringLiteral("how"));
        QTest::keyClick(f.composer()->box(), Qt::Key_Return);
        QTRY_COMPARE(f.model->questions.size(), std::size_t{1});
        QCOMPARE(f.model->questions.back().text, std::string("why\nhow"));
        QTest::keyClick(f.window.get(), Qt::Key_Escape);  // stops the answer
        QVERIFY(finished(f));
        QVERIFY(f.model->stopped);
        QTest::keyClick(f.window.get(), Qt::Key_F6);
        QVERIFY(!f.composer()->box()->hasFocus());
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::ConversationTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "conversation_window_test.moc"
