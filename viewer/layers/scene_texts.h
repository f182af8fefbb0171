#pragma once

namespace fleming::viewer {

/// What is written over a slice and can be left out. How an image is turned or inverted, the letters of the directions
/// and what is wrong with the pixels are always written.
enum class SceneText : unsigned {
    series = 1,    ///< modality, description, date of the study, plane
    size = 2,      ///< size and spacing
    place = 4,     ///< slice and position, value and label under the pointer
    window = 8,    ///< zoom and window
    scale = 16,    ///< the scale bar
    patient = 32,  ///< name and ID
};

/// A set of texts, by default all.
class SceneTexts {
public:
    SceneTexts() = default;
    explicit SceneTexts(unsigned bits) : bits_(bits & kAll) {}

    bool has(SceneText text) const { return (bits_ & static_cast<unsigned>(text)) != 0; }
    SceneTexts with(SceneText text, bool shown) const {
        const auto bit = static_cast<unsigned>(text);
        return SceneTexts(shown ? bits_ | bit : bits_ & ~bit);
    }
    unsigned bits() const { return bits_; }  ///< the values of SceneText, added
    friend bool operator==(const SceneTexts&, const SceneTexts&) = default;

private:
    static constexpr unsigned kAll = 63;
    unsigned bits_ = kAll;
};

}  // namespace fleming::viewer
