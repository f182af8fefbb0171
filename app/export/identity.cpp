#include "app/export/identity.h"

#include "app/export/measured_unit.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fleming::app {

namespace {

/// Stands for a text of the program that cannot leave.
constexpr const char* kRemoved = "[removed]";

/// Begins the UIDs that DICOM defines (PS3.5, 9).
constexpr const char* kDicomRoot = "1.2.840.10008.";

/// Returns true if DICOM defines this value of Modality (PS3.3, C.7.3.1.1.1; with the retired ones). Any other value
/// can hold anything.
bool isModality(std::string_view value) {
    static constexpr std::string_view kDefined[] = {
        "AR",  "AS",     "ASMT",     "AU",         "BDUS",   "BI",    "BMD",      "CD",         "CF",       "CFM",
        "CP",  "CR",     "CS",       "CT",         "DD",     "DF",    "DG",       "DM",         "DMS",      "DOC",
        "DS",  "DX",     "EC",       "ECG",        "EEG",    "EMG",   "EOG",      "EPS",        "ES",       "FA",
        "FID", "FS",     "GM",       "HC",         "HD",     "IO",    "IOL",      "IVOCT",      "IVUS",     "KER",
        "KO",  "LEN",    "LP",       "LS",         "M3D",    "MA",    "MG",       "MR",         "MS",       "NM",
        "OAM", "OCT",    "OP",       "OPM",        "OPR",    "OPT",   "OPTBSV",   "OPTENF",     "OPV",      "OSS",
        "OT",  "PA",     "PLAN",     "POS",        "PR",     "PT",    "PX",       "REG",        "RESP",     "RF",
        "RG",  "RTDOSE", "RTINTENT", "RTIMAGE",    "RTPLAN", "RTRAD", "RTRECORD", "RTSEGANN",   "RTSTRUCT", "RWV",
        "SEG", "SM",     "SMR",      "SR",         "SRF",    "ST",    "STAIN",    "TEXTUREMAP", "TG",       "US",
        "VA",  "VF",     "XA",       "XAPROTOCOL", "XC"};
    return std::ranges::find(kDefined, value) != std::end(kDefined);
}

/// Returns the code under which each reviewer leaves: the own one, with a number if an earlier reviewer has the same,
/// or a new one.
std::vector<std::string> distinctCodes(const std::vector<Review>& reviewers) {
    std::set<std::string> own, given;
    for (const Review& reviewer : reviewers)
        own.insert(reviewer.reviewerCode);
    std::vector<std::string> codes;
    for (const Review& reviewer : reviewers) {
        const std::string& code = reviewer.reviewerCode;
        std::string leaves = code;
        for (int n = code.empty() ? 1 : 2; leaves.empty() || given.contains(leaves); ++n) {
            std::string next = (code.empty() ? "R" : code + "-") + std::to_string(n);
            if (!own.contains(next)) leaves = std::move(next);
        }
        given.insert(leaves);
        codes.push_back(leaves);
    }
    return codes;
}

/// The removed values that are searched for in texts.
class RemovedValues {
public:
    void add(const std::string& value) {
        constexpr std::size_t kShortest = 4;  // bytes; shorter values are found by chance
        if (value.size() >= kShortest && std::ranges::find(values_, value) == values_.end()) values_.push_back(value);
    }

    /// Adds a path and its folders.
    void addPath(const std::filesystem::path& path) {
        for (std::filesystem::path each = path; !each.empty() && each != each.root_path(); each = each.parent_path())
            add(each.string());
    }

    /// Adds the names of a file and its folders.
    void addNames(const std::filesystem::path& path) {
        add(path.stem().string());
        for (const std::filesystem::path& name : path.relative_path())
            add(name.string());
    }

