#include "app/failure.h"

#include "base/error.h"

#include <QCoreApplication>

#include <new>

namespace fleming::app {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Failure)
};

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

std::string messageOf(std::exception_ptr exception) {
    try {
        std::rethrow_exception(std::move(exception));
    } catch (const Error& error) {
        return error.what();
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
