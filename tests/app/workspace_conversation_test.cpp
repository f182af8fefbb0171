// Tests of conversations: which evidence a question sends, what ends a conversation, and what resumes it.
#include "tests/app/workspace_testing.h"

#include <functional>
#include <mutex>

namespace fleming::app {
namespace {

TEST_F(AppWorkspace, SendsOnlyNewEvidenceWithAFollowUp) {
    openScan();
    loadModel();
    add({4, 8});
    askAndWait("First?");
    EXPECT_EQ(workspace->evidence().seen(), 2);
    add({12});
    askAndWait("Second?");
    askAndWait("Third?");
    EXPECT_EQ(askedSlices(0), (Slices{4, 8}));
    EXPECT_EQ(askedSlices(1), (Slices{12}));
    EXPECT_EQ(askedSlices(2), (Slices{}));
    EXPECT_EQ(record->conversations.size(), 1U);
    const auto& exchanges = workspace->session().exchanges();
    EXPECT_EQ(exchanges[1].conversation, exchanges[0].conversation);
    EXPECT_EQ(exchanges[1].firstImage, 3);
    EXPECT_EQ(shownSlices(), (Slices{4, 8, 12}));
}

TEST_F(AppWorkspace, BeginsANewConversationWhenSeenEvidenceChanges) {
    openScan();
    loadModel();
    add({4, 8});
    askAndWait("First?");
    add({12, 16});
    workspace->evidence().move(2, 3);  // neither was sent in the conversation
    EXPECT_TRUE(notices.isEmpty());
    workspace->evidence().move(0, 1);
    EXPECT_EQ(notices.size(), 1);
    EXPECT_EQ(workspace->evidence().seen(), 0);
    EXPECT_EQ(workspace->chat().conversation(), 0);
    askAndWait("Second?");
    EXPECT_EQ(askedSlices(1), (Slices{8, 4, 16, 12}));
    EXPECT_EQ(record->conversations.size(), 2U);
    EXPECT_TRUE(record->conversations[1].second.empty());
    EXPECT_NE(workspace->session().exchanges()[1].conversation, workspace->session().exchanges()[0].conversation);
    EXPECT_EQ(workspace->session().exchanges()[1].firstImage, 1);
}

TEST_F(AppWorkspace, BeginsANewConversationWhenEvidenceChangesDuringAnAnswer) {
    openScan();
    loadModel();
    add({4, 8});
    record->mayContinue = false;
    ASSERT_TRUE(workspace->chat().ask("First?"));
    workspace->evidence().remove(0);
    EXPECT_EQ(notices.size(), 1);
    workspace->chat().stop();
    WAIT_FOR(!workspace->chat().isAnswering());
    record->mayContinue = true;
    askAndWait("Second?");
    EXPECT_EQ(askedSlices(1), (Slices{8}));
    EXPECT_NE(workspace->session().exchanges()[1].conversation, workspace->session().exchanges()[0].conversation);
}

TEST_F(AppWorkspace, SendsEvidenceAgainAfterAFailure) {
    openScan();
    loadModel();
    add({4});
    record->failure = "Not enough memory.";
    askAndWait("First?");
    EXPECT_EQ(workspace->session().exchanges()[0].state, ExchangeState::failed);
    EXPECT_EQ(workspace->session().exchanges()[0].failure, "Not enough memory.");
    EXPECT_EQ(workspace->evidence().seen(), 0);
    askAndWait("Second?");
    EXPECT_EQ(askedSlices(1), (Slices{4}));
    EXPECT_EQ(workspace->session().exchanges()[1].firstImage, 1);
}

TEST_F(AppWorkspace, BeginsANewConversationWithAnotherModel) {
    openScan();
    loadModel();
    add({4});
    askAndWait("First?");
    workspace->model().load(LocalCheckpoint{"/no model"});
    WAIT_FOR(!workspace->model().isLoading());
    EXPECT_EQ(failures.size(), 1);
    ASSERT_TRUE(workspace->model().model());  // still the first model
    EXPECT_NE(workspace->chat().conversation(), 0);
    loadModel("/models/other");
    EXPECT_EQ(workspace->model().model()->info.name, "other");
    EXPECT_EQ(notices.size(), 1);
    askAndWait("Second?");
    EXPECT_EQ(askedSlices(1), (Slices{4}));
    EXPECT_EQ(workspace->session().exchanges()[1].modelName, "other");
}

/// Undoing a change that ended a conversation resumes the conversation.
TEST_F(AppWorkspace, ContinuesTheConversationWhoseEvidenceUndoRestores) {
    openScan();
    loadModel();
    add({4, 8});
    askAndWait("First?");
    const qint64 conversation = workspace->chat().conversation();
    const std::vector<std::function<void(EvidenceList&)>> changes{
        [](EvidenceList& evidence) { evidence.clear(); },
        [](EvidenceList& evidence) { evidence.remove(1); },
        [](EvidenceList& evidence) { evidence.move(0, 1); },
    };
    for (const auto& change : changes) {
        change(workspace->evidence());
        EXPECT_EQ(workspace->chat().conversation(), 0);
        workspace->evidence().undo();
        EXPECT_EQ(workspace->chat().conversation(), conversation);
        EXPECT_EQ(workspace->evidence().seen(), 2);
        EXPECT_EQ(shownSlices(), (Slices{4, 8}));
    }
    EXPECT_EQ(notices.size(), 6) << "one for each end and each return";
    workspace->evidence().remove(0);  // several steps
    add({12});
    workspace->evidence().move(0, 1);
    workspace->evidence().undo();
    EXPECT_EQ(workspace->chat().conversation(), 0);
    workspace->evidence().undo();
    EXPECT_EQ(workspace->chat().conversation(), conversation);
    EXPECT_EQ(shownSlices(), (Slices{4, 8, 12}));
    askAndWait("Second?");
    EXPECT_EQ(askedSlices(1), (Slices{12}));
    EXPECT_EQ(record->conversations.size(), 1U);
    EXPECT_EQ(workspace->session().exchanges()[1].conversation, conversation);
    EXPECT_EQ(workspace->session().exchanges()[1].firstImage, 3);
}

TEST_F(AppWorkspace, ResumesNoConversationAfterAnotherHasBegun) {
    openScan();
    loadModel();
    add({4, 8});
    askAndWait("First?");
    workspace->evidence().move(0, 1);
    askAndWait("Second?");
    const qint64 second = workspace->chat().conversation();
    workspace->evidence().undo();  // of the evidence of the second conversation
    EXPECT_EQ(shownSlices(), (Slices{4, 8}));
    EXPECT_EQ(workspace->chat().conversation(), 0);
    askAndWait("Third?");
    EXPECT_EQ(askedSlices(2), (Slices{4, 8}));
    EXPECT_NE(workspace->chat().conversation(), second);

    workspace->evidence().clear();
    askAndWait("Without images?");
    const qint64 fourth = workspace->chat().conversation();
    workspace->evidence().undo();
    EXPECT_EQ(workspace->chat().conversation(), fourth);
    EXPECT_EQ(workspace->evidence().seen(), 0);
    askAndWait("And with them?");
    EXPECT_EQ(askedSlices(4), (Slices{4, 8}));
    EXPECT_EQ(workspace->chat().conversation(), fourth);

    workspace->evidence().remove(0);
    workspace->chat().newConversation();  // the user's choice stays
    workspace->evidence().undo();
    EXPECT_EQ(workspace->chat().conversation(), 0);
    EXPECT_EQ(workspace->evidence().seen(), 0);
}

TEST_F(AppWorkspace, ResumesAConversationDuringItsAnswer) {
    openScan();
    loadModel();
    add({4, 8});
    askAndWait("First?");
    const qint64 conversation = workspace->chat().conversation();
    add({12});
    const auto letContinue = [&](bool may) {
        const std::lock_guard guard(record->mutex);
        record->mayContinue = may;
        record->changed.notify_all();
    };
    for (const bool fails : {false, true}) {
        if (fails) record->failure = "Not enough memory.";
        letContinue(false);
        ASSERT_TRUE(workspace->chat().ask("Next?"));
        workspace->evidence().remove(0);
        if (fails) {
            WAIT_FOR(!workspace->chat().isAnswering());
        }
        workspace->evidence().undo();
        EXPECT_EQ(workspace->chat().conversation(), fails ? 0 : conversation);
        EXPECT_EQ(workspace->evidence().seen(), fails ? 0 : 3);
        letContinue(true);
        WAIT_FOR(!workspace->chat().isAnswering());
    }
}

TEST_F(AppWorkspace, PutsBackEvidenceThatAConversationReplaced) {
    openScan();
    loadModel();
    add({4, 8});
    askAndWait("First?");
    const qint64 conversation = workspace->chat().conversation();
    workspace->chat().newConversation();
    add({12});
    workspace->chat().continueConversation(conversation);
    EXPECT_EQ(shownSlices(), (Slices{4, 8}));
    workspace->evidence().undo();
    EXPECT_EQ(shownSlices(), (Slices{4, 8, 12}));
    EXPECT_EQ(workspace->evidence().seen(), 2);
    EXPECT_EQ(workspace->chat().conversation(), conversation);
    EXPECT_FALSE(workspace->evidence().canUndo());
}

}  // namespace
}  // namespace fleming::app
