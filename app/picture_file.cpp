#include "app/picture_file.h"

#include "base/error.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageWriter>
#include <QSaveFile>
#include <QtEndian>

#include <cstdint>

namespace fleming::app {

namespace {

void append16(QByteArray& to, std::uint16_t value) {
    const std::uint16_t little = qToLittleEndian(value);
    to.append(reinterpret_cast<const char*>(&little), sizeof little);
}

void append32(QByteArray& to, std::uint32_t value) {
    const std::uint32_t little = qToLittleEndian(value);
    to.append(reinterpret_cast<const char*>(&little), sizeof little);
}

/// Returns a baseline TIFF of one strip (TIFF 6.0, section 6), since Qt's plugin for TIFF is not always installed.
QByteArray tiffOf(const QImage& image) {
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    const auto width = static_cast<std::uint32_t>(rgb.width()), height = static_cast<std::uint32_t>(rgb.height());
    constexpr std::uint32_t kHeader = 8, kBits = 6;  // bytes
    const std::uint32_t pixels = kHeader + kBits;
    const std::uint32_t pixelBytes = 3 * width * height, padding = pixelBytes % 2;
    QByteArray file("II");
    append16(file, 42);
    append32(file, pixels + pixelBytes + padding);  // where the directory begins
    for (int channel = 0; channel < 3; ++channel)
        append16(file, 8);
    for (int y = 0; y < rgb.height(); ++y)
        file.append(reinterpret_cast<const char*>(rgb.constScanLine(y)), 3 * rgb.width());
    file.append(static_cast<int>(padding), '\0');
    struct Entry {
        std::uint16_t tag, type;  // type 3: 16 bits, 4: 32 bits
        std::uint32_t count, value;
    };
    const Entry entries[] = {
        {256, 4, 1, width},      {257, 4, 1, height},
        {258, 3, 3, kHeader},    {259, 3, 1, 1},  // size, bits, no compression
        {262, 3, 1, 2},          {273, 4, 1, pixels},
        {277, 3, 1, 3},          {278, 4, 1, height},  // RGB, the strip
        {279, 4, 1, pixelBytes},
    };
    append16(file, static_cast<std::uint16_t>(std::size(entries)));
    for (const Entry& entry : entries) {
        append16(file, entry.tag);
        append16(file, entry.type);
        append32(file, entry.count);
        append32(file, entry.value);
    }
    append32(file, 0);  // no other directory
    return file;
}

QByteArray encoded(const QString& suffix, const QImage& image) {
    if (suffix == QLatin1String("tif") || suffix == QLatin1String("tiff")) return tiffOf(image);
    const bool isJpeg = suffix == QLatin1String("jpg") || suffix == QLatin1String("jpeg");
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, isJpeg ? "jpeg" : "png");
    if (isJpeg) writer.setQuality(95);
    writer.write(image);
    return bytes;
}

}  // namespace

void writePicture(const QString& file, const QImage& image) {
    const QByteArray bytes = encoded(QFileInfo(file).suffix().toLower(), image);
    QSaveFile out(file);
    if (bytes.isEmpty() || !out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        throw Error("export.cannot_be_written", file.toStdString(), {out.errorString().toStdString()});
}

}  // namespace fleming::app
