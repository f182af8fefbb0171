// Measures how a large session opens and scrolls in the window: 1,000 questions with 10 images each by default.
// usage: fleming_bench_session [QUESTIONS] [IMAGES] [conversations: many or one] [CONTEXT]
// A prompt has the images, questions and answers of its conversation so far, but at most CONTEXT tokens (32,768: the
// context window of Fleming-VL-8B).
// Needs a display; with Xvfb: xvfb-run -s "-screen 0 1920x1080x24" fleming_bench_session
#include "app/session/session.h"
#include "app/workspace.h"
#include "inference/reasoning_parser.h"
#include "tests/bench/percentile.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/conversation_view.h"
#include "ui/style/theme.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace fleming;
using fleming::bench::percentile;

namespace {

constexpr int kSide = 512;  // of an image, pixels
constexpr int kTokens = 300;
constexpr int kQuestionTokens = 30;
constexpr int kImageTokens = 256;  // of one image
constexpr int kContext = 32'768;

viewer::Frame frameOf(int number) {
    viewer::Frame frame;
    frame.image.width = frame.image.height = kSide;
    frame.image.rgb.resize(std::size_t{3} * kSide * kSide);
    unsigned noise = static_cast<unsigned>(number) * 2654435761U + 1;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            noise = noise * 1664525U + 1013904223U;
            const bool isBody = (x - 256) * (x - 256) + (y - 256) * (y - 256) < 200 * 200;
            const auto grey = static_cast<std::uint8_t>(isBody ? 90 + (x + y + number) % 60 + (noise >> 29) : 0);
            std::fill_n(frame.image.rgb.begin() + 3 * (y * kSide + x), 3, grey);
        }
    }
    frame.provenance.seriesUid = "1.2.3." + std::to_string(number / 100);
    frame.provenance.seriesDescription.words = "Abdomen " + std::to_string(number / 100);
    frame.provenance.modality = "CT";
    frame.provenance.index = number % 100;
    frame.provenance.count = 100;
    frame.provenance.width = frame.provenance.height = kSide;
    return frame;
}

inference::Answer answerOf(int number, int promptTokens) {
    inference::Answer answer;
    for (int i = 0; i < kTokens; ++i) {
        inference::Token token;
        token.id = i;
        token.channel = i < 200 ? inference::Channel::reasoning : inference::Channel::answer;
        token.text = i == 0        ? "<think>"
                     : i == 200    ? "</think><answer>"
                     : i % 40 == 0 ? ".\n"
                                   : "word" + std::to_string((number + i) % 97) + " ";
        token.parts = {{token.channel, token.text}};
        answer.text += token.text;
        answer.tokens.push_back(token);
    }
    const inference::ParsedAnswer parsed = inference::parseAnswer(answer.text);
    answer.reasoning = parsed.reasoning;
    answer.finalAnswer = parsed.finalAnswer;
    answer.promptTokens = promptTokens;
    answer.promptIds.assign(static_cast<std::size_t>(promptTokens), 7);
    return answer;
}

void writeSession(const std::filesystem::path& file, int questions, int images, bool oneConversation, int context) {
    app::Session session(file);
    app::ModelIdentity model;
    model.info.name = "Fleming-VL-8B";
    model.sha256 = std::string(64, 'a');
    std::int64_t conversation = 0;
    int tokens = 0;  // of the conversation
    for (int i = 0; i < questions; ++i) {
        if (i == 0 || (!oneConversation && i % 10 == 0)) {
            conversation = session.newConversation();
            tokens = 0;
        }
        tokens += kQuestionTokens + images * kImageTokens;
        app::Question question;
        question.text = "Question " + std::to_string(i) + ": is there a lesion in these slices?";
        for (int k = 0; k < images; ++k)
            question.evidence.push_back(frameOf(i * images + k));
        session.finish(session.begin(conversation, question, model).id, answerOf(i, std::min(tokens, context)));
        tokens += kTokens;
    }
}

/// Returns a line of /proc/self/status in MB.
double memory(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name)) return std::stod(line.substr(name.size() + 1)) / 1024;
    }
    return 0;
}

