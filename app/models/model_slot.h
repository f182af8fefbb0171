#pragma once

#include "app/models/answerer.h"
#include "app/worker.h"

#include <QObject>
#include <QString>

#include <optional>

namespace fleming::app {

/// The place of the one model: what is loaded, what is being loaded, and what a folder holds before it is loaded.
class ModelSlot : public QObject {
    Q_OBJECT

public:
    /// `answerer` outlives every call, and ends before this object does.
    explicit ModelSlot(Answerer& answerer, QObject* parent = nullptr);
    ~ModelSlot() override;

    void inspect(const QString& folder, const inference::EngineOptions& options);
    void load(const QString& folder, const inference::EngineOptions& options);
    void cancel();
    bool isLoading() const { return loading_; }
    const std::optional<ModelIdentity>& model() const { return model_; }

Q_SIGNALS:
    void inspected(QString folder, fleming::inference::ModelInfo info);
    void refused(QString folder, QString message);
    void progressed(double fraction);
    void changed();
    void replaced();  ///< the model before is gone, and its conversation with it
    void failed(QString message);

private:
    void end(int serial);

    Answerer& answerer_;
    std::optional<ModelIdentity> model_;
    bool loading_ = false;
    int serial_ = 0;  // of the latest load: callbacks of those before it say nothing any more
    Worker worker_;
};

}  // namespace fleming::app
