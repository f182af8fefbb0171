#include "app/translations.h"

#include "app/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace fleming::app {

std::vector<Language> languages() {
    return {
        {QStringLiteral("en"), QStringLiteral("English")},
        {QStringLiteral("de"), QStringLiteral("Deutsch")},
        {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
    };
}

void installTranslations(QCoreApplication& application, const QLocale& locale) {
    const auto install = [&application](const QLocale& language, const QString& file, const QString& folder) {
        auto* translator = new QTranslator(&application);
        if (translator->load(language, file, QStringLiteral("_"), folder)) {
            QCoreApplication::installTranslator(translator);
        } else {
            delete translator;
        }
    };
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // Qt asks the translator that was installed last first, so the English plural forms are a fallback.
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