double ms(const QElapsedTimer& clock) {
    return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

/// Returns the CPU time of this thread, ms. Other programs do not change it.
double computedMs() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

/// Returns the times from a turn of the wheel to the painted frame, ms.
std::vector<double> scroll(ui::ConversationView& view, int turns) {
    std::vector<double> times;
    for (int i = 0; i < turns; ++i) {
        QElapsedTimer clock;
        clock.start();
        const QPointF centre = view.viewport()->rect().center();
        QWheelEvent wheel(centre, view.viewport()->mapToGlobal(centre), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &wheel);
        view.repaint();
        QApplication::processEvents();
        times.push_back(ms(clock));
    }
    return times;
}

void measure(const std::filesystem::path& file) {
    app::Workspace workspace;
    ui::MainWindow window(workspace);
    window.resize(1920, 1040);
    window.show();
    for (int i = 0; i < 50; ++i)
        QApplication::processEvents();
    const double memoryBefore = memory("VmRSS:");
    double blocked = 0, worked = 0;  // the longest that the window handled no event, and computed meanwhile, ms
    QElapsedTimer clock, event;
    clock.start();
    bool isOpen = false;
    QObject::connect(&workspace.session(), &app::CurrentSession::exchangesChanged, &window, [&] { isOpen = true; });
    workspace.session().open(QString::fromStdString(file));
    while (!isOpen || event.elapsed() > 20) {
        event.start();
        const double before = computedMs();
        QApplication::processEvents();
        blocked = std::max(blocked, ms(event));
        worked = std::max(worked, computedMs() - before);
        QThread::usleep(500);  // leaves the processor to the thread that reads
    }
    window.repaint();
    std::printf("open and painted: %.0f ms, the window was blocked for at most %.0f ms (%.0f ms of CPU)\n", ms(clock),
                blocked, worked);
    QElapsedTimer settle;
    settle.start();
    while (settle.elapsed() < 2000)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    auto* view = window.findChild<ui::ChatPanel*>()->conversation();
    const std::vector<double> wheel = scroll(*view, 500);
    std::printf("scroll, wheel up: p50 %.1f ms, p99 %.1f ms, worst %.1f ms\n", percentile(wheel, 0.5),
                percentile(wheel, 0.99), percentile(wheel, 1.0));
    std::vector<double> jumps;
    for (int i = 0; i < 50; ++i) {
        QElapsedTimer jump;
        jump.start();
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 50 * ((i * 17) % 50));
        view->repaint();
        QApplication::processEvents();
        jumps.push_back(ms(jump));
    }
    std::printf("jump: p50 %.1f ms, worst %.1f ms\n", percentile(jumps, 0.5), percentile(jumps, 1.0));
    std::printf("memory: %.0f MB before, %.0f MB now, %.0f MB at most\n", memoryBefore, memory("VmRSS:"),
                memory("VmHWM:"));
}

}  // namespace

int main(int argc, char** argv) {
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("fleming-bench"));
    ui::applyAppearance(QStringLiteral("dark"));
    const int questions = argc > 1 ? std::stoi(argv[1]) : 1000, images = argc > 2 ? std::stoi(argv[2]) : 10;
    const bool oneConversation = argc > 3 && std::string(argv[3]) == "one";
    const int context = argc > 4 ? std::stoi(argv[4]) : kContext;
    // A session that is kept between runs: writing it takes minutes. It has its name once it is complete.
    const std::string name = "bench_" + std::to_string(questions) + "_" + std::to_string(images) +
                             (oneConversation ? "_one_" : "_many_") + std::to_string(context);
    const std::filesystem::path file = std::filesystem::temp_directory_path() / (name + ".fleming"),
                                part = std::filesystem::temp_directory_path() / (name + ".part");
    if (!std::filesystem::exists(file)) {
        std::filesystem::remove(part);
        QElapsedTimer clock;
        clock.start();
        writeSession(part, questions, images, oneConversation, context);
        std::filesystem::rename(part, file);
        std::printf("written: %.0f s, %.0f MB of memory at most\n", ms(clock) / 1000, memory("VmHWM:"));
    }
    std::printf("%d questions with %d images each, %s, prompts of at most %d tokens: %.0f MB\n", questions, images,
                oneConversation ? "one conversation" : "conversations of ten", context,
                static_cast<double>(std::filesystem::file_size(file)) / 1e6);
    measure(file);
    return 0;
}
