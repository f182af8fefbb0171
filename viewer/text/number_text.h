#pragma once

#include "viewer/data/window.h"

#include <QString>

#include <cstdint>

/// Formats numbers for display: in the window, over images, in captions, in reports and on the command line. Each kind
/// of number has one rule. All use the decimal point and the minus sign of the user's locale. JSON, and numbers in the
/// notation of the command line's options (seconds, indices), are formatted elsewhere.
namespace fleming::viewer {

/// The two numbers of a window, to be put into a text.
struct WindowText {
    QString center, width;
};

/// Formats window centre and width with as many decimals as the width needs: none from 20, one below, two below 2, and
/// so on; without group separators. Examples: 40 and 400, 0.85 and 1.70.
WindowText windowText(const Window& window);

/// Formats a pixel value: integers exactly, other values with four significant digits. Examples: -1024, 0.1235.
QString pixelValueText(double value);

/// Formats a position or a length in mm with one decimal, without the unit. Example: 134.5.
QString positionText(double mm);

/// Formats a pixel spacing in mm with two decimals, below 0.1 mm with three significant digits; without the unit.
/// Examples: 0.70, 0.00025.
QString spacingText(double mm);

/// Formats a time in a clip as m:ss and hundredths, from an hour as h:mm:ss. Examples: 0:05.25, 1:00:00.00.
QString clipTimeText(double seconds);

/// Formats a duration with its unit: below a minute as seconds with one decimal, then as m:ss, from an hour as h:mm:ss.
/// Examples: 12.0 s, 1:05, 1:00:00.
QString durationText(double seconds);

/// Formats a rate with one decimal, without the unit. Example: 2.5.
QString rateText(double perSecond);

/// Formats an integer with group separators. Example: 180,000.
QString countText(std::int64_t count);

/// Formats a number of bytes in SI units, with one decimal from 1 MB. Examples: 640 kB, 15.9 GB.
QString bytesText(std::int64_t bytes);

/// Formats a fraction (1 is 100 %) as a percentage with its sign. Example: 75 %.
QString percentText(double fraction, int decimals);

}  // namespace fleming::viewer
