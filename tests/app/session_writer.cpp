// A program that appends tokens to a session until it is killed. Prints the number of each token after it is stored.
#include "app/session/session.h"
#include "tests/app/test_files.h"

#include <QCoreApplication>

#include <cstdio>
#include <span>
#include <string>

int main(int argc, char** argv) {
    using namespace fleming;
    QCoreApplication application(argc, argv);
    if (argc != 2) return 2;
    app::Session session(argv[1]);
    app::Question question;
    question.text = "Killed while it streams?";
    question.evidence = {app::testFrame(1), app::testFrame(2)};
    const std::int64_t id = session.begin(session.newConversation(), question, {}).id;
    for (int i = 0;; ++i) {
        inference::Token token;
        token.id = i;
        token.text = "token " + std::to_string(i) + " ";
        session.append(id, std::span(&token, 1));
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
}
