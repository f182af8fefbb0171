#pragma once

#include "app/worker.h"
#include "viewer/data/series.h"
#include "viewer/io/dicom/dicom_tags.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <vector>

namespace fleming::app {

using DicomElements = std::vector<viewer::DicomElement>;

/// Reads the elements of DICOM files on a worker. Signals are emitted on the thread of this object; a call cancels what
/// an earlier call is still reading.
class TagReader : public QObject {
    Q_OBJECT

public:
    explicit TagReader(QObject* parent = nullptr);
    ~TagReader() override;  // cancels, and joins the worker

    /// The value of one element in one file of a series.
    struct Value {
        std::filesystem::path file;
        bool isPresent = false;
        QString value;
    };

    /// Reads one or two files: elementsRead() or failed() follows.
    void read(const std::filesystem::path& first, const std::filesystem::path& second = {});

    /// Reads the element at `place` in each of the files: progressed(), then valuesRead() in the order of the files.
    /// Files that cannot be read do not have it.
    void readOver(const std::vector<std::filesystem::path>& files, const viewer::ElementPlace& place);

    /// Cancels what is being read. It emits no further signals.
    void cancel();

    /// Writes text to a file: saved() or failed() follows.
    void save(const QString& file, const QString& text);

Q_SIGNALS:
    /// `second` is null if one file was read.
    void elementsRead(std::shared_ptr<const fleming::app::DicomElements> first,
                      std::shared_ptr<const fleming::app::DicomElements> second);
    void progressed(int done, int total);
    void valuesRead(std::shared_ptr<const std::vector<fleming::app::TagReader::Value>> values);
    void saved(QString file);
    /// `message` is for the user.
    void failed(QString message);

private:
    Worker worker_;
    Worker saver_{Worker::AtEnd::finish};
};

}  // namespace fleming::app
