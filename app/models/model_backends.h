#pragma once

#include "app/models/model.h"
#include "app/models/model_ref.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <tuple>
#include <variant>

namespace fleming::app {

/// What runs models of one kind. `Ref` is the alternative of ModelRef that names them. All functions block and may be
/// called from any thread.
template <typename Ref>
struct ModelBackend {
    /// Returns what is known of a model without loading it. Throws Error if it cannot be used.
    std::function<ModelSummary(const Ref&)> inspect;

    /// Returns what identifies the model's weights, ModelIdentity::sha256. Throws Error or Cancelled.
    std::function<std::string(const Ref&, std::stop_token, const inference::ProgressCallback&)> checksum;

    /// Loads a model. Throws Error or Cancelled.
    std::function<std::shared_ptr<Model>(const Ref&, std::stop_token, const inference::ProgressCallback&)> load;
};

/// The registry: one backend for each alternative of ModelRef.
template <typename Variant>
struct BackendsFor;
template <typename... Refs>
struct BackendsFor<std::variant<Refs...>> {
    using Type = std::tuple<ModelBackend<Refs>...>;
};
using ModelBackends = BackendsFor<ModelRef>::Type;

/// Returns the backends of the programs. Tests pass others to the Workspace or to the command line.
const ModelBackends& modelBackends();

// Each calls the function of that name of the backend for `model`.
ModelSummary inspectModel(const ModelBackends& backends, const ModelRef& model);
std::string modelChecksum(const ModelBackends& backends, const ModelRef& model, std::stop_token stop = {},
                          const inference::ProgressCallback& progress = {});
std::shared_ptr<Model> loadModel(const ModelBackends& backends, const ModelRef& model, std::stop_token stop = {},
                                 const inference::ProgressCallback& progress = {});

}  // namespace fleming::app
