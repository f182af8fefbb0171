#include "app/answerer.h"

namespace fleming::app {

inference::ImageInput toImageInput(const viewer::Frame& frame) {
    inference::ImageInput input;
    input.image.width = frame.image.width;
    input.image.height = frame.image.height;
    input.image.rgb = frame.image.rgb;
    input.fit = frame.provenance.cover ? inference::Fit::cover : inference::Fit::stretch;
    return input;
}

}  // namespace fleming::app
