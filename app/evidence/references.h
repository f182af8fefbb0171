#pragma once

#include <QString>

#include <vector>

namespace fleming::app {

/// A place in a text that names a piece of evidence: "Image-3", "image 3", "slice 3", each number of "Images 3-5".
struct Reference {
    qsizetype start = 0;  ///< first UTF-16 unit
    qsizetype length = 0;
    int number = 0;  ///< of the evidence, from 1: the model knows pictures by their order alone
};

/// The references of `text`, in order; numbers outside 1..`imageCount` name nothing and are left out.
std::vector<Reference> findReferences(const QString& text, int imageCount);

}  // namespace fleming::app
