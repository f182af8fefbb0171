#include "app/studies/tag_reader.h"

#include "app/errors/error_text.h"
#include "app/pace.h"
#include "base/error.h"
#include "base/thread_pool.h"
#include "viewer/io/bytes/file_source.h"

#include <QSaveFile>

#include <atomic>
#include <utility>

namespace fleming::app {

namespace {

TagReader::Value valueIn(const std::filesystem::path& file, const viewer::ElementPlace& place) {
    TagReader::Value value{file, false, {}};
    try {
        const DicomElements elements = viewer::readDicomElements(viewer::FileSource(file));
        if (const std::optional<int> found = viewer::findPlace(elements, place)) {
            value.isPresent = true;
            value.value = QString::fromStdString(elements[static_cast<std::size_t>(*found)].value);
        }
    } catch (...) {
        // The list of skipped files says what is wrong with it.
    }
    return value;
}

}  // namespace

TagReader::TagReader(QObject* parent) : QObject(parent) {}
TagReader::~TagReader() = default;

void TagReader::cancel() {
    worker_.cancelAll();
}

void TagReader::read(const std::filesystem::path& first, const std::filesystem::path& second) {
    cancel();
    worker_.post([this, first, second](const std::stop_token& stop) {
        std::shared_ptr<const DicomElements> one, two;
        QString message;
        try {
            if (stop.stop_requested()) return;
            one = std::make_shared<const DicomElements>(viewer::readDicomElements(viewer::FileSource(first)));
            if (!second.empty())
                two = std::make_shared<const DicomElements>(viewer::readDicomElements(viewer::FileSource(second)));
        } catch (...) {
            message = QString::fromStdString(messageOf(std::current_exception()));
        }
        deliver(this, [this, stop, one, two, message] {
            if (stop.stop_requested()) return;
            message.isEmpty() ? Q_EMIT elementsRead(one, two) : Q_EMIT failed(message);
        });
    });
}

void TagReader::readOver(const std::vector<std::filesystem::path>& files, const viewer::ElementPlace& place) {
    cancel();
    worker_.post([this, files, place](const std::stop_token& stop) {
        const auto values = std::make_shared<std::vector<Value>>(files.size());
        std::atomic<int> done{0};
        Pace pace;
        const int total = static_cast<int>(files.size());
        const auto readOne = [&](std::size_t i) {
            (*values)[i] = valueIn(files[i], place);
            const int count = ++done;
            if (count != total && !pace.isDue()) return;
            deliver(this, [this, stop, count, total] {
                if (!stop.stop_requested()) Q_EMIT progressed(count, total);
            });
        };
        try {
            parallelFor(files.size(), stop, readOne);
        } catch (const Cancelled&) {
            return;
        }
        deliver(this, [this, stop, values] {
            if (!stop.stop_requested()) Q_EMIT valuesRead(values);
        });
    });
}

void TagReader::save(const QString& file, const QString& text) {
    saver_.post([this, file, text](const std::stop_token&) {
        QSaveFile out(file);
        const QByteArray bytes = text.toUtf8();
        const bool written = out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
        const QString message =
            written ? QString()
                    : QString::fromStdString(messageOf(std::make_exception_ptr(
                          Error("tags.cannot_be_saved", file.toStdString(), {out.errorString().toStdString()}))));
        deliver(this, [this, file, message] { message.isEmpty() ? Q_EMIT saved(file) : Q_EMIT failed(message); });
    });
}

}  // namespace fleming::app
