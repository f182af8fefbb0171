#pragma once

#include <QString>

#include <span>
#include <string_view>
#include <vector>

namespace fleming::app {

/// What an event of a session can tell. FORMAT.md describes each.
enum class EventKind {
    sessionCreated,
    sessionMigrated,
    conversationBegun,
    questionAskedBefore5,  ///< of files of version 4, as are all with this end
    questionAsked,
    tokensAppended,
    answerFinishedBefore5,
    answerFinished,
    answerFailed,
    answerInterrupted,
    reviewGivenBefore5,
    reviewSubmittedBefore6,  ///< of files of version 5
    reviewSubmitted,
    reportExported,
    sessionOpened,
    sessionClosed,
    settingsChanged,
    sessionTitled,
    answerReplayed,
    sessionImported,
    measurementRecorded,
    measurementRemoved,
};

/// How the file stores a kind, and which rows are its payload.
struct EventKindFormat {
    EventKind kind;
    const char* word;  ///< in the column `kind`
    /// SELECT statements with the parameters :subject, :first and :count, which are columns of the event. The payload
    /// is the result of all of them. They are part of the file format: a change of one makes every older session fail
    /// its verification.
    std::vector<QString> payload;
};

/// Returns all kinds.
std::span<const EventKindFormat> eventKinds();

/// Returns the format of a kind.
const EventKindFormat& formatOf(EventKind kind);

/// Returns the format for a word of the column `kind`, or null if there is no such kind.
const EventKindFormat* findEventKind(std::string_view word);

}  // namespace fleming::app
