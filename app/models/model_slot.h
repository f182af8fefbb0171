#pragma once

#include "app/models/model_backends.h"
#include "app/worker.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace fleming::app {

/// Holds the one model of the window: loads it in place of the one before, and reads what a model is before it is
/// loaded. Lives on the GUI thread; the work is done on threads of its own.
class ModelSlot : public QObject {
    Q_OBJECT

public:
    explicit ModelSlot(ModelBackends backends, QObject* parent = nullptr);
    ~ModelSlot() override;

    /// Reads what a model is, without loading it: inspected() or refused(). Only the latest call is answered.
    void inspect(const ModelRef& model);

    /// Loads a model. If it cannot be used, the loaded one and its conversations stay; else both end first (replaced())
    /// and make room for it.
    void load(const ModelRef& model);
    void cancel();
    bool isLoading() const { return loading_; }

    /// Returns what is known of the loaded model; nothing if there is none.
    const std::optional<ModelIdentity>& model() const { return identity_; }

    /// Returns the loaded model; null if there is none.
    const std::shared_ptr<Model>& handle() const { return model_; }

Q_SIGNALS:
    void inspected(fleming::app::ModelSummary summary);
    void refused(QString message);  ///< the model that was to be inspected cannot be used
    void progressed(double fraction);
    void changed();   ///< isLoading() or model()
    void replaced();  ///< the model was unloaded, and its conversations have ended; changed() follows
    void failed(QString message);

private:
    void loadNow(const ModelRef& model, int serial, const std::stop_token& stop);
    void onUnloaded();
    void onLoaded(const std::shared_ptr<Model>& model, int serial);
    void end(int serial);

    const ModelBackends backends_;
    std::shared_ptr<Model> model_;
    std::optional<ModelIdentity> identity_;
    bool loading_ = false;
    int serial_ = 0;      // of the latest load
    int inspection_ = 0;  // the latest one

    std::shared_ptr<Model> loaded_;  // on the loader's thread only
    Worker inspector_;
    Worker loader_;
};

}  // namespace fleming::app
