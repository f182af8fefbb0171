#pragma once

#include "viewer/data/mark.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fleming::app {

enum class Verdict { correct, partlyCorrect, wrong, cannotJudge };

/// Returns "correct", "partly correct", "wrong" or "cannot judge": the word in a session file, not for the screen.
const char* toString(Verdict verdict);

/// Returns the verdict for a word of toString(). Throws Error for any other text.
Verdict verdictFromString(const std::string& text);

/// The text of an answer in which a span lies.
enum class Passage { reasoning, answer };

enum class Severity { minor, moderate, severe };

/// A passage of an answer that a reviewer has marked.
struct Span {
    Passage passage = Passage::answer;  ///< Answer::reasoning or Answer::finalAnswer
    /// The bytes [begin, end) of that text in UTF-8. Both lie between characters.
    std::size_t begin = 0, end = 0;
    std::string label;  ///< the id of a label of the review's taxonomy
    std::optional<Severity> severity;
    std::string note;
    bool operator==(const Span&) const = default;
};

using viewer::MarkShape;

/// A shape that a reviewer has drawn on an image of the evidence. Coordinates are in pixels of that image, (0, 0) is
/// its top left corner. A box and an ellipse lie between two opposite corners; an arrow points at (x2, y2).
struct Mark {
    int image = 1;  ///< the number in the conversation: Image-<image>
    MarkShape shape = MarkShape::box;
    double x1 = 0.0, y1 = 0.0, x2 = 0.0, y2 = 0.0;
    std::string note;
    bool operator==(const Mark&) const = default;
};

/// The labels from which the spans of a review were chosen. `definition` is the JSON of Taxonomy (app/review).
struct TaxonomyVersion {
    std::string name, version, definition;
    bool operator==(const TaxonomyVersion&) const = default;
};

/// A person's judgement of an exchange, whole: a later review of the same reviewer takes its place, but does not erase
/// it.
struct Review {
    Verdict verdict = Verdict::cannotJudge;
    std::optional<int> confidence;  ///< of the reviewer in the verdict: 1 (a guess) to 5 (certain)
    std::string comment;
    std::string correctedAnswer;  ///< the reference answer in the reviewer's words; may be empty
    std::vector<std::string> tags;
    std::vector<Span> spans;
    std::vector<Mark> marks;
    std::vector<std::pair<int, int>> links;  ///< indices of a span and a mark that belong together, ascending
    /// The index of a span and the id of a RecordedMeasurement that belong together, ascending.
    std::vector<std::pair<int, std::int64_t>> measured;
    TaxonomyVersion taxonomy;              ///< empty for reviews of files before version 5
    std::string reviewer;                  ///< the name that the reviewer typed, unverified
    std::string reviewerCode;              ///< stands for the name in exports
    std::string reason;                    ///< why it replaces an earlier review of this reviewer
    std::optional<std::int64_t> activeMs;  ///< time spent on it without pauses, ms
    std::int64_t timeMs = 0;               ///< Unix time, ms
    bool operator==(const Review&) const = default;
};

/// Returns true if both reviews are of one reviewer: the codes are equal, and the names. What one of them lacks is not
/// compared, unless nothing else is.
bool isSameReviewer(const Review& a, const Review& b);

/// Returns the indices of the marks that are linked with a span, ascending. Leaves out marks that the review lacks, as
/// the links of a damaged file can name.
std::vector<int> marksLinkedWith(const Review& review, int span);

/// Returns the indices of the spans that are linked with a mark, ascending. Leaves out spans that the review lacks.
std::vector<int> spansLinkedWith(const Review& review, int mark);

/// Returns the ids of the measurements to which a span of a review is tied, ascending.
std::vector<std::int64_t> measuredWith(const Review& review, int span);

/// Returns the indices of the spans that are tied to a measurement, ascending. Leaves out spans that the review lacks.
std::vector<int> spansMeasuredBy(const Review& review, std::int64_t measurement);

/// Returns the last review of each reviewer, in the order of `reviews`, which are oldest first.
std::vector<const Review*> currentReviews(const std::vector<Review>& reviews);

/// Returns the same without the review of the reviewer who wrote `own`.
std::vector<const Review*> reviewsOfOthers(const std::vector<Review>& reviews, const Review& own);

}  // namespace fleming::app
