#pragma once

#include "app/export/report.h"
#include "app/session/session.h"
#include "app/worker.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace fleming::app {

/// The session as the window uses it: one thread owns the file, and what was stored comes back as a signal on the
/// thread of this object. So nothing is shown before it is stored, and neither the window nor the model waits for the
/// disk. All that was given is stored before the destructor returns.
class SessionStore : public QObject {
    Q_OBJECT

public:
    explicit SessionStore(QObject* parent = nullptr);
    ~SessionStore() override;

    void open(const QString& file);  ///< -> opened, openFailed
    /// Looks whether the file is there and no running program writes it: -> found, or nothing.
    void lookFor(const QString& file);
    void leave();  ///< the next question makes a new file

    /// Stores the question; conversation 0 is a new one. Without a session, makes a file where the program keeps them.
    void begin(std::int64_t conversation, Question question, ModelIdentity model);  ///< -> madeFile, began, beginFailed

    // From any thread.
    void append(std::int64_t exchange, inference::Token token);    ///< -> appended
    void finish(std::int64_t exchange, inference::Answer answer);  ///< -> finished
    void fail(std::int64_t exchange, std::string message);         ///< -> exchangeFailed

    void review(std::int64_t exchange, const Review& review);  ///< -> reviewed, reviewFailed
    /// Reports what is in the file once all that was given is stored. `unstored` stands in for exchanges that the file
    /// has incomplete, for want of room on the disk. -> reportWritten, failed
    void exportReport(const QString& sessionFile, const QString& pdf, std::vector<Exchange> unstored,
                      const ReportOptions& options);

Q_SIGNALS:
    void opened(QString file, std::shared_ptr<std::vector<fleming::app::Exchange>> exchanges, QString readOnlyReason);
    void openFailed(QString message);
    void found(QString file);
    void madeFile(QString file);
    void began(std::shared_ptr<fleming::app::Exchange> exchange, std::shared_ptr<fleming::app::Question> question);
    void beginFailed(QString message);
    void appended(qint64 exchange, std::shared_ptr<std::vector<fleming::inference::Token>> tokens);
    void finished(qint64 exchange, std::shared_ptr<fleming::inference::Answer> answer);
    void exchangeFailed(qint64 exchange, QString message);
    void storingFailed(qint64 exchange, QString message);  ///< nothing more of this exchange is stored
    void reviewed(qint64 exchange, fleming::app::Review review);
    void reviewFailed(qint64 exchange, fleming::app::Review review, QString message);
    void reportWritten(QString pdf);
    void failed(QString message);

private:
    void makeFile();
    void settle();
    void flush(std::int64_t exchange);
    template <typename Store>
    void storeOrGiveUp(std::int64_t exchange, Store&& store);

    std::mutex mutex_;
    std::map<std::int64_t, std::vector<inference::Token>> pending_;  // tokens on their way to the file, by exchange

    // On the worker's thread alone.
    std::unique_ptr<Session> session_;
    std::int64_t givenUp_ = 0;                       // nothing more of it is stored
    std::map<std::int64_t, std::string> unsettled_;  // given up, and the file does not say so yet

    Worker reports_{Worker::AtEnd::finish};
    Worker worker_{Worker::AtEnd::finish};
};

}  // namespace fleming::app
