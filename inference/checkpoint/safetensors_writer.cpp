#include "inference/checkpoint/safetensors_writer.h"

#include "base/error.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace fleming::inference {

void writeSafetensors(const std::filesystem::path& file, const std::map<std::string, TensorToWrite>& tensors) {
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    header["__metadata__"] = {{"format", "pt"}};
    std::size_t offset = 0;
    for (const auto& [name, tensor] : tensors) {
        const std::size_t end = offset + tensor.bytes.size();
        header[name] = {{"dtype", tensor.typeName}, {"shape", tensor.shape}, {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' ');

    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    for (std::size_t i = 0; i < 8; ++i)
        out.put(static_cast<char>(text.size() >> (8 * i) & 0xFF));
    out << text;
    for (const auto& [name, tensor] : tensors) {
        out.write(reinterpret_cast<const char*>(tensor.bytes.data()),
                  static_cast<std::streamsize>(tensor.bytes.size()));
    }
    out.close();
    if (!out) throw Error(file.string() + ": could not be written.");
}

}  // namespace fleming::inference
