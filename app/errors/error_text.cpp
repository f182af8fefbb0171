#include "app/errors/error_text.h"

#include "app/errors/error_table.h"

#include <QCoreApplication>

#include <atomic>
#include <new>
#include <string_view>

namespace fleming::app {

namespace {

std::atomic<bool> sourcesAreHidden = false;

/// Returns an argument of a sentence, as far as it may be shown.
QString shownArgument(const std::string& argument) {
    const QString text = QString::fromStdString(argument);
    bool isNumber = false;
    if (sourcesAreHidden) text.toDouble(&isNumber);
    return !sourcesAreHidden || isNumber ? text : QStringLiteral("…");
}

const char* textOf(std::string_view code) {
    for (const auto& table : {baseErrors(), viewerErrors(), inferenceErrors(), appErrors(), commandLineErrors()}) {
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

/// A library's message can have a stack trace below its first line.
QString firstLine(const std::string& what) {
    return QString::fromStdString(what.substr(0, what.find('\n')));
}

/// Translates `text` and replaces %1, %2, ... by the arguments. Placeholders inside an argument are kept.
QString filledIn(const char* text, const std::vector<std::string>& arguments) {
    const QString words = QCoreApplication::translate("Errors", text);
    QString filled;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const qsizetype digit = i + 1 < words.size() && words[i] == u'%' ? words[i + 1].digitValue() : -1;
        if (digit >= 1 && static_cast<std::size_t>(digit) <= arguments.size()) {
            filled += shownArgument(arguments[static_cast<std::size_t>(digit) - 1]);
            ++i;
        } else {
            filled += words[i];
        }
    }
    return filled;
}

}  // namespace

void hideSources(bool hidden) {
    sourcesAreHidden = hidden;
}

QString reasonOf(const Error& error) {
    const char* text = textOf(error.code());
    if (text == nullptr) return QString::fromUtf8(error.what());
    const QString filled = filledIn(text, error.arguments());
    return error.cause() == nullptr ? filled : filled + QLatin1Char(' ') + reasonOf(*error.cause());
}

QString noteText(const viewer::Note& note) {
    const char* text = textOf(note.code);
    return text == nullptr ? QString::fromStdString(note.code) : filledIn(text, note.arguments);
}

QString messageOf(const Error& error) {
    if (error.source().empty() || sourcesAreHidden) return reasonOf(error);
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
        return QCoreApplication::translate("Failure", "This did not work because of an internal error: %1")
            .arg(firstLine(error.what()))
            .toStdString();
    } catch (...) {
        return QCoreApplication::translate("Failure", "This did not work because of an unknown internal error.")
            .toStdString();
    }
}

}  // namespace fleming::app
