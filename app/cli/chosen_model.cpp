#include "app/cli/chosen_model.h"

#include "app/cli/text.h"
#include "app/default_model.h"
#include "base/error.h"

namespace fleming::app::cli {

std::filesystem::path chooseModel(const std::string& given, Console& console) {
    const auto model = findDefaultModel(given);
    if (!model) {
        throw Error(
            Text::tr("No model was found. Give the folder of a Fleming-VL checkpoint with --model DIR or in the "
                     "environment variable FLEMING_MODEL.")
                .toStdString());
    }
    if (model->origin == ModelOrigin::random) {
        say(console, Text::tr("No model was given: the random one of the build is used (%1). Its words mean nothing.")
                         .arg(fromUtf8(model->folder.string())));
    }
    return model->folder;
}

}  // namespace fleming::app::cli
