#include "app/studies/open_files.h"

#include "app/errors/error_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace fleming::app {

namespace {

/// Returns one line for each of the first three errors, and a line with the number of the others.
std::string firstReasons(const std::vector<Error>& skipped) {
    constexpr std::size_t kShown = 3;
    QStringList lines;
    for (std::size_t n = 0; n < std::min(kShown, skipped.size()); ++n)
        lines << messageOf(skipped[n]);
    if (skipped.size() > kShown)
        lines << QCoreApplication::translate("Errors", "And %1 more files.").arg(skipped.size() - kShown);
    return lines.join(QLatin1Char('\n')).toStdString();
}

}  // namespace

viewer::OpenResult openFiles(const std::vector<std::filesystem::path>& paths, const viewer::OpenProgress& progress,
                             std::stop_token stop) {
    if (paths.empty()) throw Error("open.nothing_chosen");
    viewer::OpenResult opened = viewer::open(paths, progress, std::move(stop));
    if (!opened.series.empty()) return opened;
    if (opened.skipped.empty()) throw Error("open.empty_folder");
    if (opened.skipped.size() == 1) throw Error(opened.skipped.front());  // names the file
    throw Error("open.none_opened", {}, {firstReasons(opened.skipped)});
}

}  // namespace fleming::app
