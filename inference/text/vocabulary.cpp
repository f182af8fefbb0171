#include "inference/text/vocabulary.h"

#include "base/error.h"
#include "base/mapped_file.h"
#include "inference/text/byte_alphabet.h"
#include "inference/text/json_file.h"
#include "inference/text/utf8.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace fleming::inference {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::int32_t kMaxId = 1 << 20;  // several times the largest published vocabulary

/// Collects the parts of a vocabulary and checks that they agree.
class Reader {
public:
    explicit Reader(fs::path folder) : folder_(std::move(folder)) {}

    Vocabulary read() {
        const bool twoFiles = fs::exists(folder_ / "vocab.json") && fs::exists(folder_ / "merges.txt");
        const bool oneFile = fs::exists(folder_ / "tokenizer.json");
        if (!twoFiles && !oneFile) failForMissingFiles();
        if (twoFiles) {
            readBase(readJsonFile(folder_ / "vocab.json"), folder_ / "vocab.json");
            readMergesFile();
            readAddedTokensFile();
            readTokenizerConfig();
        }
        if (oneFile && (!twoFiles || added_.empty())) readTokenizerJson(!twoFiles);
        if (!twoFiles) readTokenizerConfig();
        return assemble();
    }

private:
    [[noreturn]] void failForMissingFiles() const {
        if (!fs::is_directory(folder_)) throw Error("checkpoint.not_a_folder", folder_);
        if (fs::exists(folder_ / "vocab.json")) throw Error("vocabulary.missing_file", folder_, {"merges.txt"});
        if (fs::exists(folder_ / "merges.txt")) throw Error("vocabulary.missing_file", folder_, {"vocab.json"});
        throw Error("vocabulary.missing_files", folder_);
    }

    static std::int32_t readId(const json& value, std::string_view token, const fs::path& file) {
        if (!value.is_number_integer()) throw Error("vocabulary.id_not_an_integer", file, {printable(token)});
        const bool negative = !value.is_number_unsigned() && value.get<std::int64_t>() < 0;
        if (negative || value.get<std::uint64_t>() > kMaxId) {
            throw Error("vocabulary.id_out_of_range", file, {printable(token), std::to_string(kMaxId)});
        }
        return value.get<std::int32_t>();
    }

    void readBase(const json& vocabulary, const fs::path& file) {
        baseFile_ = file;
        if (vocabulary.empty()) throw Error("vocabulary.empty", file);
        base_.reserve(vocabulary.size());
        std::unordered_map<std::int32_t, std::string_view> owners;
        owners.reserve(vocabulary.size());
        for (const auto& [token, value] : vocabulary.items()) {
            const std::int32_t id = readId(value, token, file);
            if (const auto [owner, isNew] = owners.emplace(id, token); !isNew) {
                throw Error("vocabulary.repeated_id", file,
                            {printable(owner->second), printable(token), std::to_string(id)});
            }
            base_.emplace(token, id);
        }
    }

    void readMergesFile() {
        const fs::path path = folder_ / "merges.txt";
        const MappedFile file(path);
        std::string_view rest(reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size());
        for (std::size_t lineNumber = 1; !rest.empty(); ++lineNumber) {
            std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
            rest.remove_prefix(
                std::min(rest.size(), line.size() + (rest.substr(line.size()).starts_with("\r\n") ? 2U : 1U)));
            if (lineNumber == 1 && line.starts_with("#version:")) continue;
            constexpr std::string_view kBlank = " \t";
            line.remove_prefix(std::min(line.size(), line.find_first_not_of(kBlank)));
            line = line.substr(0, line.find_last_not_of(kBlank) + 1);
            if (line.empty()) continue;
            const std::size_t blank = line.find_first_of(kBlank);
            const std::string_view left = line.substr(0, blank);
            const std::string_view right =
                blank == line.npos ? std::string_view() : line.substr(line.find_first_not_of(kBlank, blank));
            addMerge(left, right, path, lineNumber);
        }
    }

    /// Adds a merge. `number` is its line in merges.txt, or its position in the list of tokenizer.json, from 1.
    void addMerge(std::string_view left, std::string_view right, const fs::path& file, std::size_t number) {
        if (left.empty() || right.empty() || right.find_first_of(" \t") != right.npos) {
            throw Error("vocabulary.malformed_merge", file, {std::to_string(number)});
        }
        const auto find = [&](const std::string& token) {
            const auto found = base_.find(token);
            if (found == base_.end()) {
                throw Error("vocabulary.unknown_token_in_merge", file, {std::to_string(number), printable(token)});
            }
            return found->second;
        };
        merges_.push_back(
            {find(std::string(left)), find(std::string(right)), find(std::string(left) + std::string(right))});
    }

