#pragma once

class QCoreApplication;
class QLocale;

namespace fleming::app {

/// Installs the translators of `locale` for as long as `application` lives: ours, which come inside every program that
/// uses app, and Qt's own (for its dialogs and buttons). English is always among them, for its plural forms. A language
/// without a translation stays English.
void installTranslations(QCoreApplication& application, const QLocale& locale);

/// The same for the language chosen in the settings, or else the system's; a chosen one becomes the default locale.
void installTranslations(QCoreApplication& application);

}  // namespace fleming::app
