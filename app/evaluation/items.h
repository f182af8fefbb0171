#pragma once

#include "app/evidence/evidence.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fleming::app::evaluation {

/// A question with a known answer.
struct Item {
    int line = 0;  ///< in the questions file, from 1
    std::string kind;

    std::vector<std::filesystem::path> paths;
    std::vector<int> series;  ///< numbers in the study; empty: chosen as for `fleming ask`
    Selection selection;
    std::string evidence;  ///< the three above as one text; items with the same text have the same evidence

    std::vector<std::string> before;  ///< questions that are asked first, in the same conversation
    std::string question;
    std::vector<std::string> answers;       ///< accepted wordings, at least one; the first is the expected one
    std::optional<std::vector<int>> cites;  ///< images that the reasoning should cite, from 1; absent: not checked
};

struct Questions {
    std::vector<Item> items;  ///< at least one
    std::string sha256;       ///< of the file
};

/// Reads a questions file in JSON Lines: one object per line; empty lines are skipped. Paths are relative to the file's
/// folder.
///     "images": [PATH, ...] or "volume": PATH or "video": PATH   exactly one of these
///     "selection": {...}     optional: at most one of "count", "indices", "times" and "everySeconds";
///                            "clipRange": [a, b], "plane", "window": [centre, width] or a name or "minmax",
///                            "series": N or [N, ...]
///     "before": [TEXT, ...]  optional
///     "question": TEXT, "answer": TEXT
///     "answers": [TEXT, ...] optional: other accepted wordings
///     "kind": TEXT           optional: "other"
///     "cites": [N, ...]      optional
/// Other keys of the object are ignored. Other keys of "selection" are refused, because the question would be about
/// other frames. Throws Error "questions.*" with the file as source and the line as first argument.
Questions readQuestions(const std::filesystem::path& file);

}  // namespace fleming::app::evaluation
