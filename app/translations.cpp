#include "app/translations.h"

#include "app/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace fleming::app {

void installTranslations(QCoreApplication& application, const QLocale& locale) {
    const auto install = [&application](const QLocale& language, const QString& file, const QString& folder) {
        auto* words = new QTranslator(&application);
        if (words->load(language, file, QStringLiteral("_"), folder)) {
            QCoreApplication::installTranslator(words);
        } else {
            delete words;
        }
    };
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // The last one installed is asked first: English's plural forms serve where a language has no words of ours.
    install(QLocale(QLocale::English), QStringLiteral("fleming"), QStringLiteral(":/i18n"));
    install(locale, QStringLiteral("fleming"), QStringLiteral(":/i18n"));
}

void installTranslations(QCoreApplication& application) {
    const QString chosen = settings::language();
    const QLocale locale = chosen.isEmpty() ? QLocale::system() : QLocale(chosen);
    if (!chosen.isEmpty()) QLocale::setDefault(locale);
    installTranslations(application, locale);
}

}  // namespace fleming::app
