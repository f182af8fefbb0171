#include "app/errors/error_text.h"

#include "app/errors/error_table.h"

#include <QCoreApplication>

#include <new>
#include <string_view>

namespace fleming::app {

namespace {

const char* textOf(std::string_view code) {
    for (const auto& table : {baseErrors(), viewerErrors(), inferenceErrors(), appErrors()}) {
        for (const ErrorText& entry : table) {
            if (code == entry.code) return entry.text;
        }
    }
    return nullptr;
}

std::string outOfMemory() {
    return QCoreApplication::translate("Failure",
                                       "There is not enough memory. Close other programs or series, use "
                                       "fewer images, or choose a smaller model.")
        .toStdString();
}

/// libtorch says it in its own ways, on the CPU and on CUDA.
bool speaksOfMemory(const std::string& what) {
    for (const char* phrase : {"not enough memory", "can't allocate memory", "out of memory"}) {
        if (what.find(phrase) != std::string::npos) return true;
    }
    return false;
}

/// A library's message can have a stack trace below its first line.
QString firstLine(const std::string& what) {
    return QString::fromStdString(what.substr(0, what.find('\n')));
}

}  // namespace

QString reasonOf(const Error& error) {
    const char* text = textOf(error.code());
    if (text == nullptr) return QString::fromUtf8(error.what());
    // One pass over the text: an argument that itself contains "%1" stays as it is.
    const QString words = QCoreApplication::translate("Errors", text);
    QString filled;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const qsizetype digit = i + 1 < words.size() && words[i] == u'%' ? words[i + 1].digitValue() : -1;
        if (digit >= 1 && static_cast<std::size_t>(digit) <= error.arguments().size()) {
            filled += QString::fromStdString(error.arguments()[static_cast<std::size_t>(digit) - 1]);
            ++i;
        } else {
            filled += words[i];
        }
    }
    return filled;
}

QString messageOf(const Error& error) {
    if (error.source().empty()) return reasonOf(error);
    return QCoreApplication::translate("Errors", "%1: %2", "a file and what is wrong with it")
        .arg(QString::fromStdString(error.source()), reasonOf(error));
}

std::string messageOf(std::exception_ptr exception) {
    try {
        std::rethrow_exception(std::move(exception));
    } catch (const Error& error) {
        return messageOf(error).toStdString();
    } catch (const std::bad_alloc&) {
        return outOfMemory();
    } catch (const std::exception& error) {
        if (speaksOfMemory(error.what())) return outOfMemory();
        return QCoreApplication::translate("Failure", "This did not work because of an internal error: %1")
            .arg(firstLine(error.what()))
            .toStdString();
    } catch (...) {
        return QCoreApplication::translate("Failure", "This did not work because of an unknown internal error.")
            .toStdString();
    }
}

}  // namespace fleming::app
