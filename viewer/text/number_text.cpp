#include "viewer/text/number_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

namespace {

struct NumberWords {
    Q_DECLARE_TR_FUNCTIONS(Numbers)
};

QString fixed(double value, int decimals) {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const double half = 0.5 * std::pow(10.0, -decimals);
    return locale.toString(std::abs(value) < half ? 0.0 : value, 'f', decimals);  // no "-0"
}

/// "7" -> "07"
QString twoDigits(std::int64_t value) {
    return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
}

/// m:ss, or from an hour h:mm:ss.
QString clock(std::int64_t seconds) {
    const std::int64_t minutes = seconds / 60, hours = minutes / 60;
    const QString end = QLatin1Char(':') + twoDigits(seconds % 60);
    if (hours == 0) return QString::number(minutes) + end;
    return QString::number(hours) + QLatin1Char(':') + twoDigits(minutes % 60) + end;
}

}  // namespace

WindowText windowText(const Window& window) {
    constexpr int kMostDecimals = 9;
    int decimals = 0;
    for (double width = std::abs(window.width); width > 0.0 && width < 20.0 && decimals < kMostDecimals;
         width *= 10.0) {
        ++decimals;
    }
    return {fixed(window.center, decimals), fixed(window.width, decimals)};
}

QString pixelValueText(double value) {
    if (std::abs(value) < 1e9 && std::abs(value - std::round(value)) < 1e-6) return fixed(std::round(value), 0);
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'g', 4);
}

QString positionText(double mm) {
    return fixed(mm, 1);
}

QString spacingText(double mm) {
    const int decimals = mm > 0.0 && mm < 0.1 ? 2 - static_cast<int>(std::floor(std::log10(mm))) : 2;
    return fixed(mm, std::min(decimals, 12));
}

QString clipTimeText(double seconds) {
    const auto hundredths = static_cast<std::int64_t>(std::llround(std::max(0.0, seconds) * 100.0));
    return clock(hundredths / 100) + QLocale().decimalPoint() + twoDigits(hundredths % 100);
}

QString durationText(double seconds) {
    if (seconds < 59.95) return NumberWords::tr("%1 s").arg(fixed(seconds, 1));
    return clock(std::llround(seconds));
}

QString rateText(double perSecond) {
    return fixed(perSecond, 1);
}

QString countText(std::int64_t count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString bytesText(std::int64_t bytes) {
    return QLocale().formattedDataSize(bytes, bytes < 1000 * 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString percentText(double fraction, int decimals) {
    return NumberWords::tr("%1 %").arg(fixed(100.0 * fraction, decimals));
}

}  // namespace fleming::viewer
