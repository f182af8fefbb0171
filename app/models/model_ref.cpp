#include "app/models/model_ref.h"

namespace fleming::app {

ModelRef modelNamed(const std::string& name, const inference::EngineOptions& options) {
    return LocalCheckpoint{name, options};
}

}  // namespace fleming::app
