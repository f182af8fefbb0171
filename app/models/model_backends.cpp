#include "app/models/model_backends.h"

#include "app/models/local_model.h"

#include <type_traits>
#include <utility>
#include <variant>

namespace fleming::app {

namespace {

/// Calls `use(backend, ref)` with the backend for the alternative that `model` holds.
template <typename Use>
auto withBackend(const ModelBackends& backends, const ModelRef& model, const Use& use) {
    return std::visit(
        [&](const auto& ref) { return use(std::get<ModelBackend<std::decay_t<decltype(ref)>>>(backends), ref); },
        model);
}

}  // namespace

const ModelBackends& modelBackends() {
    static const ModelBackends backends{localBackend()};
    return backends;
}

ModelSummary inspectModel(const ModelBackends& backends, const ModelRef& model) {
    return withBackend(backends, model, [](const auto& backend, const auto& ref) { return backend.inspect(ref); });
}

std::string modelChecksum(const ModelBackends& backends, const ModelRef& model, std::stop_token stop,
                          const inference::ProgressCallback& progress) {
    return withBackend(backends, model, [&](const auto& backend, const auto& ref) {
        return backend.checksum(ref, std::move(stop), progress);
    });
}

std::shared_ptr<Model> loadModel(const ModelBackends& backends, const ModelRef& model, std::stop_token stop,
                                 const inference::ProgressCallback& progress) {
    return withBackend(backends, model, [&](const auto& backend, const auto& ref) {
        return backend.load(ref, std::move(stop), progress);
    });
}

}  // namespace fleming::app
