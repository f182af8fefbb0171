#include "app/about.h"

#include <QCoreApplication>

namespace fleming::app {

std::string programVersion() {
    return "Fleming Viewer " FLEMING_VERSION;
}

const char* const kResearchOnlyStatement =
    QT_TRANSLATE_NOOP("Report", "For research use only. Not for diagnosis or any clinical decision.");

std::string researchOnlyStatement() {
    return QCoreApplication::translate("Report", kResearchOnlyStatement).toStdString();
}

}  // namespace fleming::app