    void readAddedTokensFile() {
        const fs::path path = folder_ / "added_tokens.json";
        if (!fs::exists(path)) return;
        const json tokens = readJsonFile(path);
        for (const auto& [text, id] : tokens.items())
            add({text, readId(id, text, path), false, false, false}, path);
    }

    void readTokenizerConfig() {
        const fs::path path = folder_ / "tokenizer_config.json";
        if (!fs::exists(path)) return;
        const json config = readJsonFile(path);
        if (const auto decoder = config.find("added_tokens_decoder"); decoder != config.end()) {
            if (!decoder->is_object()) throw Error("vocabulary.not_an_object", path, {"added_tokens_decoder"});
            for (const auto& [key, token] : decoder->items()) {
                const bool isNumber =
                    !key.empty() && key.size() < 10 && key.find_first_not_of("0123456789") == key.npos;
                if (!isNumber) throw Error("vocabulary.key_not_an_id", path, {printable(key)});
                addDescribed(token, json(std::stoll(key)), path);
            }
        }
        for (const char* key : {"bos_token", "eos_token", "unk_token", "pad_token"}) {
            if (const auto name = config.find(key); name != config.end()) markSpecial(*name);
        }
        for (const char* key : {"additional_special_tokens", "extra_special_tokens"}) {
            if (const auto names = config.find(key); names != config.end() && names->is_array()) {
                for (const json& name : *names)
                    markSpecial(name);
            }
        }
    }

    /// Adds a special token of the base vocabulary that the files do not list among the added tokens.
    void markSpecial(const json& name) {
        const json& text = name.is_object() && name.contains("content") ? name["content"] : name;
        if (!text.is_string()) return;
        if (const auto found = base_.find(text.get<std::string>());
            found != base_.end() && !added_.contains(found->first)) {
            added_[found->first] = {found->first, found->second, false, false, false};
        }
    }

    void addDescribed(const json& token, const json& id, const fs::path& file) {
        if (!token.is_object() || !token.contains("content") || !token["content"].is_string()) {
            throw Error("vocabulary.added_token_without_content", file);
        }
        const auto text = token["content"].get<std::string>();
        const auto flag = [&token](const char* key) {
            const auto found = token.find(key);
            return found != token.end() && found->is_boolean() && found->get<bool>();
        };
        add({text, readId(id, text, file), flag("lstrip"), flag("rstrip"), flag("single_word")}, file);
    }

    void add(const AddedToken& token, const fs::path& file) {
        if (token.text.empty()) return;
        const auto known = added_.find(token.text);
        const auto base = base_.find(token.text);
        const bool moved = (known != added_.end() && known->second.id != token.id) ||
                           (base != base_.end() && base->second != token.id);
        if (moved) {
            throw Error("vocabulary.contradictory_id", file, {printable(token.text), std::to_string(token.id)});
        }
        added_[token.text] = token;
    }

    void readTokenizerJson(bool withBase);
    void readModel(const json& model, const fs::path& path);
    Vocabulary assemble() const;

    fs::path folder_;
    fs::path baseFile_;
    std::unordered_map<std::string, std::int32_t> base_;
    std::vector<BytePairs::Merge> merges_;
    std::map<std::string, AddedToken> added_;
};

constexpr std::string_view kQwen2Pattern =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";

/// Calls visit(step, type) for `step`, or for each of its steps if it is a sequence.
template <typename Visit>
void forEachStep(const json& step, const char* listName, const Visit& visit) {
    if (!step.is_object()) return;
    if (const auto list = step.find(listName); list != step.end() && list->is_array()) {
        for (const json& inner : *list)
            forEachStep(inner, listName, visit);
    } else {
        visit(step, step.value("type", json()));
    }
}

/// Checks that the steps of tokenizer.json, which can describe any tokenizer, are exactly those of Qwen2.
void checkSteps(const json& tokenizer, const fs::path& path) {
    forEachStep(tokenizer.value("normalizer", json()), "normalizers", [&](const json&, const json& type) {
        if (type != "NFC") throw Error("vocabulary.not_qwen2", path, {"normalizer"});
    });
    forEachStep(tokenizer.value("pre_tokenizer", json()), "pretokenizers", [&](const json& step, const json& type) {
        const json pattern = step.value("pattern", json());
        const bool split = type == "Split" && pattern.is_object() && pattern.value("Regex", json()) == kQwen2Pattern;
        const bool bytes = type == "ByteLevel" && step.value("use_regex", json()) == false;
        if (!split && !bytes) throw Error("vocabulary.not_qwen2", path, {"pre_tokenizer"});
    });
}

