#include "tests/ui/ui_testing.h"

#include "base/error.h"
#include "ui/views/pane.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QMouseEvent>
#include <QThread>
#include <QtTest>

#include <cstring>
#include <exception>
#include <utility>

namespace fleming::ui::testing {

namespace {

/// Calls work() on the test's thread, on which the script is written.
void onTestThread(const std::function<void()>& work) {
    if (QThread::currentThread() == qApp->thread()) return work();
    QMetaObject::invokeMethod(qApp, work, Qt::BlockingQueuedConnection);
}

class ScriptedChat : public app::ModelChat {
public:
    explicit ScriptedChat(std::shared_ptr<ScriptedModel> script) : script_(std::move(script)) {}
    ~ScriptedChat() override {
        onTestThread([this] { script_->cancel(); });
    }
    void ask(app::RequestId, app::Question question, app::AnswerCallbacks callbacks) override {
        onTestThread([&] { script_->ask(std::move(question), std::move(callbacks)); });
    }
    void cancel(app::RequestId) override {
        onTestThread([this] { script_->cancel(); });
    }
    void prepare(app::Question) override {}

private:
    std::shared_ptr<ScriptedModel> script_;
};

class LoadedModel : public app::Model {
public:
    LoadedModel(app::ModelIdentity identity, std::shared_ptr<ScriptedModel> script)
        : identity_(std::move(identity)), script_(std::move(script)) {}
    const app::ModelIdentity& identity() const override { return identity_; }
    std::unique_ptr<app::ModelChat> openChat(std::string, std::vector<inference::PastTurn>) override {
        onTestThread([this] { ++script_->conversations; });
        return std::make_unique<ScriptedChat>(script_);
    }
    void unload() override { script_->cancel(); }

private:
    app::ModelIdentity identity_;
    std::shared_ptr<ScriptedModel> script_;
};

}  // namespace

void ScriptedModel::run(const std::function<void()>& work) {
    std::jthread thread(work);  // joined at the end of the scope
}

app::ModelBackends ScriptedModel::backends() {
    app::ModelBackend<app::LocalCheckpoint> backend;
    backend.inspect = [script = shared_from_this()](const app::LocalCheckpoint& checkpoint) {
        if (!script->loadFailure.empty()) throw Error(script->loadFailure);
        app::ModelSummary summary;
        summary.info.path = checkpoint.folder;
        summary.info.name = "Scripted";
        summary.info.description = script->description;
        summary.info.device = "cpu";
        summary.capabilities = script->capabilities;
        return summary;
    };
    backend.checksum = [](const app::LocalCheckpoint&, std::stop_token, const inference::ProgressCallback&) {
        return std::string(64, 'a');
    };
    backend.load = [inspect = backend.inspect, script = shared_from_this()](
                       const app::LocalCheckpoint& checkpoint, std::stop_token,
                       const inference::ProgressCallback& progress) {
        const app::ModelSummary summary = inspect(checkpoint);
        progress(0.5);
        return std::make_shared<LoadedModel>(
            app::ModelIdentity{summary.info, std::string(64, 'a'), 0.0, summary.capabilities}, script);
    };
    app::ModelBackends backends;
    std::get<app::ModelBackend<app::LocalCheckpoint>>(backends) = std::move(backend);
    return backends;
}

void ScriptedModel::ask(app::Question question, app::AnswerCallbacks callbacks) {
    questions.push_back(std::move(question));
    callbacks_ = std::move(callbacks);
    answer_ = {};
    pieces_.clear();
    streamed_ = 0;
    stopped = false;
}

void ScriptedModel::cancel() {
    if (!callbacks_.onDone) return;
    stopped = true;
    finish(inference::Finish::cancelled);
}

void ScriptedModel::say(inference::Channel channel, std::string text) {
    say({{channel, std::move(text)}});
}

void ScriptedModel::say(std::vector<inference::TextPart> parts) {
    pieces_.push_back(std::move(parts));
}

void ScriptedModel::stream() {
    run([this] {
        for (; streamed_ < pieces_.size(); ++streamed_) {
            inference::Token token;
            token.id = static_cast<std::int32_t>(streamed_);
            token.logProbability = -0.5F;
            token.parts = pieces_[streamed_];
            token.channel = token.parts.front().channel;
            for (const inference::TextPart& part : token.parts) {
                token.text += part.text;
                if (part.channel == inference::Channel::reasoning) answer_.reasoning += part.text;
                if (part.channel == inference::Channel::answer) answer_.finalAnswer += part.text;
            }
            answer_.tokens.push_back(token);
            answer_.text += token.text;
            if (callbacks_.onToken) callbacks_.onToken(token);
        }
    });
}

void ScriptedModel::finish(inference::Finish finish) {
    stream();
    answer_.finish = finish;
    answer_.promptTokens = 300;
    answer_.timing = {0.5, 0.25, 2.0, static_cast<double>(answer_.tokens.size()) / 2.0};
    run([this] {
        if (const auto done = std::exchange(callbacks_.onDone, nullptr)) done(answer_);
    });
}

void ScriptedModel::fail(const std::string& message) {
    run([&] {
        callbacks_.onDone = nullptr;
        callbacks_.onFailed(std::make_exception_ptr(Error(message)));
    });
}

EnglishPlurals::EnglishPlurals() {
    if (words_.load(QStringLiteral(":/i18n/fleming_en.qm"))) QCoreApplication::installTranslator(&words_);
}

EnglishPlurals::~EnglishPlurals() {
    QCoreApplication::removeTranslator(&words_);
}

void drag(QWidget* on, Qt::MouseButton button, const QPoint& by, Qt::KeyboardModifiers modifiers) {
    const QPoint from = on->rect().center(), to = from + by;
    QTest::mousePress(on, button, modifiers, from);
    QMouseEvent move(QEvent::MouseMove, to, on->mapToGlobal(to), Qt::NoButton, button, modifiers);
    QApplication::sendEvent(on, &move);
    QTest::mouseRelease(on, button, modifiers, to);
}

void dropSeries(Pane& on, int seriesId) {
    QMimeData data;
    data.setData(QLatin1String(kSeriesMimeType), QByteArray::number(seriesId));
    QDragEnterEvent enter(on.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&on, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(on.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&on, &event);
}

QString writeVolume(const QTemporaryDir& folder, const QString& name, int slices,
                    const std::function<int(int i, int j, int k)>& valueOf) {
    constexpr int kWidth = 32, kHeight = 24;
    QByteArray header(352, '\0');
    const auto put = [&header](int offset, auto value) { std::memcpy(header.data() + offset, &value, sizeof value); };
    put(0, std::int32_t{348});
    const std::int16_t dim[8] = {3, kWidth, kHeight, static_cast<std::int16_t>(slices), 1, 1, 1, 1};
    std::memcpy(header.data() + 40, dim, sizeof dim);
    put(70, std::int16_t{4});  // int16
    put(72, std::int16_t{16});
    const float pixdim[8] = {1, 1, 1, 3, 1, 1, 1, 1};
    std::memcpy(header.data() + 76, pixdim, sizeof pixdim);
    put(108, 352.0F);
    put(112, 1.0F);
    put(123, char{2});          // mm
    put(254, std::int16_t{1});  // sform
    const float rows[3][4] = {{-1, 0, 0, 16}, {0, -1, 0, 12}, {0, 0, 3, 0}};
    std::memcpy(header.data() + 280, rows, sizeof rows);
    std::memcpy(header.data() + 344, "n+1", 4);
    QByteArray voxels;
    for (int k = 0; k < slices; ++k) {
        for (int j = 0; j < kHeight; ++j) {
            for (int i = 0; i < kWidth; ++i) {
                const auto value = static_cast<std::int16_t>(valueOf ? valueOf(i, j, k) : 100 * k + i);
                voxels.append(reinterpret_cast<const char*>(&value), sizeof value);
            }
        }
    }
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(header + voxels) < 0)
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

QString writePicture(const QTemporaryDir& folder, const QString& name) {
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(QColor(200, 120, 40));
    const QString path = folder.filePath(name);
    if (!image.save(path)) qFatal("cannot write %s", qPrintable(path));
    return path;
}

}  // namespace fleming::ui::testing
