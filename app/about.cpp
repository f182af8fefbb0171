#include "app/about.h"

#include <QCoreApplication>

namespace fleming::app {

std::string programVersion() {
    return "Fleming Viewer " FLEMING_VERSION;
}

std::string researchOnlyStatement() {
    return QCoreApplication::translate("Report", "For research use only. Not for diagnosis or any clinical decision.")
        .toStdString();
}

}  // namespace fleming::app
