#pragma once

#include <QString>

#include <vector>

namespace fleming::app {

/// A range of a text that refers to an image of the evidence: "Image-3", "image 3", "slice 3", each number of "Images
/// 3-5".
struct Reference {
    qsizetype start = 0;   ///< UTF-16 code units
    qsizetype length = 0;  ///< UTF-16 code units
    int number = 0;        ///< 1-based position of the image in the evidence, by which the model refers to it
};

/// Returns the references in `text`, in order. Ignores numbers outside 1..`imageCount`.
std::vector<Reference> findReferences(const QString& text, int imageCount);

}  // namespace fleming::app
