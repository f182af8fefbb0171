#include "app/models/model_slot.h"

#include "app/errors/error_text.h"
#include "base/error.h"

#include <exception>
#include <utility>

namespace fleming::app {

ModelSlot::ModelSlot(ModelBackends backends, QObject* parent) : QObject(parent), backends_(std::move(backends)) {}
ModelSlot::~ModelSlot() = default;

void ModelSlot::inspect(const ModelRef& model) {
    const int serial = ++inspection_;
    inspector_.post([this, model, serial](const std::stop_token&) {
        const auto answer = [this, serial](auto emitSignal) {
            deliver(this, [this, serial, emitSignal] {
                if (serial == inspection_) emitSignal();
            });
        };
        try {
            answer([this, summary = inspectModel(backends_, model)] { Q_EMIT inspected(summary); });
        } catch (...) {
            answer([this, message = QString::fromStdString(messageOf(std::current_exception()))] {
                Q_EMIT refused(message);
            });
        }
    });
}

void ModelSlot::load(const ModelRef& model) {
    loader_.cancelAll();
    const int serial = ++serial_;
    loading_ = true;
    Q_EMIT changed();
    loader_.post([this, model, serial](const std::stop_token& stop) {
        try {
            loadNow(model, serial, stop);
        } catch (const Cancelled&) {
            deliver(this, [this, serial] { end(serial); });
        } catch (...) {
            const QString message = QString::fromStdString(messageOf(std::current_exception()));
            deliver(this, [this, serial, message] {
                end(serial);
                Q_EMIT failed(message);
            });
        }
    });
}

void ModelSlot::loadNow(const ModelRef& model, int serial, const std::stop_token& stop) {
    if (stop.stop_requested()) throw Cancelled();
    inspectModel(backends_, model);  // throws while the model before is still loaded
    if (loaded_) {
        loaded_->unload();
        loaded_.reset();
        deliver(this, [this] { onUnloaded(); });
    }
    const auto progress = [this, serial](double fraction) {
        deliver(this, [this, serial, fraction] {
            if (serial == serial_) Q_EMIT progressed(fraction);
        });
    };
    loaded_ = loadModel(backends_, model, stop, progress);
    deliver(this, [this, serial, loaded = loaded_] { onLoaded(loaded, serial); });
}

void ModelSlot::onUnloaded() {
    model_.reset();
    identity_.reset();
    Q_EMIT replaced();
    Q_EMIT changed();
}

void ModelSlot::onLoaded(const std::shared_ptr<Model>& model, int serial) {
    model_ = model;
    identity_ = model->identity();
    end(serial);
}

void ModelSlot::end(int serial) {
    if (serial == serial_) loading_ = false;
    Q_EMIT changed();
}

void ModelSlot::cancel() {
    if (loading_) loader_.cancelAll();
}

}  // namespace fleming::app
