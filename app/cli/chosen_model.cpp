#include "app/cli/chosen_model.h"

#include "app/cli/command_text.h"
#include "app/models/default_model.h"
#include "app/models/model_description.h"
#include "base/error.h"

namespace fleming::app::cli {

ModelRef chooseModel(const std::string& given, const inference::EngineOptions& options) {
    if (const auto name = findDefaultModel(given)) return modelNamed(*name, options);
    throw Error("model.none_found");
}

const std::filesystem::path& checkpointFolder(const ModelRef& model) {
    return std::get<LocalCheckpoint>(model).folder;
}

ModelSummary inspectModel(const ModelRef& model, Console& console) {
    ModelSummary summary = app::inspectModel(console.models, model);
    if (!summary.info.description.empty()) say(console, shownDescription(summary.info.description));
    return summary;
}

std::shared_ptr<Model> loadModel(const ModelRef& model, Console& console) {
    ProgressLine progress(console, CommandText::tr("Loading the model"));
    return app::loadModel(console.models, model, console.stop, [&](double fraction) { progress.show(fraction); });
}

}  // namespace fleming::app::cli
