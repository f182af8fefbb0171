#include "ui/style/theme.h"

#include <QApplication>
#include <QFont>
#include <QGuiApplication>
#include <QPalette>
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QStyleHints>
#include <QWidget>
#endif

#include "ui/style/outlined_style.h"
#include "ui/style/relative_font.h"

#include <cstddef>
#include <iterator>
#include <utility>

namespace fleming::ui {

namespace {

/// Returns the choice of the desktop. The first call must come before the palette is set.
bool systemIsDark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    static const bool dark = [] {
        const QPalette palette = QGuiApplication::palette();
        return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    }();
    return dark;
#endif
}

struct Colours {
    QRgb window, base, alternate, text, button, highlight, highlightedText, mid, dark, light, placeholder, disabled,
        link;
};

constexpr Colours kDark{0xff1f2328, 0xff171a1e, 0xff23282e, 0xffe4e7ea, 0xff2c3239, 0xff2f7fc6, 0xffffffff,
                        0xff3c434b, 0xff121418, 0xff454d56, 0xff98a0a9, 0xff6d757e, 0xff6fb4f0};
constexpr Colours kLight{0xfff1f3f5, 0xffffffff, 0xfff6f7f9, 0xff1c2228, 0xffe8ebee, 0xff1f6fb8, 0xffffffff,
                         0xffc3c9d0, 0xffa6adb5, 0xffffffff, 0xff66707a, 0xff9aa2ab, 0xff1560a8};

QPalette paletteOf(const Colours& c) {
    QPalette p;
    p.setColor(QPalette::Window, QColor(c.window));
    p.setColor(QPalette::WindowText, QColor(c.text));
    p.setColor(QPalette::Base, QColor(c.base));
    p.setColor(QPalette::AlternateBase, QColor(c.alternate));
    p.setColor(QPalette::Text, QColor(c.text));
    p.setColor(QPalette::Button, QColor(c.button));
    p.setColor(QPalette::ButtonText, QColor(c.text));
    p.setColor(QPalette::BrightText, QColor(0xffff5050));
    p.setColor(QPalette::Highlight, QColor(c.highlight));
    p.setColor(QPalette::HighlightedText, QColor(c.highlightedText));
    p.setColor(QPalette::Link, QColor(c.link));
    p.setColor(QPalette::LinkVisited, QColor(c.link));
    p.setColor(QPalette::ToolTipBase, QColor(c.alternate));
    p.setColor(QPalette::ToolTipText, QColor(c.text));
    p.setColor(QPalette::PlaceholderText, QColor(c.placeholder));
    p.setColor(QPalette::Light, QColor(c.light));
    p.setColor(QPalette::Midlight, QColor(c.button).lighter(110));
    p.setColor(QPalette::Mid, QColor(c.mid));
    p.setColor(QPalette::Dark, QColor(c.dark));
    p.setColor(QPalette::Shadow, QColor(0xff000000));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        p.setColor(QPalette::Disabled, role, QColor(c.disabled));
    }
    p.setColor(QPalette::Disabled, QPalette::Highlight, QColor(c.mid));
    return p;
}

QColor choose(QRgb dark, QRgb light) {
    return QColor(isDark() ? dark : light);
}

}  // namespace

void applyAppearance(const QString& name) {
    const bool dark = name == QLatin1String("dark") || (name != QLatin1String("light") && systemIsDark());
    QApplication::setStyle(new OutlinedStyle);
    QApplication::setPalette(paletteOf(dark ? kDark : kLight));
}

void applyFontSize(int points) {
    static const QFont systemFont = QApplication::font();
    QFont font = systemFont;
    if (points > 0) font.setPointSize(points);
    if (font == QApplication::font()) return;
    QApplication::setFont(font);
    refreshRelativeFonts();
}

bool isDark() {
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

QColor mutedText() {
    return choose(0xffa3abb4, 0xff59636d);
}
QColor cardBorder() {
    return choose(0xff363d45, 0xffd3d8dd);
}
QColor controlBorder() {
    return choose(0xff737d88, 0xff858d96);
}
QColor warningBackground() {
    return choose(0xff3a3016, 0xfffff3d1);
}
QColor warningText() {
    return choose(0xfff0d68a, 0xff5c4700);
}
void useWarningColours(QWidget* widget) {
    QPalette colours = widget->palette();
    // Setting a palette changes it, which calls this again.
    if (colours.color(QPalette::Window) == warningBackground()) return;
    colours.setColor(QPalette::Window, warningBackground());
    colours.setColor(QPalette::WindowText, warningText());
    widget->setPalette(colours);
}

QColor errorBackground() {
    return choose(0xff45201f, 0xfffbe2e0);
}
QColor errorText() {
    return choose(0xffffc9c4, 0xff7a1710);
}
QColor goodColor() {
    return choose(0xff58b97a, 0xff1e7d43);
}
QColor partlyColor() {
    return choose(0xffe0b04a, 0xff946200);
}
QColor badColor() {
    return choose(0xffef7f75, 0xffb3261e);
}
QColor removedBackground() {
    return choose(0xff5a2c2a, 0xffffd8d4);
}
QColor addedBackground() {
    return choose(0xff1f4a31, 0xffcbeed5);
}

QColor labelColor(int place) {
    // Each pair is for dark and for light palettes. The order suits the default taxonomy: green at "right and useful",
    // red at "unsafe".
    static constexpr std::pair<QRgb, QRgb> kColours[] = {
        {0xffe07bc8, 0xffa3248a}, {0xfff0964a, 0xffb35300}, {0xff6fb4f0, 0xff1560a8}, {0xff4fc4c0, 0xff0b7773},
        {0xffb295f0, 0xff6a3fc0}, {0xffd9c04a, 0xff7d6600}, {0xffc49a7a, 0xff7a4b2a}, {0xff58b97a, 0xff1e7d43},
        {0xffef6a60, 0xffb3261e}, {0xff9fb3c8, 0xff465a70},
    };
    const auto& [dark, light] = kColours[static_cast<std::size_t>(place) % std::size(kColours)];
    return choose(dark, light);
}

}  // namespace fleming::ui
