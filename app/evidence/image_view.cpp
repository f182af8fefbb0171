#include "app/evidence/image_view.h"

namespace fleming::app {

QImage imageView(const viewer::RgbImage& image) {
    return {image.rgb.data(), image.width, image.height, qsizetype{3} * image.width, QImage::Format_RGB888};
}

}  // namespace fleming::app