    /// Call it after the last value was added.
    void sort() {
        std::ranges::sort(values_, [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    }

    enum class Words { leave, mask };

    /// Replaces each byte of a removed value in `text` by '*'. Returns true if there is one. Words::leave leaves values
    /// that consist of plain words.
    bool mask(std::string& text, Words words) const {
        bool found = false;
        for (const std::string& value : values_) {
            if (words == Words::leave && isPlain(value)) continue;
            for (std::size_t at = text.find(value); at != std::string::npos; at = text.find(value, at + 1)) {
                if (!isWhole(text, at, value.size())) continue;
                std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), value.size(), '*');
                found = true;
            }
        }
        return found;
    }

private:
    static bool isWordByte(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

    static bool isPlain(const std::string& value) {
        return std::ranges::all_of(value, [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte >= 0x80 || std::isalpha(byte) != 0 || c == ' ' || c == '-';
        });
    }

    /// Returns true if no word continues on either side of the bytes from `at`.
    static bool isWhole(const std::string& text, std::size_t at, std::size_t size) {
        const std::size_t end = at + size;
        const bool begins = at == 0 || !isWordByte(text[at]) || !isWordByte(text[at - 1]);
        const bool ends = end == text.size() || !isWordByte(text[end - 1]) || !isWordByte(text[end]);
        return begins && ends;
    }

    std::vector<std::string> values_;
};

/// Calls `action` with each time of a session.
template <typename Session, typename Action>
void forEachTime(Session& session, Action&& action) {
    for (auto& exchange : session.exchanges) {
        action(exchange.askedMs);
        for (auto& review : exchange.reviews)
            action(review.timeMs);
        for (auto& replay : exchange.replays)
            action(replay.timeMs);
    }
    for (auto& import : session.imports)
        action(import.timeMs);
    for (auto& measurement : session.measurements)
        action(measurement.timeMs);
    if (session.record) action(session.record->completeMs);
}

class Remover {
public:
    Remover(SessionSnapshot session, const ExportOptions& options, const UidMap& uids)
        : session_(std::move(session)), options_(options), uids_(uids) {}

    SessionToExport run() {
        collectValues();
        if (!options_.keepIdentity) makeTimesOffsets();
        if (!options_.keepIdentity && !options_.reviewerNames) removeReviewers();
        if (!options_.includePaths) removeSessionPaths();
        maskTyped(session_.title);
        for (Exchange& exchange : session_.exchanges) {
            maskTexts(exchange);
            for (viewer::Frame& frame : exchange.evidence)
                removeFrom(frame.provenance);
        }
        for (RecordedMeasurement& measurement : session_.measurements)
            removeFrom(measurement);
        // The ids of a prompt are its text in another form.
        if (promptsMasked_) {
            for (Exchange& exchange : session_.exchanges)
                exchange.answer.promptIds.clear();
        }
        return {std::move(session_), removed_};
    }

private:
    using Words = RemovedValues::Words;

    void collectValues() {
        for (const Exchange& exchange : session_.exchanges) {
            if (!options_.includePaths) values_.addPath(exchange.modelPath);
            for (const viewer::Frame& frame : exchange.evidence)
                collectValues(frame.provenance);
        }
        for (const RecordedMeasurement& measurement : session_.measurements) {
            collectValues(measurement.source);
            if (!options_.keepIdentity) values_.add(measurement.frameOfReference);
        }
        if (!options_.includePaths) {
            values_.addPath(session_.session);
            values_.add(session_.session.stem().string());
        }
        values_.sort();
    }

    void collectValues(const viewer::Provenance& p) {
        if (!options_.includePaths) {
            values_.addPath(p.file);
            values_.addNames(p.file);
        }
        if (options_.keepIdentity) return;
        if (p.stored) values_.add(p.stored->object.sopInstanceUid);
        for (const std::string* value : {&p.seriesUid, &p.studyUid, &p.studyDate, &p.seriesDescription.words})
            values_.add(*value);
    }

    void makeTimesOffsets() {
        std::int64_t first = std::numeric_limits<std::int64_t>::max();
        forEachTime(session_, [&](std::int64_t ms) {
            if (ms != 0) first = std::min(first, ms);
        });
        forEachTime(session_, [&](std::int64_t& ms) { ms = ms == 0 ? 0 : ms - first; });
    }

    void removeReviewers() {
        std::vector<Review> reviewers;  // one review of each: what the session knows of name and code
        const auto reviewerOf = [&](const Review& review) -> Review& {
            const auto found =
                std::ranges::find_if(reviewers, [&](const Review& known) { return isSameReviewer(known, review); });
            return found != reviewers.end() ? *found : reviewers.emplace_back(review);
        };
        for (const Exchange& exchange : session_.exchanges) {
            for (const Review& review : exchange.reviews) {
                Review& known = reviewerOf(review);
                if (known.reviewer.empty()) known.reviewer = review.reviewer;
                if (known.reviewerCode.empty()) known.reviewerCode = review.reviewerCode;
            }
        }
        const std::vector<std::string> codes = distinctCodes(reviewers);
        for (Exchange& exchange : session_.exchanges) {
            for (Review& review : exchange.reviews) {
                review.reviewerCode = codes[static_cast<std::size_t>(&reviewerOf(review) - reviewers.data())];
                clear(review.reviewer, removed_.names);
            }
        }
    }

    void removeSessionPaths() {
        if (!session_.session.empty()) ++removed_.paths;
        session_.session.clear();
        for (ImportRecord& import : session_.imports)
            clear(import.fileName, removed_.paths);
        for (Exchange& exchange : session_.exchanges) {
            clear(exchange.modelPath, removed_.paths);
            for (viewer::Frame& frame : exchange.evidence)
                clear(frame.provenance.file, removed_.paths);
        }
        for (RecordedMeasurement& measurement : session_.measurements)
            clear(measurement.source.file, removed_.paths);
    }

