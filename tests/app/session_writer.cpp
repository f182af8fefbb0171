// A program that writes a session until it is killed. With one argument, it appends tokens to one answer and prints the
// number of each token once it is stored. With a witness file as second argument, it does all that the program can do
// with a session, again and again, and prints after each step how many exchanges, tokens, reviews and exports are
// stored.
#include "app/session/activity_log.h"
#include "app/session/session.h"
#include "tests/app/test_files.h"

#include <QCoreApplication>

#include <array>
#include <cstdio>
#include <span>
#include <string>

namespace {

using namespace fleming;

inference::Token tokenOf(int i) {
    inference::Token token;
    token.id = i;
    token.text = "token " + std::to_string(i) + " ";
    return token;
}

app::Question questionOf(int frames) {
    app::Question question;
    question.text = "Killed while it streams?";
    for (int i = 0; i < frames; ++i)
        question.evidence.push_back(app::testFrame(i + 1));
    return question;
}

int streamForever(const char* file) {
    app::Session session(file);
    const std::int64_t id = session.begin(session.newConversation(), questionOf(2), {}).id;
    for (int i = 0;; ++i) {
        const inference::Token token = tokenOf(i);
        session.append(id, std::span(&token, 1));
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
}

int workForever(const char* file, const char* witness) {
    std::array<int, 4> stored{};  // exchanges, tokens, reviews, exports
    const auto add = [&](std::size_t what) {
        ++stored[what];
        std::printf("%d %d %d %d\n", stored[0], stored[1], stored[2], stored[3]);
        std::fflush(stdout);
    };
    for (int round = 0;; ++round) {
        app::Session session(file);
        app::ActivityLog activity(session);
        inference::GenerationOptions options;
        options.topK = round;
        activity.noteSettings(app::generationSettings(options, true, "Be brief."));
        for (int n = 0; n < 3; ++n) {
            const std::int64_t id = session.begin(session.newConversation(), questionOf(n), {}).id;
            add(0);
            inference::Answer answer;
            for (int i = 0; i < 5; ++i) {
                answer.tokens.push_back(tokenOf(i));
                session.append(id, std::span(&answer.tokens.back(), 1));
                add(1);
            }
            session.finish(id, answer);
            app::Review review;
            review.tags = {"teaching"};
            review.spans = {{app::Passage::answer, 0, 4, "unsafe", app::Severity::severe, "note"}};
            session.review(id, review);
            add(2);
            session.setTitle("Round " + std::to_string(round));
            session.recordExport({"json", "a.json", std::string(64, 'c'), session.verify()->completeUpTo}, witness);
            add(3);
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc == 2) return streamForever(argv[1]);
    if (argc == 3) return workForever(argv[1], argv[2]);
    return 2;
}
