#include "app/cli/chosen_model.h"

#include "app/cli/text.h"
#include "app/models/default_model.h"
#include "app/models/model_description.h"
#include "base/error.h"

namespace fleming::app::cli {

std::filesystem::path chooseModel(const std::string& given) {
    if (const auto model = findDefaultModel(given)) return *model;
    throw Error(QCoreApplication::translate("CommandLine",
                                            "No model was found. Specify the folder of a Fleming-VL "
                                            "checkpoint with --model DIR or in the environment variable "
                                            "FLEMING_MODEL.")
                    .toStdString());
}

inference::ModelInfo inspectModel(const std::filesystem::path& folder, const inference::EngineOptions& options,
                                  Console& console) {
    inference::ModelInfo info = inference::inspectCheckpoint(folder, options);
    if (!info.description.empty()) say(console, shownDescription(info.description));
    return info;
}

}  // namespace fleming::app::cli
