#include "app/models/model_description.h"

#include <QCoreApplication>

namespace fleming::app {

namespace {

// A copy of the sentence in resources/demo_model/config.json, for lupdate.
[[maybe_unused]] constexpr const char* kDemoModel = QT_TRANSLATE_NOOP(
    "ModelDescription",
    "Demo model: it knows only the drawn sample studies; for real scans choose a Fleming-VL checkpoint.");

}  // namespace

QString shownDescription(const std::string& description) {
    if (description.empty()) return {};
    return QCoreApplication::translate("ModelDescription", description.c_str());
}

QString privacyText(const Capabilities& capabilities) {
    return capabilities.pixelsLeaveThisMachine
               ? QCoreApplication::translate("ModelDescription", "Images are sent to another machine.")
               : QCoreApplication::translate("ModelDescription", "Images do not leave this machine.");
}

}  // namespace fleming::app
