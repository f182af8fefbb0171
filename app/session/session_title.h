#pragma once

#include <QString>

namespace fleming::app {

/// Returns the title of a session to which nobody has given one: the beginning of its first question, cut between words
/// after at most `length` characters, in one line. Empty for an empty question.
QString titleFromQuestion(const QString& question, int length = 60);

}  // namespace fleming::app
