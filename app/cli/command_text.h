#pragma once

#include <QCoreApplication>
#include <QString>

#include <string>

namespace fleming::app::cli {

/// The translation context of the command line.
struct CommandText {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

inline QString fromUtf8(const std::string& text) {
    return QString::fromStdString(text);
}

}  // namespace fleming::app::cli
