#include "app/replay/replay_text.h"

#include "app/errors/error_text.h"
#include "app/export/captions.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace fleming::app {

namespace {

struct Replay {
    Q_DECLARE_TR_FUNCTIONS(Replay)
};

/// Returns a token as a quoted text with its log-probability.
QString tokenText(const std::optional<inference::Token>& token) {
    if (!token) return Replay::tr("the end of the answer");
    QString text = Replay::tr("\"%1\" (token %2)").arg(QString::fromStdString(token->text)).arg(token->id);
    if (std::isnan(token->logProbability)) return text;
    // Nine digits tell any two float values apart.
    const auto number = QString::number(static_cast<double>(token->logProbability), 'g', 9);
    return Replay::tr("%1 with log-probability %2").arg(text, number);
}

QString differenceText(const TokenDifference& difference) {
    return Replay::tr("The first difference is token %1 of the answer: stored is %2, and the replay gave %3.")
        .arg(difference.position + 1)
        .arg(tokenText(difference.stored), tokenText(difference.replayed));
}

QString valueOf(Condition condition, const std::string& value) {
    constexpr int kShownDigits = 12;
    if (value.empty()) return Replay::tr("unknown");
    const QString text = QString::fromStdString(value);
    return condition == Condition::model ? text.left(kShownDigits) : text;
}

QString conditionsText(const std::vector<ConditionDifference>& conditions) {
    QStringList parts;
    for (const ConditionDifference& one : conditions) {
        parts << Replay::tr("%1: %2, now %3")
                     .arg(nameOf(one.condition), valueOf(one.condition, one.stored), valueOf(one.condition, one.now));
    }
    return Replay::tr("The conditions are not those of the stored answer (%1), so other tokens are possible.")
        .arg(parts.join(QStringLiteral("; ")));
}

QString resultText(const ExchangeReplay& replay) {
    const ReplayRecord& record = replay.record;
    if (record.identical) return Replay::tr("Identical: all %n token(s) are the same.", nullptr, int(record.tokens));
    if (!replay.difference && replay.promptDiffersAt)
        return Replay::tr("All %n token(s) are the same.", nullptr, int(record.tokens));
    const QString same =
        Replay::tr("Not identical: the first %1 of %n token(s) are the same.", nullptr, static_cast<int>(record.tokens))
            .arg(record.same);
    return replay.sameAnswer ? Replay::tr("%1 The final answers agree.").arg(same) : same;
}

}  // namespace

QString nameOf(Condition condition) {
    switch (condition) {
        case Condition::model:
            return Replay::tr("model");
        case Condition::type:
            return Replay::tr("type");
        case Condition::device:
            return Replay::tr("device");
        case Condition::processor:
            return Replay::tr("processor");
        case Condition::kernels:
            return Replay::tr("kernels");
        case Condition::libraries:
            return Replay::tr("libraries");
        case Condition::threads:
            return Replay::tr("threads");
    }
    return {};
}

QString replayText(const ExchangeReplay& replay) {
    if (replay.fault) return Replay::tr("Not replayed. %1").arg(reasonOf(*replay.fault));
    QStringList sentences{resultText(replay)};
    if (replay.promptDiffersAt) {
        sentences << Replay::tr(
                         "The question as it is stored makes another prompt than the model has read, from token "
                         "%1 on.")
                         .arg(*replay.promptDiffersAt + 1);
    }
    if (replay.difference) sentences << differenceText(*replay.difference);
    if (!replay.conditions.empty()) {
        sentences << conditionsText(replay.conditions);
    } else if (!replay.runIsKnown && !replay.record.identical) {
        sentences << Replay::tr("The session does not say how the answer was computed, so other tokens are possible.");
    }
    return sentences.join(QLatin1Char(' '));
}

QString replayMark(const std::vector<ReplayRecord>& replays) {
    if (replays.empty()) return {};
    const ReplayRecord& last = replays.back();
    const QString when = localTime(last.timeMs);
    if (last.identical) return Replay::tr("Replayed identically at %1").arg(when);
    return Replay::tr("Replayed at %1: the first %2 of %3 tokens are the same")
        .arg(when)
        .arg(last.same)
        .arg(last.tokens);
}

}  // namespace fleming::app
