#include "app/errors/error_table.h"

#include <QtGlobal>

namespace fleming::app {

std::span<const ErrorText> inferenceErrors() {
    static constexpr ErrorText kTexts[] = {
        {"benchmark.not_enough_memory",
         QT_TRANSLATE_NOOP(
             "Errors",
             "There is not enough memory to measure the shape %1: its weights need %2 in %3, and %4 is free. "
             "Choose a smaller shape or type.")},
        {"benchmark.out_of_memory",
         QT_TRANSLATE_NOOP("Errors",
                           "There is not enough memory to measure this model. Choose a smaller shape or type.")},
        {"benchmark.unknown_shape", QT_TRANSLATE_NOOP("Errors", "There is no model shape \"%1\". Use 1b, 8b or 38b.")},
        {"checkpoint.bad_shard_name",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The index assigns the tensor \"%1\" to \"%2\", which is not the name of a file in the model's "
             "folder. Download the model again.")},
        {"checkpoint.missing_config",
         QT_TRANSLATE_NOOP("Errors",
                           "The file does not exist. Choose the folder that contains the model's config.json.")},
        {"checkpoint.missing_weight_map",
         QT_TRANSLATE_NOOP(
             "Errors", "The index has no \"weight_map\" that assigns the tensors to files. Download the model again.")},
        {"checkpoint.missing_weights",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The folder contains neither model.safetensors nor model.safetensors.index.json. Download the "
             "model's weights.")},
        {"checkpoint.not_a_folder",
         QT_TRANSLATE_NOOP(
             "Errors",
             "This is not a folder. A model is a folder that contains config.json, the tokenizer files and "
             "the *.safetensors files.")},
        {"checkpoint.pickled_weights",
         QT_TRANSLATE_NOOP("Errors",
                           "The folder contains the weights only as pytorch_model.bin, which is not supported. Convert "
                           "them to safetensors.")},
        {"checkpoint.tensor_in_two_shards",
         QT_TRANSLATE_NOOP("Errors",
                           "The file contains the tensor \"%1\", which %2 contains too. Download the model again.")},
        {"checkpoint.tensor_not_in_shard",
         QT_TRANSLATE_NOOP(
             "Errors", "The file does not contain the tensor \"%1\", although %2 lists it. Download the model again.")},
        {"config.bad_downsample_ratio",
         QT_TRANSLATE_NOOP("Errors", "The value of \"%1\" must be 1 divided by a whole number.")},
        {"config.bad_head_size",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The value of \"%1\" gives attention heads of size %2, but the rotary embedding needs an even "
             "size of at least 4.")},
        {"config.heads_too_wide",
         QT_TRANSLATE_NOOP(
             "Errors", "The value of \"%1\" is too large: with %2 attention heads it must not exceed %3 in total.")},
        {"config.integer_out_of_range",
         QT_TRANSLATE_NOOP("Errors", "The value of \"%1\" must be a whole number from %2 to %3.")},
        {"config.missing_architecture",
         QT_TRANSLATE_NOOP("Errors",
                           "The key \"%1\" is missing, so this is not a supported model. Fleming Viewer supports %2 "
                           "(Fleming-VL, InternVL3).")},
        {"config.missing_key", QT_TRANSLATE_NOOP("Errors", "The key \"%1\" is missing. Download the model again.")},
        {"config.no_such_layer",
         QT_TRANSLATE_NOOP("Errors",
                           "The value of \"%1\" selects a layer that does not exist. The vision tower has %2 "
                           "layers.")},
        {"config.not_a_boolean", QT_TRANSLATE_NOOP("Errors", "The value of \"%1\" must be true or false.")},
        {"config.not_a_list_of_strings", QT_TRANSLATE_NOOP("Errors", "The value of \"%1\" must be a list of names.")},
        {"config.not_a_multiple", QT_TRANSLATE_NOOP("Errors", "The value of \"%1\" must be a multiple of \"%2\".")},
        {"config.not_a_string", QT_TRANSLATE_NOOP("Errors", "The value of \"%1\" must be a text in quotation marks.")},
        {"config.not_an_object", QT_TRANSLATE_NOOP("Errors", "The value of \"%1\" must be a JSON object.")},
        {"config.not_square", QT_TRANSLATE_NOOP("Errors", "The value of \"%1\" must be two equal sizes.")},
        {"config.number_out_of_range",
         QT_TRANSLATE_NOOP("Errors", "The value of \"%1\" must be a number from %2 to %3.")},
        {"config.patches_not_divisible",
         QT_TRANSLATE_NOOP("Errors",
                           "The value of \"%1\" does not divide the %2 patches per side of an image evenly.")},
        {"config.unsupported_architecture",
         QT_TRANSLATE_NOOP("Errors",
                           "This model is not supported: the value of \"%1\" is \"%2\". Fleming Viewer supports %3 "
                           "(Fleming-VL, InternVL3).")},
        {"config.unsupported_value",
         QT_TRANSLATE_NOOP(
             "Errors", "This model is not supported: the value of \"%1\" is \"%2\". Fleming Viewer supports only %3.")},
        {"conversation.out_of_memory",
         QT_TRANSLATE_NOOP("Errors",
                           "There is not enough memory to answer. Use fewer images, or close other programs.")},
        {"cuda.copy_failed",
         QT_TRANSLATE_NOOP(
             "Errors",
             "Data could not be copied to or from the GPU (%1). Restart the program, or choose cpu as the device.")},
        {"cuda.graph_failed",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The computation could not be set up on the GPU (%1). Restart the program, or choose cpu as the device.")},
        {"cuda.launch_failed",
         QT_TRANSLATE_NOOP(
             "Errors",
             "A computation could not be started on the GPU (%1). Restart the program, or choose cpu as the device.")},
        {"cuda.step_failed",
         QT_TRANSLATE_NOOP(
             "Errors", "The computation on the GPU failed (%1). Restart the program, or choose cpu as the device.")},
        {"cuda.upload_failed", QT_TRANSLATE_NOOP("Errors", "The weights could not be copied to the CUDA device.")},
        {"device.duplicate", QT_TRANSLATE_NOOP("Errors", "The device \"%1\" is listed twice. List each device once.")},
        {"device.memory_unknown",
         QT_TRANSLATE_NOOP("Errors",
                           "The device \"%1\" does not report how much memory is free. Choose another device.")},
        {"device.no_cuda",
         QT_TRANSLATE_NOOP("Errors",
                           "The device \"%1\" is not available: this computer or this build has no CUDA device. Use "
                           "cpu or auto.")},
        {"device.no_float16",
         QT_TRANSLATE_NOOP("Errors",
                           "The type float16 is available only on CUDA devices. On the CPU, use bfloat16 or float32.")},
        {"device.no_such_index",
         QT_TRANSLATE_NOOP("Errors", "The device \"%1\" is not available: the CUDA devices are cuda:0 to %2.")},
        {"device.out_of_memory",
         QT_TRANSLATE_NOOP("Errors",
                           "The memory of the device is full. Use fewer images, choose a smaller type (int8 or int4), "
                           "or close other programs that use the device.")},
        {"device.unknown",
         QT_TRANSLATE_NOOP("Errors",
                           "The device \"%1\" is unknown. Use auto, cpu, cuda or cuda:N, where N is 0 or higher.")},
        {"engine.bad_end_tokens",
         QT_TRANSLATE_NOOP("Errors", "The value of \"eos_token_id\" must be a token id or a list of token ids.")},
        {"engine.module_cannot_load",
         QT_TRANSLATE_NOOP("Errors",
                           "The inference engine cannot be loaded (%1). Install libtorch by running "
                           "packaging/install-packages.sh, or reinstall Fleming Viewer.")},
        {"engine.module_mismatch",
         QT_TRANSLATE_NOOP(
             "Errors",
             "This inference engine belongs to a different build of Fleming Viewer. Install or build both "
             "together.")},
        {"engine.module_missing",
         QT_TRANSLATE_NOOP("Errors", "The inference engine is missing. Reinstall Fleming Viewer, or build all of it.")},
        {"engine.module_not_found",
         QT_TRANSLATE_NOOP(
             "Errors", "The inference engine cannot be located, because the path of this program is unknown (%1).")},
        {"engine.not_enough_memory",
         QT_TRANSLATE_NOOP(
             "Errors",
             "There is not enough memory on %1. The model needs about %2 in %3, and %4 is free. Close other "
             "programs, or choose another device, a smaller type (int8, int4) or a smaller model.")},
        {"engine.unknown_data_type",
         QT_TRANSLATE_NOOP("Errors", "There is no data type \"%1\". Use auto, float32, bfloat16 or float16.")},
        {"engine.unknown_quantization",
         QT_TRANSLATE_NOOP("Errors", "There is no quantization \"%1\". Use none, int8 or int4.")},
        {"frames.empty_clip", QT_TRANSLATE_NOOP("Errors", "The clip has no frames.")},
        {"frames.empty_part",
         QT_TRANSLATE_NOOP("Errors", "The selected part of the clip is empty. Its end must be after its start.")},
        {"frames.empty_range", QT_TRANSLATE_NOOP("Errors", "The selected range of slices is empty.")},
        {"frames.part_outside_clip",
         QT_TRANSLATE_NOOP("Errors", "The selected part is outside the clip. Select a part within its duration.")},
        {"frames.too_few", QT_TRANSLATE_NOOP("Errors", "The number of images must be at least 1.")},
        {"frames.too_many", QT_TRANSLATE_NOOP("Errors", "Too many images are requested. Choose at most %1.")},
        {"frames.unknown_frame_rate",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The frame rate of the clip is unknown, so frames cannot be picked by time. Pick them one by "
             "one.")},
        {"image.bad_tile_count", QT_TRANSLATE_NOOP("Errors", "The number of tiles must be from 1 to %1.")},
        {"image.inconsistent_size",
         QT_TRANSLATE_NOOP(
             "Errors", "The image of %1 x %2 pixels cannot be resized: it is empty, or its data have another size.")},
        {"image.target_too_large",
         QT_TRANSLATE_NOOP("Errors", "The image cannot be resized to %1 x %2 pixels, because that is too large.")},
        {"image.target_too_small",
         QT_TRANSLATE_NOOP("Errors", "The image cannot be resized to less than 1 x 1 pixel.")},
        {"json.empty_file", QT_TRANSLATE_NOOP("Errors", "The file is empty. Download the model again.")},
        {"json.not_an_object",
         QT_TRANSLATE_NOOP("Errors", "The file does not contain a JSON object. Download the model again.")},
        {"json.number_out_of_range",
         QT_TRANSLATE_NOOP("Errors",
                           "The file is not valid JSON, because a number is out of range. Download the model again.")},
        {"json.syntax_error",
         QT_TRANSLATE_NOOP("Errors", "The file is not valid JSON (at byte %1). Download the model again.")},
        {"json.too_deeply_nested",
         QT_TRANSLATE_NOOP("Errors", "The JSON is nested more than %1 levels deep, so this is not a file of a model.")},
        {"json.too_large",
         QT_TRANSLATE_NOOP("Errors", "The file is larger than %1 MiB, so this is not a file of a model.")},
        {"memory.kv_cache_full",
         QT_TRANSLATE_NOOP("Errors",
                           "There is not enough memory for a conversation of %1 tokens: its cache needs %2 more, but "
                           "only %3 is free. Use fewer images, start a new conversation, or close other programs.")},
        {"model.benchmark_failed",
         QT_TRANSLATE_NOOP("Errors", "The model could not be measured (%1). Try another device or type.")},
        {"model.compute_failed",
         QT_TRANSLATE_NOOP("Errors",
                           "The model could not compute an answer (%1). Try again, or choose another device or type.")},
        {"model.weights_not_loaded",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The weights could not be loaded (%1). Choose another device or type, or download the model again.")},
        {"quantize.weight_not_finite",
         QT_TRANSLATE_NOOP("Errors",
                           "A weight in row %1 is not finite or is far too large, so the matrix cannot be quantized. "
                           "The checkpoint is probably damaged.")},
        {"run.damaged", QT_TRANSLATE_NOOP("Errors", "The session's record of how the answer was computed is damaged.")},
        {"run.other_prompt", QT_TRANSLATE_NOOP("Errors",
                                               "What the session records of this answer does not fit its question and "
                                               "images. Check the session with \"fleming verify\".")},
        {"safetensors.bad_metadata",
         QT_TRANSLATE_NOOP("Errors", "The metadata in the header are invalid. Download the file again.")},
        {"safetensors.bad_value",
         QT_TRANSLATE_NOOP(
             "Errors",
             "In the header, the value of \"%2\" for the tensor \"%1\" is invalid. Download the file again.")},
        {"safetensors.cannot_write",
         QT_TRANSLATE_NOOP("Errors", "The file cannot be written. Check the free space and the permissions.")},
        {"safetensors.entry_not_an_object",
         QT_TRANSLATE_NOOP(
             "Errors", "In the header, the entry of the tensor \"%1\" is not a JSON object. Download the file again.")},
        {"safetensors.extra_bytes",
         QT_TRANSLATE_NOOP("Errors",
                           "The file has %1 bytes after its last tensor, so it is damaged. Download it again.")},
        {"safetensors.gap",
         QT_TRANSLATE_NOOP("Errors",
                           "The file has unused bytes before the tensor \"%1\", so it is damaged. Download it again.")},
        {"safetensors.header_not_json",
         QT_TRANSLATE_NOOP("Errors",
                           "The header is not valid JSON (at byte %1). The file is damaged, or it is not a safetensors "
                           "file.")},
        {"safetensors.header_too_long",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The header should have %1 bytes, but the file has only %2. It is truncated or damaged, or it "
             "is not a safetensors file.")},
        {"safetensors.missing_key",
         QT_TRANSLATE_NOOP("Errors", "In the header, the tensor \"%1\" has no \"%2\". Download the file again.")},
        {"safetensors.not_safetensors",
         QT_TRANSLATE_NOOP("Errors", "This is not a safetensors file: its header does not begin with a brace.")},
        {"safetensors.overlap",
         QT_TRANSLATE_NOOP(
             "Errors", "The tensor \"%1\" overlaps the tensor before it, so the file is damaged. Download it again.")},
        {"safetensors.repeated_key",
         QT_TRANSLATE_NOOP("Errors", "In the header, the tensor \"%1\" has \"%2\" twice. Download the file again.")},
        {"safetensors.repeated_tensor",
         QT_TRANSLATE_NOOP("Errors", "The header lists the tensor \"%1\" twice. Download the file again.")},
        {"safetensors.shape_too_large",
         QT_TRANSLATE_NOOP("Errors",
                           "The shape of the tensor \"%1\" is impossible, so the file is damaged. Download it again.")},
        {"safetensors.size_mismatch",
         QT_TRANSLATE_NOOP("Errors",
                           "The tensor \"%1\" needs %2 bytes, but the header gives it %3. Download the file again.")},
        {"safetensors.too_many_tensors",
         QT_TRANSLATE_NOOP("Errors",
                           "The header lists more than %1 tensors. The file is damaged, or it is not a model.")},
        {"safetensors.too_short",
         QT_TRANSLATE_NOOP("Errors", "The file is too short to be a safetensors file. Download it again.")},
        {"safetensors.truncated",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The file is truncated: the tensor \"%1\" ends at byte %2 of the data, but the file contains "
             "only %3. Download it again.")},
        {"safetensors.unexpected_tensor",
         QT_TRANSLATE_NOOP("Errors",
                           "The tensor \"%1\" cannot be written, because the header has no entry of its size.")},
        {"safetensors.unknown_key",
         QT_TRANSLATE_NOOP("Errors",
                           "In the header, the tensor \"%1\" has the unknown key \"%2\". Download the file again.")},
        {"safetensors.unknown_type",
         QT_TRANSLATE_NOOP("Errors", "The tensor \"%1\" has the unknown type \"%2\". Download the file again.")},
        {"safetensors.unwritten_tensor",
         QT_TRANSLATE_NOOP("Errors", "The file is incomplete: the tensor \"%1\" has not been written.")},
        {"sampling.bad_temperature",
         QT_TRANSLATE_NOOP("Errors", "The temperature must be 0 (greedy) or a positive number.")},
        {"sampling.bad_token_limit",
         QT_TRANSLATE_NOOP("Errors", "The maximum number of new tokens must not be negative.")},
        {"sampling.bad_top_k", QT_TRANSLATE_NOOP("Errors", "Top-k must be 0 (all tokens) or a positive number.")},
        {"sampling.bad_top_p", QT_TRANSLATE_NOOP("Errors", "Top-p must be greater than 0 and at most 1.")},
        {"sampling.invalid_logits",
         QT_TRANSLATE_NOOP("Errors",
                           "The model computed invalid values (NaN or infinity). Its files are damaged, or it is not "
                           "supported. If it runs in bfloat16 or float16, try float32.")},
        {"tokenizer.byte_without_token",
         QT_TRANSLATE_NOOP("Errors",
                           "The text cannot be encoded, because the model's vocabulary has no token for the byte %1.")},
        {"tokenizer.missing_special_token",
         QT_TRANSLATE_NOOP("Errors",
                           "The tokenizer has no special token %1, so this is not a Fleming-VL or InternVL model.")},
        {"tokenizer.unknown_id", QT_TRANSLATE_NOOP("Errors", "The vocabulary has no token with the id %1.")},
        {"tokenizer.vocabulary_mismatch",
         QT_TRANSLATE_NOOP("Errors",
                           "The tokenizer has ids up to %1, but the vocabulary in config.json has only %2 tokens. The "
                           "tokenizer files belong to another model.")},
        {"vocabulary.added_token_without_content",
         QT_TRANSLATE_NOOP("Errors", "An added token has no \"content\". Download the tokenizer files again.")},
        {"vocabulary.contradictory_id",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The added token \"%1\" has the id %2 in this file and another id in the other tokenizer files. "
             "Download the tokenizer files again.")},
        {"vocabulary.empty",
         QT_TRANSLATE_NOOP("Errors", "The vocabulary is empty. Download the tokenizer files again.")},
        {"vocabulary.id_in_use",
         QT_TRANSLATE_NOOP(
             "Errors", "The id of the added token \"%1\" is already in use: %2. Download the tokenizer files again.")},
        {"vocabulary.id_not_an_integer",
         QT_TRANSLATE_NOOP("Errors",
                           "The id of the token \"%1\" is not a whole number. Download the tokenizer files again.")},
        {"vocabulary.id_out_of_range",
         QT_TRANSLATE_NOOP("Errors",
                           "The id of the token \"%1\" is not between 0 and %2. Download the tokenizer files again.")},
        {"vocabulary.key_not_an_id",
         QT_TRANSLATE_NOOP(
             "Errors", "The key \"%1\" in \"added_tokens_decoder\" is not an id. Download the tokenizer files again.")},
        {"vocabulary.malformed_merge",
         QT_TRANSLATE_NOOP("Errors", "Merge rule %1 must name two tokens. Download the tokenizer files again.")},
        {"vocabulary.missing_file",
         QT_TRANSLATE_NOOP("Errors",
                           "The tokenizer files are incomplete: %1 is missing. Download the tokenizer files again.")},
        {"vocabulary.missing_files",
         QT_TRANSLATE_NOOP("Errors",
                           "The tokenizer files are missing. Download vocab.json and merges.txt, or tokenizer.json.")},
        {"vocabulary.missing_key",
         QT_TRANSLATE_NOOP("Errors", "The key \"%1\" is missing. Download the tokenizer files again.")},
        {"vocabulary.not_a_list",
         QT_TRANSLATE_NOOP("Errors", "The value of \"%1\" must be a list. Download the tokenizer files again.")},
        {"vocabulary.not_an_object",
         QT_TRANSLATE_NOOP("Errors", "The value of \"%1\" must be a JSON object. Download the tokenizer files again.")},
        {"vocabulary.not_qwen2",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The \"%1\" in this file is not that of a Qwen2 tokenizer. Fleming Viewer supports only Qwen2 "
             "tokenizers.")},
        {"vocabulary.repeated_id",
         QT_TRANSLATE_NOOP("Errors",
                           "The tokens \"%1\" and \"%2\" have the same id, %3. Download the tokenizer files again.")},
        {"vocabulary.unknown_token_in_merge",
         QT_TRANSLATE_NOOP(
             "Errors",
             "Merge rule %1 needs the token \"%2\", which is not in the vocabulary. Download the tokenizer "
             "files again.")},
        {"vocabulary.unused_id",
         QT_TRANSLATE_NOOP("Errors", "No token has the id %1. Download the tokenizer files again.")},
        {"weights.missing_tensor",
         QT_TRANSLATE_NOOP("Errors",
                           "The tensor \"%1\" is missing (missing tensors in all: %2). Download the model again.")},
        {"weights.out_of_memory",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The weights do not fit into memory. Close other programs, or choose a smaller type (int8, int4) "
             "or a smaller model.")},
        {"weights.same_tensor_twice",
         QT_TRANSLATE_NOOP(
             "Errors", "The file contains the same tensor twice, as \"%1\" and as \"%2\". Download the model again.")},
        {"weights.unsupported_type",
         QT_TRANSLATE_NOOP("Errors",
                           "The tensor \"%1\" has the type %2, which is not supported. Fleming Viewer supports %3.")},
        {"weights.wrong_shape",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The tensor \"%1\" has the shape %2, but config.json requires %3. The files belong to different "
             "models.")},
    };
    return kTexts;
}

}  // namespace fleming::app
