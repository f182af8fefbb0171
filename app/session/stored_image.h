#pragma once

#include "viewer/data/picture.h"

#include <QByteArray>

namespace fleming::app {

/// SHA-256 of the RGB bytes, row-major.
std::string pixelsSha256(const viewer::RgbImage& image);

/// Lossless, and quick rather than small: a question waits for it.
QByteArray toPng(const viewer::RgbImage& image);

/// Throws Error where the bytes are no PNG, or not the picture with that digest.
viewer::RgbImage fromPng(const QByteArray& png, const std::string& sha256);

}  // namespace fleming::app
