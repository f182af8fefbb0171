#include "tests/ui/window_test.h"

#include "ui/browser/study_panel.h"
#include "ui/chat/answer_card.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/chat/conversation_view.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/reasoning_block.h"
#include "ui/chat/streaming_text.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/style/theme.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/message_bar.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSpinBox>
#include <QSurfaceFormat>
#include <QToolButton>
#include <QtTest>

namespace fleming::ui::testing {

Fixture::Fixture(const std::vector<Panel>& panels) {
    model = std::make_shared<ScriptedModel>();
    workspace = std::make_unique<app::Workspace>(model->backends());
    window = std::make_unique<MainWindow>(*workspace, panels);
    window->resize(1280, 800);
    window->show();
    window->activateWindow();  // shortcuts work only in the active window
    if (!QTest::qWaitForWindowActive(window.get())) qFatal("the window did not come");
}

StudyPanel* Fixture::studyPanel() const {
    return window->findChild<StudyPanel*>();
}
EvidenceStrip* Fixture::evidenceStrip() const {
    return window->findChild<EvidenceStrip*>();
}
ChatPanel* Fixture::chatPanel() const {
    return window->findChild<ChatPanel*>();
}
Composer* Fixture::composer() const {
    return chatPanel()->composer();
}
ConversationView* Fixture::conversation() const {
    return chatPanel()->conversation();
}

void Fixture::loadModel() {
    workspace->model().load(app::LocalCheckpoint{folder.path().toStdString()});
    QVERIFY(QTest::qWaitFor([this] { return workspace->model().model().has_value(); }));
}

bool Fixture::openVolume(int slices) {
    window->commands()->openPaths({writeVolume(folder, QStringLiteral("volume.nii"), slices)});
    return QTest::qWaitFor(
        [this] {
            const auto* open = workspace->studies().find(workspace->studies().chosen());
            return open != nullptr && open->volume && open->volume->complete() &&
                   window->viewArea()->slicePage()->view()->sliceCount() > 0;
        },
        10000);
}

void Fixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QWidget* target = window->focusWidget() != nullptr ? window->focusWidget() : window.get();
    QTest::keyClick(target, key, modifiers);
}

void Fixture::clickMessageButton(const QString& text) {
    QTRY_VERIFY(window->messageBar()->isVisible());
    for (QToolButton* button : window->messageBar()->findChildren<QToolButton*>()) {
        if (button->text() != text || !button->isVisible()) continue;
        QTest::mouseClick(button, Qt::LeftButton);
        return;
    }
    QFAIL(qPrintable(QStringLiteral("no button %1 at: %2").arg(text, window->messageBar()->message())));
}

bool Fixture::ask(const QString& text) {
    const std::size_t before = model->questions.size();
    QPlainTextEdit* box = composer()->box();
    box->setFocus();
    box->setPlainText(text);
    QTest::keyClick(box, Qt::Key_Return);
    return QTest::qWaitFor([&] { return model->questions.size() == before + 1; });
}

bool Fixture::askAboutThreeSlices(const QString& question) {
    loadModel();
    if (!openVolume(12)) return false;
    evidenceStrip()->countBox()->setValue(3);
    evidenceStrip()->addEvenlyAction()->trigger();
    if (!QTest::qWaitFor([this] { return workspace->evidence().frames().size() == 3; })) return false;
    return ask(question) && QTest::qWaitFor([this] { return conversation()->cardCount() == 1; });
}

bool Fixture::finished() const {
    return QTest::qWaitFor([this] { return !workspace->chat().isAnswering(); });
}

QString Fixture::shownText(qint64 exchange) const {
    const ExchangeCard* card = conversation()->card(exchange);
    return card == nullptr ? QString()
                           : card->reasoning()->text()->text() + QLatin1Char('|') + card->answer()->text()->text();
}

int runWindowTest(int argc, char** argv, QObject& test) {
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    QSurfaceFormat::setDefaultFormat(format);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("fleming-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("fleming-ui-test"));
    applyAppearance(QStringLiteral("dark"));
    return QTest::qExec(&test, argc, argv);
}

}  // namespace fleming::ui::testing
