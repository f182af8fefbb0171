#pragma once

#include <QString>

#include <vector>

class QCoreApplication;
class QLocale;

namespace fleming::app {

/// A language of the user interface.
struct Language {
    QString code;  ///< as in the name of the .ts file, for example "zh_CN"
    QString name;  ///< in the language itself
};

/// Returns the languages of the user interface, English first.
std::vector<Language> languages();

/// Installs the program's translations for `locale`, and Qt's for its dialogs and buttons. `application` owns the
/// translators. The English plural forms are always installed. A text without a translation is shown in English.
void installTranslations(QCoreApplication& application, const QLocale& locale);

/// Installs the translations for settings::language(), which becomes the default locale, or for the system's language
/// if the setting is empty.
void installTranslations(QCoreApplication& application);

}  // namespace fleming::app
