#pragma once

#include "viewer/data/window.h"

#include <QString>

#include <cstdint>

/// How numbers are written for people: in the window, over the image, in captions, in reports and by the command line.
/// One rule each, in the user's locale (decimal point, minus). JSON, and numbers as the command
/// line's options take them (seconds, indices), follow none of these; `fleming bench` prints measurements in full.
///
/// | what | rule | example |
/// | --- | --- | --- |
/// | window centre and width | by the width: no decimals from 20, one below, two below 2, ...; no group separators |
/// 0.85 | | pixel value | an integer as it is, others with four significant digits | -1024, 0.1235 | | position, length
/// | mm with one decimal | 134.5 mm | | pixel spacing | mm with two decimals; below 0.1 mm with three significant
/// digits | 0.70, 0.00025 | | time in a clip | m:ss and hundredths, from an hour h:mm:ss | 0:05.25, 1:00:00.00 | |
/// duration | below a minute seconds with one decimal; then m:ss; from an hour h:mm:ss | 12.0 s, 1:05, 1:00:00 | | rate
/// | one decimal | 2.5 | | count | an integer with group separators | 180,000 | | bytes | SI units; one decimal from 1
/// MB | 640 kB, 15.9 GB | | percentage | no decimals, or one where it counts answers | 75 % |
namespace fleming::viewer {

/// The two numbers of a window, to put into a text.
struct WindowText {
    QString center, width;
};
WindowText windowText(const Window& window);

QString pixelValueText(double value);
QString positionText(double mm);  ///< without the unit
QString spacingText(double mm);   ///< without the unit
QString clipTimeText(double seconds);
QString durationText(double seconds);  ///< with the unit
QString rateText(double perSecond);    ///< without the unit
QString countText(std::int64_t count);
QString bytesText(std::int64_t bytes);               ///< with the unit
QString percentText(double fraction, int decimals);  ///< with the sign; `fraction` 1 is 100 %

}  // namespace fleming::viewer
