#pragma once

#include "app/evidence/evidence.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fleming::app::evaluation {

/// A question whose right answer is known.
struct Item {
    int line = 0;  ///< in its file, from 1
    std::string kind;

    std::vector<std::filesystem::path> paths;
    std::vector<int> series;  ///< places in the study; empty: as for a question without them
    Selection selection;
    std::string evidence;  ///< the three above as one text: items of equal text have equal evidence

    std::vector<std::string> before;  ///< asked first, in the same conversation
    std::string question;
    std::vector<std::string> answers;       ///< accepted wordings, at least one: the first is the expected one
    std::optional<std::vector<int>> cites;  ///< images that the reasoning should cite, from 1; absent: not judged
};

struct Questions {
    std::vector<Item> items;  ///< at least one
    std::string sha256;       ///< of the file
};

/// Reads a questions file: JSON Lines, an object a line; empty lines are skipped. Paths are relative to its folder.
///     "images": [PATH, ...] or "volume": PATH or "video": PATH   exactly one of them
///     "selection": {...}     optional: at most one of "count", "indices", "times" and "everySeconds";
///                            "clipRange": [a, b], "plane", "window": [centre, width] or a name or "minmax",
///                            "series": N or [N, ...]
///     "before": [TEXT, ...]  optional
///     "question": TEXT, "answer": TEXT
///     "answers": [TEXT, ...] optional: other accepted wordings
///     "kind": TEXT           optional: "other"
///     "cites": [N, ...]      optional
/// Other keys of the object are ignored; of "selection" they are not, since that would ask about other frames.
/// Throws Error with file, line and fault.
Questions readQuestions(const std::filesystem::path& file);

}  // namespace fleming::app::evaluation
