#include "tests/ui/ui_testing.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QMouseEvent>
#include <QtTest>

#include <cstring>

namespace fleming::ui::testing {

ScriptedAnswerer::~ScriptedAnswerer() = default;

void ScriptedAnswerer::run(const std::function<void()>& work) {
    std::jthread thread(work);  // joined at the end of the scope: callbacks came from another thread, as they really do
}

void ScriptedAnswerer::load(const std::filesystem::path& folder, const inference::EngineOptions&,
                            app::LoadCallbacks callbacks) {
    run([&] {
        if (!loadFailure.empty()) {
            callbacks.onFailed(loadFailure);
            return;
        }
        app::ModelIdentity model;
        model.info.path = folder;
        model.info.name = "Scripted";
        model.info.description = description;
        model.info.device = "cpu";
        model.sha256 = std::string(64, 'a');
        callbacks.onProgress(0.5);
        callbacks.onLoaded(model);
    });
}

void ScriptedAnswerer::startConversation(std::string, std::vector<inference::PastTurn>) {
    ++conversations;
}

void ScriptedAnswerer::ask(app::Question question, app::AnswerCallbacks callbacks) {
    questions.push_back(std::move(question));
    callbacks_ = std::move(callbacks);
    answer_ = {};
    pieces_.clear();
    streamed_ = 0;
    stopped = false;
}

void ScriptedAnswerer::stop() {
    stopped = true;
    if (callbacks_.onDone) finish(inference::Finish::cancelled);
}

void ScriptedAnswerer::say(inference::Channel channel, std::string text) {
    say({{channel, std::move(text)}});
}

void ScriptedAnswerer::say(std::vector<inference::TextPart> parts) {
    pieces_.push_back(std::move(parts));
}

void ScriptedAnswerer::stream() {
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

void ScriptedAnswerer::finish(inference::Finish finish) {
    stream();
    answer_.finish = finish;
    answer_.promptTokens = 300;
    answer_.timing = {0.5, 0.25, 2.0, static_cast<double>(answer_.tokens.size()) / 2.0};
    run([this] {
        if (const auto done = std::exchange(callbacks_.onDone, nullptr)) done(answer_);
    });
}

void ScriptedAnswerer::fail(const std::string& message) {
    run([&] {
        callbacks_.onDone = nullptr;
        callbacks_.onFailed(message);
    });
}

void drag(QWidget* on, Qt::MouseButton button, const QPoint& by, Qt::KeyboardModifiers modifiers) {
    const QPoint from = on->rect().center(), to = from + by;
    QTest::mousePress(on, button, modifiers, from);
    QMouseEvent move(QEvent::MouseMove, to, on->mapToGlobal(to), Qt::NoButton, button, modifiers);
    QApplication::sendEvent(on, &move);
    QTest::mouseRelease(on, button, modifiers, to);
}

QString writeVolume(const QTemporaryDir& folder, const QString& name, int slices) {
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
                const auto value = static_cast<std::int16_t>(100 * k + i);
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
