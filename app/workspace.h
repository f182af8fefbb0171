#pragma once

#include <memory>
#include <optional>

#include <QImage>
#include <QObject>
#include <QString>
#include <QStringList>

#include "app/answerer.h"
#include "app/evidence.h"
#include "app/session/session.h"
#include "viewer/data/study.h"

namespace fleming::app {

/// The application's state, in one place: what is open, what is picked, the model, the session. Lives on the GUI thread;
/// every slow thing runs on a worker and comes back as a signal on the GUI thread. ui shows it and holds no state of its own.
class Workspace : public QObject {
    Q_OBJECT

public:
    /// `answerer` may be a test's own; by default the local one.
    explicit Workspace(std::unique_ptr<Answerer> answerer = {}, QObject* parent = nullptr);
    ~Workspace() override;  // stops and joins all work

    // --- studies ---------------------------------------------------------------------------------------------------
    struct OpenSeries {
        int id = 0;  ///< stable while open
        viewer::Series series;
        QImage thumbnail;                              ///< null until it has come
        std::shared_ptr<const viewer::Volume> volume;  ///< volume, picture: allocated once chosen; slices become ready
        std::shared_ptr<const viewer::Clip> clip;      ///< clip: once chosen and opened
        QString error;                                 ///< why its pixels could not be read
    };
    void open(const QStringList& paths);  ///< adds to what is open
    void cancelOpen();
    bool isOpening() const;
    const std::vector<OpenSeries>& series() const;
    const OpenSeries* find(int id) const;
    const std::vector<viewer::Skipped>& skipped() const;
    void choose(int id);           ///< shows this series: its pixels start to load, the current slice first
    int chosen() const;            ///< -1: none
    void closeAll();

    // --- evidence --------------------------------------------------------------------------------------------------
    const std::vector<viewer::Frame>& evidence() const;  ///< Image-1 first
    int evidenceSeries(int index) const;                 ///< the OpenSeries id a piece of evidence came from, or -1
    void addEvidence(int seriesId, const Selection& selection);
    void removeEvidence(int index);
    void moveEvidence(int from, int to);
    void clearEvidence();

    // --- model -----------------------------------------------------------------------------------------------------
    void loadModel(const QString& folder, const inference::EngineOptions& options = {});
    bool isLoadingModel() const;
    const std::optional<ModelIdentity>& model() const;

    // --- asking ----------------------------------------------------------------------------------------------------
    /// Asks about the evidence; a follow-up sends only evidence that the conversation has not seen yet.
    /// Refused (false, with a failed() signal) without a model, without text, or while an answer streams.
    bool ask(const QString& text);
    void stopAnswer();
    bool isAnswering() const;
    void newConversation();
    void setGenerationOptions(const inference::GenerationOptions& options);
    const inference::GenerationOptions& generationOptions() const;
    void setSystemText(const QString& text);
    void setReasoningPrompt(bool on);

    // --- session and report ----------------------------------------------------------------------------------------
    void openSession(const QString& file);
    QString sessionFile() const;
    const std::vector<Exchange>& exchanges() const;  ///< of the session, oldest first; the last one may be streaming
    void review(qint64 exchange, Verdict verdict, const QString& comment, const QString& reviewer);
    void exportReport(const QString& pdf);

Q_SIGNALS:
    void seriesChanged();                        ///< series were added or removed
    void thumbnailReady(int seriesId);
    void pixelsChanged(int seriesId);            ///< more slices are ready, or the clip is open, or `error` is set
    void chosenChanged(int seriesId);
    void openProgress(int done, int found);
    void openFinished();
    void loadProgress(int seriesId, int ready, int total);
    void evidenceChanged();
    void modelProgress(double fraction);
    void modelChanged();                         ///< loaded, or none
    void exchangeBegan(qint64 exchange);
    void tokenArrived(qint64 exchange, QString text, fleming::inference::Channel channel);
    void exchangeFinished(qint64 exchange);      ///< done, cancelled or failed: look at it
    void exchangesChanged();                     ///< session opened, review added
    void reportWritten(QString pdf);
    void failed(QString message);                ///< one clear message for the user

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::app
