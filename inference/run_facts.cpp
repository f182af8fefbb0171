#include "inference/run_facts.h"

#include "base/error.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace fleming::inference {

namespace {

using Json = nlohmann::ordered_json;

// Limits on what a damaged file may ask for. Both are larger than what any engine has used.
constexpr std::int64_t kMostTokensPerPass = 1 << 16;
constexpr int kMostImagesPerBatch = 256, kMostThreads = 4096;

Json toJson(const CachePass& pass) {
    Json json{{"tokens", {pass.first, pass.last}}};
    if (pass.end != pass.last) json["end"] = pass.end;
    if (pass.decoded) json["decoded"] = true;
    for (const EncodedImage& image : pass.images)
        json["images"].push_back({image.start, image.place.batch, image.place.size, image.place.index});
    return json;
}

void require(bool condition) {
    if (!condition) throw Error("run.damaged");
}

EncodedImage imageFromJson(const Json& json) {
    require(json.is_array() && json.size() == 4);
    const EncodedImage image{json[0].get<std::int64_t>(),
                             {json[1].get<std::int64_t>(), json[2].get<int>(), json[3].get<int>()}};
    require(image.start >= 0 && image.place.size > 0 && image.place.size <= kMostImagesPerBatch);
    require(image.place.index >= 0 && image.place.index < image.place.size);
    return image;
}

CachePass passFromJson(const Json& json) {
    const Json& tokens = json.at("tokens");
    require(tokens.is_array() && tokens.size() == 2);
    CachePass pass;
    pass.first = tokens[0].get<std::int64_t>();
    pass.last = tokens[1].get<std::int64_t>();
    pass.end = json.value("end", pass.last);
    pass.decoded = json.value("decoded", false);
    require(pass.first >= 0 && pass.first < pass.last && pass.last <= pass.end);
    require(pass.decoded ? pass.end == pass.last : pass.end - pass.first <= kMostTokensPerPass);
    for (const Json& image : json.value("images", Json::array()))
        pass.images.push_back(imageFromJson(image));
    return pass;
}

}  // namespace

std::string toJson(const RunFacts& facts) {
    if (facts.threads == 0) return {};
    Json passes = Json::array();
    for (const CachePass& pass : facts.passes)
        passes.push_back(toJson(pass));
    const Json json{{"processor", facts.processor},
                    {"kernels", facts.kernels},
                    {"libraries", facts.libraries},
                    {"threads", facts.threads},
                    {"images_per_batch", facts.imagesPerBatch},
                    {"tokens_per_pass", facts.tokensPerPass},
                    {"passes", std::move(passes)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

RunFacts runFactsFromJson(std::string_view text) {
    try {
        const Json json = Json::parse(text);
        RunFacts facts;
        facts.processor = json.at("processor").get<std::string>();
        facts.kernels = json.at("kernels").get<std::string>();
        facts.libraries = json.at("libraries").get<std::string>();
        facts.threads = json.at("threads").get<int>();
        facts.imagesPerBatch = json.at("images_per_batch").get<int>();
        facts.tokensPerPass = json.at("tokens_per_pass").get<int>();
        require(facts.threads > 0 && facts.threads <= kMostThreads);
        for (const Json& pass : json.at("passes")) {
            facts.passes.push_back(passFromJson(pass));
            const std::int64_t before = facts.passes.size() > 1 ? std::prev(facts.passes.end(), 2)->last : 0;
            require(facts.passes.back().first == before);
        }
        return facts;
    } catch (const Json::exception&) {
        throw Error("run.damaged");
    }
}

}  // namespace fleming::inference
