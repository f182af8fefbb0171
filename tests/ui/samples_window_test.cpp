// In a real window: the samples that come with the program, opened ready to ask about; what a demo model says of
// itself.
#include "app/models/model_description.h"
#include "app/studies/samples.h"
#include "tests/ui/window_test.h"
#include "ui/chat/answer_card.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/exchange_card.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/views/view_area.h"
#include "ui/window/message_bar.h"

#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTranslator>
#include <QtTest>

namespace fleming::ui {

using testing::Fixture;

class SamplesTest : public QObject {
    Q_OBJECT

    static app::Sample chestCt() { return app::findSample().value(); }
    static QString questionOf(const app::Sample& sample) { return QString::fromStdString(sample.question); }
    static QString box(const Fixture& f) { return f.window->chatPanel()->questionBox()->toPlainText(); }

    static bool picked(const Fixture& f, std::size_t frames) {
        return QTest::qWaitFor([&] { return f.workspace->evidence().size() == frames && !f.workspace->isCollecting(); },
                               20000);
    }

    static QMenu* sampleMenu(const Fixture& f) {
        for (QAction* menu : f.window->menuBar()->actions()) {
            if (menu->menu() == nullptr) continue;
            for (QAction* entry : menu->menu()->actions()) {
                if (entry->text().remove(QLatin1Char('&')) == QStringLiteral("Open sample")) return entry->menu();
            }
        }
        return nullptr;
    }

private Q_SLOTS:
    void theFirstSampleIsReadyToAskWithOneKey() {
        Fixture f;
        f.loadModel();
        f.window->openSample(QString::fromLatin1(app::kFirstSample));
        QVERIFY(picked(f, 11));
        QCOMPARE(box(f), questionOf(chestCt()));
        QVERIFY(f.window->chatPanel()->askButton()->isEnabled());
        QCOMPARE(f.window->focusWidget(), static_cast<QWidget*>(f.window->chatPanel()->questionBox()));
        QTest::keyClick(f.window->focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(f.answerer->questions.size(), std::size_t{1});
        QCOMPARE(f.answerer->questions[0].text, chestCt().question);
        QCOMPARE(f.answerer->questions[0].evidence.size(), std::size_t{11});
        f.answerer->finish();
        QTRY_VERIFY(!f.workspace->isAnswering());
    }

    void everySampleIsInTheMenuAndOnTheStartPage() {
        Fixture f;
        const auto samples = app::findSamples();
        QMenu* menu = sampleMenu(f);
        QVERIFY(menu != nullptr && menu->isEnabled());
        QCOMPARE(menu->actions().size(), static_cast<qsizetype>(samples.size()));
        for (std::size_t i = 0; i < samples.size(); ++i) {
            QCOMPARE(menu->actions()[static_cast<qsizetype>(i)]->text(), app::titleOf(samples[i]));
            const auto* button =
                f.window->findChild<QPushButton*>(QStringLiteral("sample:") + QString::fromStdString(samples[i].name));
            QVERIFY(button != nullptr && button->isVisible());
            QCOMPARE(button->text(), app::titleOf(samples[i]));
        }
    }

    void everySampleOpensFromTheMenuAndReplacesTheOneBefore() {
        Fixture f;
        f.loadModel();
        const auto samples = app::findSamples();
        for (std::size_t i = 0; i < samples.size(); ++i) {
            sampleMenu(f)->actions()[static_cast<qsizetype>(i)]->trigger();
            const auto isOfThis = [&] {
                const auto& evidence = f.workspace->evidence();
                return !f.workspace->isCollecting() && !evidence.empty() &&
                       evidence.back().provenance.file.rfind(samples[i].path.string(), 0) == 0;
            };
            QVERIFY2(QTest::qWaitFor(isOfThis, 20000), samples[i].name.c_str());
            const std::string folder = samples[i].path.string();
            for (const viewer::Frame& frame : f.workspace->evidence())
                QVERIFY(frame.provenance.file.rfind(folder, 0) == 0);
            QCOMPARE(box(f), questionOf(samples[i]));
            QVERIFY(f.window->messageBar()->message().isEmpty());
        }
        // One that is open already is shown and picked again.
        f.window->openSample(QString::fromLatin1(app::kFirstSample));
        QVERIFY(picked(f, 11));
        QCOMPARE(box(f), questionOf(chestCt()));
    }

    void theStartPageOpensOne() {
        Fixture f;
        auto* button = f.window->findChild<QPushButton*>(QStringLiteral("sample:ct_chest"));
        QVERIFY(button != nullptr);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(picked(f, 11));
        QVERIFY(!button->isVisible());
    }

    void whatTheUserPickedAndWroteStays() {
        Fixture f;
        f.loadModel();
        QVERIFY(f.openVolume(12));
        f.window->evidenceStrip()->addCurrentAction()->trigger();
        QVERIFY(picked(f, 1));
        f.window->chatPanel()->questionBox()->setPlainText(QStringLiteral("My own question"));
        f.window->openSample(QString::fromLatin1(app::kFirstSample));
        QTRY_COMPARE(f.workspace->series().size(), std::size_t{2});
        QTRY_VERIFY(f.workspace->find(f.workspace->chosen())->volume &&
                    f.workspace->find(f.workspace->chosen())->volume->complete());
        QTest::qWait(200);
        QCOMPARE(f.workspace->evidence().size(), std::size_t{1});
        QCOMPARE(box(f), QStringLiteral("My own question"));
    }

    void aSamplesQuestionIsNotWrittenOverOtherEvidence() {
        Fixture f;
        f.loadModel();
        QVERIFY(f.openVolume(12));
        f.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(picked(f, 1));
        f.window->openSample(QString::fromLatin1(app::kFirstSample));
        QTRY_COMPARE(f.workspace->series().size(), std::size_t{2});
        QTRY_VERIFY(f.workspace->find(f.workspace->chosen())->volume &&
                    f.workspace->find(f.workspace->chosen())->volume->complete());
        QTest::qWait(200);
        QCOMPARE(f.workspace->evidence().size(), std::size_t{1});
        QCOMPARE(box(f), QString());
        f.clickMessageButton(QStringLiteral("Clear evidence and use the sample"));
        QVERIFY(picked(f, 11));
        QCOMPARE(box(f), questionOf(chestCt()));
    }

    void theDemoModelSpeaksTheUsersLanguage() {
        const std::string sentence =
            "Demo model: it knows only the drawn sample studies; for real scans choose a Fleming-VL checkpoint.";
        for (const char* language : {"de", "zh_CN"}) {
            QTranslator words;
            QVERIFY(words.load(QStringLiteral(":/i18n/fleming_%1.qm").arg(QLatin1String(language))));
            QCoreApplication::installTranslator(&words);
            const QString shown = app::shownDescription(sentence);
            QVERIFY(shown != QString::fromStdString(sentence) && shown.contains(QStringLiteral("Fleming-VL")));
            Fixture f;
            f.answerer->description = sentence;
            f.loadModel();
            QTRY_COMPARE(f.window->findChild<QLabel*>(QStringLiteral("modelNotice"))->text(), shown);
            QVERIFY(sampleMenu(f) == nullptr);  // it has another name
            QCoreApplication::removeTranslator(&words);
        }
    }

    void anUnknownSampleIsRefused() {
        Fixture f;
        f.window->openSample(QStringLiteral("no such"));
        QVERIFY(f.window->messageBar()->message().contains(QStringLiteral("no such")));
    }

    void whatTheModelSaysOfItselfIsSeenAsLongAsItIsLoaded() {
        Fixture f;
        const QString sentence = QStringLiteral("It knows only the drawn studies.");
        f.answerer->description = sentence.toStdString();
        f.loadModel();
        const auto* notice = f.window->findChild<QLabel*>(QStringLiteral("modelNotice"));
        QTRY_VERIFY(notice != nullptr && notice->isVisible());
        QCOMPARE(notice->text(), sentence);
        // Whatever panels are put away.
        for (QSplitter* splitter : f.window->findChildren<QSplitter*>())
            splitter->setSizes(QList<int>(splitter->count(), 0));
        f.window->chatPanel()->hide();
        QVERIFY(notice->isVisible() && notice->height() >= notice->fontMetrics().height());
        QVERIFY(f.window->rect().contains(QRect(notice->mapTo(f.window.get(), QPoint()), notice->size())));
        f.window->chatPanel()->show();
        // The answer says it too, also when another model is loaded later.
        QVERIFY(f.ask(QStringLiteral("Anything?")));
        f.answerer->say(inference::Channel::answer, "Yes.");
        f.answerer->finish();
        QTRY_VERIFY(!f.workspace->isAnswering());
        f.answerer->description.clear();
        f.loadModel();
        QTRY_VERIFY(!notice->isVisible());
        const ExchangeCard* card = f.window->chatPanel()->card(f.workspace->exchanges().back().id);
        bool said = false;
        for (const QLabel* label : card->findChildren<QLabel*>())
            said = said || label->text().contains(sentence);
        QVERIFY(said);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::SamplesTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "samples_window_test.moc"
