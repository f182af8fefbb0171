#pragma once

#include "viewer/data/picture.h"

#include <QByteArray>

#include <string>

namespace fleming::app {

/// Returns the image as a PNG. The compression is lossless, and fast rather than small: a question waits for it. Throws
/// Error if the image cannot be encoded.
QByteArray toPng(const viewer::RgbImage& image);

/// Returns the image of a PNG. Throws Error "session.image_damaged" if it cannot be decoded, is not `width` x `height`
/// pixels, or if the SHA-256 of its RGB bytes (row-major, without padding) is not `sha256`.
viewer::RgbImage fromPng(const QByteArray& png, int width, int height, const std::string& sha256);

}  // namespace fleming::app