void Reader::readTokenizerJson(bool withBase) {
    const fs::path path = folder_ / "tokenizer.json";
    const json tokenizer = readJsonFile(path);
    if (withBase) {
        checkSteps(tokenizer, path);
        const auto model = tokenizer.find("model");
        if (model == tokenizer.end() || !model->is_object()) throw Error("vocabulary.missing_key", path, {"model"});
        readModel(*model, path);
    }
    const json added = tokenizer.value("added_tokens", json::array());
    if (!added.is_array()) throw Error("vocabulary.not_a_list", path, {"added_tokens"});
    for (const json& token : added)
        addDescribed(token, token.is_object() ? token.value("id", json()) : json(), path);
}

void Reader::readModel(const json& model, const fs::path& path) {
    const auto isSet = [&model](const char* key) {
        const json value = model.value(key, json());
        return value == true || (value.is_string() && !value.get_ref<const std::string&>().empty());
    };
    const bool plain = model.value("type", json("BPE")) == "BPE" && !isSet("byte_fallback") &&
                       !isSet("ignore_merges") && !isSet("continuing_subword_prefix") && !isSet("end_of_word_suffix");
    if (!plain) throw Error("vocabulary.not_qwen2", path, {"model"});
    const auto vocabulary = model.find("vocab");
    const auto merges = model.find("merges");
    if (vocabulary == model.end() || !vocabulary->is_object()) {
        throw Error("vocabulary.missing_key", path, {"model.vocab"});
    }
    if (merges == model.end() || !merges->is_array()) throw Error("vocabulary.missing_key", path, {"model.merges"});
    readBase(*vocabulary, path);
    std::size_t number = 0;
    for (const json& merge : *merges) {
        ++number;
        if (merge.is_string()) {
            const auto& text = merge.get_ref<const std::string&>();
            const std::size_t blank = std::min(text.find(' '), text.size());
            addMerge(std::string_view(text).substr(0, blank),
                     std::string_view(text).substr(std::min(blank + 1, text.size())), path, number);
        } else if (merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string()) {
            addMerge(merge[0].get_ref<const std::string&>(), merge[1].get_ref<const std::string&>(), path, number);
        } else {
            throw Error("vocabulary.malformed_merge", path, {std::to_string(number)});
        }
    }
}

Vocabulary Reader::assemble() const {
    Vocabulary result;
    std::int32_t largest = -1;
    for (const auto& [token, id] : base_)
        largest = std::max(largest, id);
    const std::int32_t baseEnd = largest + 1;
    for (const auto& [text, token] : added_)
        largest = std::max(largest, token.id);
    result.bytes.resize(static_cast<std::size_t>(largest) + 1);
    for (const auto& [token, id] : base_)
        result.bytes[static_cast<std::size_t>(id)] = bytesOfToken(token).value_or(token);

    std::unordered_set<std::int32_t> addedIds;
    for (const auto& [text, token] : added_) {
        std::optional<std::string>& place = result.bytes[static_cast<std::size_t>(token.id)];
        if (!addedIds.insert(token.id).second || (place && !base_.contains(text))) {
            throw Error("vocabulary.id_in_use", baseFile_, {printable(text), std::to_string(token.id)});
        }
        place = text;
        result.added.push_back(token);
    }
    const auto hole = std::find(result.bytes.begin(), result.bytes.begin() + baseEnd, std::nullopt);
    if (hole != result.bytes.begin() + baseEnd) {
        throw Error("vocabulary.unused_id", baseFile_, {std::to_string(hole - result.bytes.begin())});
    }
    std::sort(result.added.begin(), result.added.end(),
              [](const AddedToken& a, const AddedToken& b) { return a.id < b.id; });

    // The base vocabulary may contain an added token too, but plain text must never be merged to it.
    std::copy_if(merges_.begin(), merges_.end(), std::back_inserter(result.merges),
                 [&addedIds](const BytePairs::Merge& merge) { return !addedIds.contains(merge.result); });
    for (std::size_t byte = 0; byte < result.byteTokens.size(); ++byte) {
        const auto found = base_.find(byteCharacter(static_cast<unsigned char>(byte)));
        result.byteTokens[byte] = found == base_.end() || addedIds.contains(found->second) ? -1 : found->second;
    }
    return result;
}

}  // namespace

Vocabulary readVocabulary(const std::filesystem::path& folder) {
    return Reader(folder).read();
}

}  // namespace fleming::inference
