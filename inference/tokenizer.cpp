#include "inference/tokenizer.h"

#include "base/error.h"
#include "inference/text/byte_pairs.h"
#include "inference/text/normalize.h"
#include "inference/text/pre_tokenizer.h"
#include "inference/text/special_tokens.h"
#include "inference/text/utf8.h"
#include "inference/text/vocabulary.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace fleming::inference {

struct Tokenizer::Data {
    explicit Data(Vocabulary vocabulary)
        : bytes(std::move(vocabulary.bytes)),
          pairs(vocabulary.byteTokens, vocabulary.merges),
          added(vocabulary.added) {}

    void encodePlain(std::string_view text, std::vector<std::int32_t>& ids) const {
        for (const std::string_view word : preTokenize(text))
            pairs.encode(word, ids);
    }

    std::vector<std::optional<std::string>> bytes;  // by id
    BytePairs pairs;
    SpecialTokens added;
};

Tokenizer::Tokenizer(const std::filesystem::path& folder)
    : data_(std::make_unique<const Data>(readVocabulary(folder))) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

std::vector<std::int32_t> Tokenizer::encode(std::string_view text) const {
    std::vector<std::int32_t> ids;
    data_->encodePlain(toNfc(toValidUtf8(text)), ids);
    return ids;
}

std::vector<std::int32_t> Tokenizer::encodeWithSpecialTokens(std::string_view text) const {
    std::vector<std::int32_t> ids;
    for (const std::string& part : data_->added.split(toNfc(toValidUtf8(text)))) {
        if (const std::int32_t id = data_->added.find(part); id >= 0) {
            ids.push_back(id);
        } else {
            data_->encodePlain(part, ids);
        }
    }
    return ids;
}

std::string Tokenizer::bytes(std::int32_t id) const {
    const bool known = id >= 0 && id < size() && data_->bytes[static_cast<std::size_t>(id)].has_value();
    if (!known) throw Error("tokenizer.unknown_id", {}, {std::to_string(id)});
    return *data_->bytes[static_cast<std::size_t>(id)];
}

std::string Tokenizer::decode(std::span<const std::int32_t> ids) const {
    std::string all;
    for (const std::int32_t id : ids)
        all += bytes(id);
    return toValidUtf8(all);
}

std::int32_t Tokenizer::specialToken(std::string_view name) const {
    return data_->added.find(name);
}

std::int32_t Tokenizer::size() const {
    return static_cast<std::int32_t>(data_->bytes.size());
}

}  // namespace fleming::inference
