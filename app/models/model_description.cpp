#include "app/models/model_description.h"

#include <QCoreApplication>

namespace fleming::app {

namespace {

// As in resources/demo_model/config.json, so that it is among the words to translate.
[[maybe_unused]] constexpr const char* kDemoModel = QT_TRANSLATE_NOOP(
    "ModelDescription",
    "Demo model: it knows only the drawn sample studies; for real scans choose a Fleming-VL checkpoint.");

}  // namespace

QString shownDescription(const std::string& description) {
    if (description.empty()) return {};
    return QCoreApplication::translate("ModelDescription", description.c_str());
}

}  // namespace fleming::app
