#pragma once

#include "viewer/data/series.h"
#include "viewer/data/volume.h"
#include "viewer/render/frame.h"

#include <memory>
#include <string>

namespace fleming::ui {

/// An image as what a slice view shows.
struct ImageSeries {
    viewer::Series series;
    std::shared_ptr<const viewer::Volume> volume;
};

/// Copies an image into a series of one slice that has its pixels one for one. `description` is shown in the view.
ImageSeries imageSeries(const viewer::RgbImage& image, const std::string& description);

}  // namespace fleming::ui