    void removeFrom(viewer::Provenance& p) {
        if (options_.keepIdentity) return;
        p.fileSha256.clear();
        clear(p.studyDate, removed_.dates);
        clear(p.seriesDescription.words, removed_.descriptions);
        p.seriesDescription.parts.clear();  // their values come from any attribute
        if (!isModality(p.modality)) clear(p.modality, removed_.descriptions);
        for (std::string* uid : {&p.seriesUid, &p.studyUid})
            replace(*uid);
        if (!p.stored) return;
        replace(p.stored->object.sopInstanceUid);
        // Any other class is private, and its UID can hold anything.
        if (!p.stored->object.sopClassUid.starts_with(kDicomRoot)) clear(p.stored->object.sopClassUid, removed_.uids);
    }

    void removeFrom(RecordedMeasurement& measurement) {
        for (std::string* text : {&measurement.name, &measurement.note})
            maskTyped(*text);
        removeFrom(measurement.source);
        if (options_.keepIdentity) return;
        replace(measurement.frameOfReference);
        // Any other unit is a text of the file, which can be anything.
        std::string& unit = measurement.measured.unit;
        if (findUnit(unit) == nullptr) clear(unit, removed_.descriptions);
    }

    /// Replaces a UID. "#n" after it, the part of a series, stays.
    void replace(std::string& uid) {
        if (uid.empty()) return;
        ++removed_.uids;
        const std::size_t part = std::min(uid.find('#'), uid.size());
        uid = uids_.map(uid.substr(0, part)) + uid.substr(part);
    }

    void maskTexts(Exchange& exchange) {
        for (std::string* text : {&exchange.question, &exchange.systemText})
            promptsMasked_ |= maskTyped(*text);
        maskAnswer(exchange.answer);
        maskProgramText(exchange.failure);
        mask(exchange.run, Words::mask);
        for (ReplayRecord& replay : exchange.replays)
            mask(replay.run, Words::mask);
        for (Review& review : exchange.reviews) {
            for (std::string* text : {&review.comment, &review.correctedAnswer, &review.reason})
                maskTyped(*text);
            for (std::string& tag : review.tags)
                maskTyped(tag);
            for (Span& span : review.spans)
                maskTyped(span.note);
            for (Mark& mark : review.marks)
                maskTyped(mark.note);
        }
    }

    void maskAnswer(inference::Answer& answer) {
        bool masked = false;
        for (std::string* text : {&answer.text, &answer.reasoning, &answer.finalAnswer})
            masked |= maskTyped(*text);
        std::string whole;
        for (const inference::Token& token : answer.tokens)
            whole += token.text;
        const std::string before = whole;
        if (values_.mask(whole, Words::leave)) maskTokens(answer.tokens, before, whole);
        promptsMasked_ |= masked;  // later prompts contain the answer
    }

    /// Gives the tokens their parts of the text `whole`, which was `before`. The id of a changed token would tell its
    /// text.
    static void maskTokens(std::vector<inference::Token>& tokens, std::string_view before, std::string_view whole) {
        std::size_t at = 0;
        for (inference::Token& token : tokens) {
            const std::size_t size = token.text.size();
            if (before.substr(at, size) != whole.substr(at, size)) {
                token.id = -1;
                token.text = whole.substr(at, size);
                std::size_t part = at;
                for (inference::TextPart& each : token.parts) {
                    each.text = whole.substr(part, each.text.size());
                    part += each.text.size();
                }
            }
            at += size;
        }
    }

    /// Masks a message of the program. It can name files that are not among the evidence.
    void maskProgramText(std::string& text) {
        mask(text, Words::mask);
        if (options_.includePaths || text.find_first_of("/\\") == std::string::npos) return;
        text = kRemoved;
        ++removed_.maskedTexts;
    }

    bool maskTyped(std::string& text) { return mask(text, Words::leave); }

    bool mask(std::string& text, Words words) {
        const bool found = values_.mask(text, words);
        if (found) ++removed_.maskedTexts;
        return found;
    }

    static void clear(std::string& text, std::int64_t& count) {
        if (!text.empty()) ++count;
        text.clear();
    }

    SessionSnapshot session_;
    const ExportOptions& options_;
    const UidMap& uids_;
    RemovedIdentity removed_;
    RemovedValues values_;
    bool promptsMasked_ = false;
};

}  // namespace

SessionToExport removeIdentity(SessionSnapshot session, const ExportOptions& options, const UidMap& uids) {
    return Remover(std::move(session), options, uids).run();
}

}  // namespace fleming::app
