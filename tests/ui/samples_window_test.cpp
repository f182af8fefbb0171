// The samples of the program in a real window, and what the demo model says of itself.
#include "app/models/model_description.h"
#include "app/studies/samples.h"
#include "tests/ui/window_test.h"
#include "ui/chat/answer_card.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/chat/conversation_view.h"
#include "ui/chat/exchange_card.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/views/start_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
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
    static QString box(const Fixture& f) { return f.composer()->box()->toPlainText(); }

    static bool picked(const Fixture& f, std::size_t frames) {
        return QTest::qWaitFor(
            [&] {
                return f.workspace->evidence().frames().size() == frames && !f.workspace->evidence().isCollecting();
            },
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
    void asksAboutTheFirstSampleWithOneKey() {
        Fixture f;
        f.loadModel();
        f.window->commands()->openSample(QString::fromLatin1(app::kFirstSample));
        QVERIFY(picked(f, 11));
        QCOMPARE(box(f), questionOf(chestCt()));
        QVERIFY(f.composer()->askButton()->isEnabled());
        QCOMPARE(f.window->focusWidget(), static_cast<QWidget*>(f.composer()->box()));
        QTest::keyClick(f.window->focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(f.model->questions.size(), std::size_t{1});
        QCOMPARE(f.model->questions[0].text, chestCt().question);
        QCOMPARE(f.model->questions[0].evidence.size(), std::size_t{11});
        f.model->finish();
        QTRY_VERIFY(!f.workspace->chat().isAnswering());
    }

    void listsEverySampleInTheMenuAndOnTheStartPage() {
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

    void theStartPageClipsNoText() {
        Fixture f;
        const auto* page = f.window->viewArea()->findChild<StartPage*>();
        for (const QSize size : {QSize(1024, 600), QSize(1280, 800), QSize(1920, 1080)}) {
            f.window->resize(size);
            QTest::qWait(50);
            QVERIFY(page->isVisible());
            const QList<QLabel*> labels = page->findChildren<QLabel*>();
            QCOMPARE(labels.size(), 5);
            for (const QLabel* label : labels) {
                const int needed =
                    label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
                QVERIFY2(label->height() >= needed,
                         qPrintable(QStringLiteral("%1: %2 < %3").arg(label->text()).arg(label->height()).arg(needed)));
            }
        }
    }

    void opensEverySampleInPlaceOfTheOneBefore() {
        Fixture f;
        f.loadModel();
        const auto samples = app::findSamples();
        for (std::size_t i = 0; i < samples.size(); ++i) {
            sampleMenu(f)->actions()[static_cast<qsizetype>(i)]->trigger();
            const auto isOfThis = [&] {
                const auto& evidence = f.workspace->evidence().frames();
                return !f.workspace->evidence().isCollecting() && !evidence.empty() &&
                       evidence.back().provenance.file.rfind(samples[i].path.string(), 0) == 0;
            };
            QVERIFY2(QTest::qWaitFor(isOfThis, 20000), samples[i].name.c_str());
            const std::string folder = samples[i].path.string();
            for (const viewer::Frame& frame : f.workspace->evidence().frames())
                QVERIFY(frame.provenance.file.rfind(folder, 0) == 0);
            QCOMPARE(box(f), questionOf(samples[i]));
            QVERIFY(f.window->messageBar()->message().isEmpty());
        }
        // A sample that is open already is shown and picked again.
        f.window->commands()->openSample(QString::fromLatin1(app::kFirstSample));
        QVERIFY(picked(f, 11));
        QCOMPARE(box(f), questionOf(chestCt()));
    }

    void opensASampleFromTheStartPage() {
        Fixture f;
        auto* button = f.window->findChild<QPushButton*>(QStringLiteral("sample:ct_chest"));
        QVERIFY(button != nullptr);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(picked(f, 11));
        QVERIFY(!button->isVisible());
    }

    void keepsTheUsersEvidenceAndText() {
        Fixture f;
        f.loadModel();
        QVERIFY(f.openVolume(12));
        f.evidenceStrip()->addCurrentAction()->trigger();
        QVERIFY(picked(f, 1));
        f.composer()->box()->setPlainText(QStringLiteral("My own question"));
        f.window->commands()->openSample(QString::fromLatin1(app::kFirstSample));
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{2});
        QTRY_VERIFY(f.workspace->studies().find(f.workspace->studies().chosen())->volume &&
                    f.workspace->studies().find(f.workspace->studies().chosen())->volume->complete());
        QTest::qWait(200);
        QCOMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        QCOMPARE(box(f), QStringLiteral("My own question"));
    }

    void writesNoSampleQuestionForOtherEvidence() {
        Fixture f;
        f.loadModel();
        QVERIFY(f.openVolume(12));
        f.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(picked(f, 1));
        f.window->commands()->openSample(QString::fromLatin1(app::kFirstSample));
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{2});
        QTRY_VERIFY(f.workspace->studies().find(f.workspace->studies().chosen())->volume &&
                    f.workspace->studies().find(f.workspace->studies().chosen())->volume->complete());
        QTest::qWait(200);
        QCOMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        QCOMPARE(box(f), QString());
        f.clickMessageButton(QStringLiteral("Clear evidence and use the sample"));
        QVERIFY(picked(f, 11));
        QCOMPARE(box(f), questionOf(chestCt()));
    }

    void describesTheDemoModelInTheUsersLanguage() {
        const std::string sentence =
            "Demo model: it knows only the drawn sample studies; for real scans choose a Fleming-VL checkpoint.";
        for (const char* language : {"de", "zh_CN"}) {
            QTranslator words;
            QVERIFY(words.load(QStringLiteral(":/i18n/fleming_%1.qm").arg(QLatin1String(language))));
            QCoreApplication::installTranslator(&words);
            const QString shown = app::shownDescription(sentence);
            QVERIFY(shown != QString::fromStdString(sentence) && shown.contains(QStringLiteral("Fleming-VL")));
            Fixture f;
            f.model->description = sentence;
            f.loadModel();
            QTRY_COMPARE(f.window->findChild<QLabel*>(QStringLiteral("modelNotice"))->text(), shown);
            QVERIFY(sampleMenu(f) == nullptr);  // the menu has another name
            QCoreApplication::removeTranslator(&words);
        }
    }

    void refusesAnUnknownSample() {
        Fixture f;
        f.window->commands()->openSample(QStringLiteral("no such"));
        QVERIFY(f.window->messageBar()->message().contains(QStringLiteral("no such")));
    }

    void showsTheModelNoticeWhileTheModelIsLoaded() {
        Fixture f;
        const QString sentence = QStringLiteral("It knows only the drawn studies.");
        f.model->description = sentence.toStdString();
        f.loadModel();
        const auto* notice = f.window->findChild<QLabel*>(QStringLiteral("modelNotice"));
        QTRY_VERIFY(notice != nullptr && notice->isVisible());
        QCOMPARE(notice->text(), sentence);
        // Whichever panels are hidden.
        for (QSplitter* splitter : f.window->findChildren<QSplitter*>())
            splitter->setSizes(QList<int>(splitter->count(), 0));
        f.chatPanel()->hide();
        QVERIFY(notice->isVisible() && notice->height() >= notice->fontMetrics().height());
        QVERIFY(f.window->rect().contains(QRect(notice->mapTo(f.window.get(), QPoint()), notice->size())));
        f.chatPanel()->show();
        // The answer shows it too, even after another model is loaded.
        QVERIFY(f.ask(QStringLiteral("Anything?")));
        f.model->say(inference::Channel::answer, "Yes.");
        f.model->finish();
        QTRY_VERIFY(!f.workspace->chat().isAnswering());
        f.model->description.clear();
        f.loadModel();
        QTRY_VERIFY(!notice->isVisible());
        const ExchangeCard* card = f.conversation()->card(f.workspace->session().exchanges().back().id);
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
