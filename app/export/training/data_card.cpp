#include "app/export/training/data_card.h"

#include "app/about.h"
#include "app/export/captions.h"

#include <set>
#include <tuple>

namespace fleming::app {

namespace {

/// Returns a text for a cell of a table: one line, without the characters that have a meaning in Markdown.
std::string cell(const std::string& text) {
    std::string result;
    for (const char c : text) {
        const bool isControl = static_cast<unsigned char>(c) < 0x20;
        if (c == '|' || c == '\\' || c == '`' || c == '<' || c == '*' || c == '_' || c == '[') result += '\\';
        result += isControl ? ' ' : c;
    }
    return result.empty() ? "-" : result;
}

std::string leftOutTable(const char* file, const std::map<std::string, int>& reasons) {
    std::string text;
    for (const auto& [reason, count] : reasons)
        text += "| " + std::string(file) + " | " + cell(reason) + " | " + std::to_string(count) + " |\n";
    return text;
}

std::string contents(const TrainingItems& items, const TrainingFiles& files) {
    std::size_t turns = 0;
    for (const TrainingConversation& conversation : items.conversations)
        turns += conversation.size();
    std::map<double, int> rewards{{0.0, 0}, {0.5, 0}, {1.0, 0}};
    for (const RewardedAnswer& rewarded : items.rewarded)
        ++rewards[rewarded.reward];
    return "| file | contents | SHA-256 |\n| --- | --- | --- |\n| `sft.jsonl` | " +
           std::to_string(items.conversations.size()) + " conversations with " + std::to_string(turns) + " answers | " +
           files.sftSha256 + " |\n| `grpo.jsonl` | " + std::to_string(items.rewarded.size()) +
           " answers: " + std::to_string(rewards[1.0]) + " with reward 1, " + std::to_string(rewards[0.5]) +
           " with 0.5, " + std::to_string(rewards[0.0]) + " with 0 | " + files.grpoSha256 + " |\n| `images/` | " +
           std::to_string(files.images) +
           " PNG files | the name of a file is the SHA-256 of its RGB bytes |\n| `sft.meta.json` | the entry for "
           "InternVL's list of data sets; set `root` to this folder | |\n";
}

/// Returns the models, taxonomies and reviewers of the reviewed exchanges.
std::string sources(const SessionSnapshot& session) {
    std::set<std::tuple<std::string, std::string, std::string>> models;
    std::set<std::pair<std::string, std::string>> taxonomies;
    std::set<std::string> reviewers;
    for (const Exchange& exchange : session.exchanges) {
        for (const Review* review : currentReviews(exchange.reviews)) {
            models.emplace(exchange.modelName, exchange.modelSha256, exchange.dtype);
            if (!review->spans.empty()) taxonomies.emplace(review->taxonomy.name, review->taxonomy.version);
            reviewers.insert(reviewerText(*review).toStdString());
        }
    }
    std::string text = "| what | name | version |\n| --- | --- | --- |\n";
    for (const auto& [name, sha256, dtype] : models)
        text += "| model | " + cell(name) + " | SHA-256 " + cell(sha256) + ", " + cell(dtype) + " |\n";
    for (const auto& [name, version] : taxonomies)
        text += "| taxonomy | " + cell(name) + " | " + cell(version) + " |\n";
    for (const std::string& reviewer : reviewers)
        text += "| reviewer | " + cell(reviewer) + " | |\n";
    return text;
}

constexpr const char* kRules = R"(
- Of each reviewer the last review counts. All reviewers of an answer must give the same verdict; "cannot judge" is none.
- `sft.jsonl`, InternVL's conversation format. The answer is the reviewers' corrected answer if there is one; the
  question then does not ask for reasoning, as nobody judged a reasoning for it. Without one, the answer of the model is
  used if it is correct, complete, and has no span of another label than "right". All answers of a conversation meet
  these rules. Branches of a conversation repeat their common beginning.
- `grpo.jsonl`: `prompt` (messages, "<image>" stands for the next of `images`) is what the model read, `completion` what
  it answered, `reward` the verdict: 1 correct, 0.5 partly correct, 0 wrong. `reference` is the corrected answer, or the
  final answer of a correct one; null if nobody gave one.
- `measurements` of both: what a person has measured in the series of the images; `image` is the index of the image that
  shows the measured slice, `pixels` are stored pixels of that slice.
- A question has the form that the model reads: the text that asks for reasoning, a line "<image>" for each image, the
  words of the user. Each image is one tile of the model (`max_dynamic_patch` is 1).
)";

std::string identity(const ExportOptions& options) {
    if (options.keepIdentity) return "This export was written with identity: reviewers' names are in this card.\n";
    const std::string names = options.reviewerNames ? "Reviewers' names are in this card. " : "Reviewers are codes. ";
    return names +
           "No date, path or identifier of a patient is in this export, unless a person typed it. Text that is part "
           "of the images, such as a name in an ultrasound, is not removed: look at the images before you share "
           "them.\n";
}

}  // namespace

std::string dataCard(const SessionSnapshot& session, const ExportOptions& options, const TrainingItems& items,
                     const TrainingFiles& files) {
    std::string text = "# Reviewed answers of a vision-language model\n\nWritten by " + programVersion() +
                       ". For research use only.\n\n## Contents\n\n" + contents(items, files) +
                       "\nThe session part has " + std::to_string(session.exchanges.size()) + " exchanges; " +
                       std::to_string(items.reviewed) + " have a review.\n";
    if (session.record)
        text += "Log of the session: " + session.record->completeUpTo.log + ", complete up to event " +
                std::to_string(session.record->completeUpTo.sequence) + ", SHA-256 " +
                session.record->completeUpTo.hash + ".\n";
    text += "\n## Sources\n\n" + sources(session) + "\n## Rules\n" + kRules + "\n## Left out\n\n";
    const std::string leftOut =
        leftOutTable("sft.jsonl", items.leftOutOfConversations) + leftOutTable("grpo.jsonl", items.leftOutOfRewarded);
    text += leftOut.empty() ? "Of the reviewed exchanges, none.\n"
                            : "| file | reason | exchanges |\n| --- | --- | --- |\n" + leftOut;
    return text + "\n## Identity\n\n" + identity(options);
}

}  // namespace fleming::app
