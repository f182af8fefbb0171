#include "app/models/model_slot.h"

#include "app/errors/error_text.h"
#include "base/error.h"

namespace fleming::app {

ModelSlot::ModelSlot(Answerer& answerer, QObject* parent) : QObject(parent), answerer_(answerer) {}
ModelSlot::~ModelSlot() = default;

void ModelSlot::inspect(const QString& folder, const inference::EngineOptions& options) {
    worker_.post([this, folder, options](std::stop_token) {
        try {
            const inference::ModelInfo info = inference::inspectCheckpoint(folder.toStdString(), options);
            deliver(this, [this, folder, info] { Q_EMIT inspected(folder, info); });
        } catch (...) {
            const QString message = QString::fromStdString(messageOf(std::current_exception()));
            deliver(this, [this, folder, message] { Q_EMIT refused(folder, message); });
        }
    });
}

void ModelSlot::load(const QString& folder, const inference::EngineOptions& options) {
    answerer_.stop();
    const int serial = ++serial_;
    loading_ = true;
    Q_EMIT changed();
    LoadCallbacks callbacks;
    callbacks.onProgress = [this, serial](double fraction) {
        deliver(this, [this, serial, fraction] {
            if (serial == serial_) Q_EMIT progressed(fraction);
        });
    };
    callbacks.onUnloaded = [this] {
        deliver(this, [this] {
            const bool had = model_.has_value();
            model_.reset();
            if (had) Q_EMIT replaced();
        });
    };
    callbacks.onLoaded = [this, serial](const ModelIdentity& model) {
        deliver(this, [this, serial, model] {
            model_ = model;
            end(serial);
        });
    };
    callbacks.onFailed = [this, serial](const std::string& message) {
        deliver(this, [this, serial, message] {
            end(serial);
            if (message != Cancelled().what()) Q_EMIT failed(QString::fromStdString(message));
        });
    };
    answerer_.load(folder.toStdString(), options, std::move(callbacks));
}

void ModelSlot::end(int serial) {
    if (serial == serial_) loading_ = false;
    Q_EMIT changed();
}

void ModelSlot::cancel() {
    if (loading_) answerer_.stop();
}

}  // namespace fleming::app
