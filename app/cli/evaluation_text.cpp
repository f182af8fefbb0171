#include "app/cli/evaluation_text.h"

#include "app/cli/command_text.h"
#include "viewer/text/number_text.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace fleming::app::cli {

namespace {

using evaluation::Proportion;

constexpr int kColumn = 8;

QString row(const QString& name, qsizetype width, const Proportion& proportion) {
    const auto [low, high] = proportion.interval();
    return name.leftJustified(width) + QString::number(proportion.n).rightJustified(kColumn) +
           QString::number(proportion.right).rightJustified(kColumn) +
           percent(proportion.value()).rightJustified(kColumn + 2) + "  " +
           CommandText::tr("%1 to %2").arg(percent(low), percent(high));
}

QStringList table(const evaluation::Tally& tally) {
    const QString heading = CommandText::tr("kind"), all = CommandText::tr("all");
    qsizetype width = std::max(heading.size(), all.size());
    for (const auto& [kind, proportion] : tally.kinds)
        width = std::max(width, fromUtf8(kind).size());
    QStringList lines{heading.leftJustified(width) + CommandText::tr("asked").rightJustified(kColumn) +
                      CommandText::tr("correct").rightJustified(kColumn) +
                      CommandText::tr("accuracy").rightJustified(kColumn + 2) + "  " +
                      CommandText::tr("95 % interval")};
    for (const auto& [kind, proportion] : tally.kinds)
        lines << row(fromUtf8(kind), width, proportion);
    return lines << row(all, width, tally.all);
}

QStringList remarks(const evaluation::Tally& tally) {
    QStringList lines;
    if (tally.cites) {
        lines << CommandText::tr("Reasoning that cites the correct images: %1 of %2 (%3).")
                     .arg(tally.cites->right)
                     .arg(tally.cites->n)
                     .arg(percent(tally.cites->value()));
    }
    lines << CommandText::tr("Answers without an <answer> tag: %1.").arg(tally.untagged);
    if (tally.failed > 0)
        lines << CommandText::tr("Questions that could not be asked (counted as wrong): %1.").arg(tally.failed);
    return lines;
}

QString oneLine(const std::string& text) {
    return fromUtf8(text).simplified();
}

QString toText(const evaluation::Wrong& wrong) {
    const evaluation::Item& item = *wrong.item;
    const evaluation::Response& response = *wrong.response;
    const QString got = response.failure.empty() ? CommandText::tr("got: %1").arg(oneLine(response.answer))
                                                 : CommandText::tr("not asked: %1").arg(oneLine(response.failure));
    return CommandText::tr("line %1, %2: %3\n    expected: %4\n    %5")
        .arg(QString::number(item.line), oneLine(item.kind), oneLine(item.question), oneLine(item.answers.front()),
             got);
}

QJsonObject toJson(const Proportion& proportion) {
    const auto [low, high] = proportion.interval();
    return {{"n", proportion.n}, {"accuracy", proportion.value()}, {"low", low}, {"high", high}};
}

QJsonObject toJson(const evaluation::Wrong& wrong) {
    QJsonObject json{{"line", wrong.item->line},
                     {"kind", fromUtf8(wrong.item->kind)},
                     {"question", fromUtf8(wrong.item->question)},
                     {"expected", fromUtf8(wrong.item->answers.front())},
                     {"got", fromUtf8(wrong.response->answer)}};
    if (!wrong.response->failure.empty()) json["failure"] = fromUtf8(wrong.response->failure);
    return json;
}

}  // namespace

QString percent(double fraction) {
    return viewer::percentText(fraction, 1);
}

QString duration(double seconds) {
    const int minutes = static_cast<int>(std::min(std::round(seconds / 60.0), 1e6));
    if (seconds < 90.0) return CommandText::tr("%1 s").arg(QString::number(std::ceil(seconds), 'f', 0));
    if (minutes < 60) return CommandText::tr("about %1 min").arg(minutes);
    return CommandText::tr("about %1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString toText(const evaluation::Tally& tally) {
    QStringList lines = table(tally) + QStringList{QString()} + remarks(tally);
    if (!tally.wrong.empty()) lines << QString() << CommandText::tr("Wrong: %1.").arg(tally.wrong.size());
    for (const evaluation::Wrong& wrong : tally.wrong)
        lines << toText(wrong);
    return lines.join('\n') + '\n';
}

QJsonObject toJson(const evaluation::Tally& tally) {
    QJsonObject json = toJson(tally.all), kinds;
    for (const auto& [kind, proportion] : tally.kinds)
        kinds[fromUtf8(kind)] = toJson(proportion);
    QJsonArray wrong;
    for (const evaluation::Wrong& one : tally.wrong)
        wrong.append(toJson(one));
    json["kinds"] = kinds;
    json["wrong"] = wrong;
    json["without_answer"] = tally.untagged;
    json["failed"] = tally.failed;
    if (tally.cites) json["cites"] = toJson(*tally.cites);
    return json;
}

}  // namespace fleming::app::cli
