#!/usr/bin/env python3
"""Measures llama.cpp on the language model of a shape with random weights, as `fleming bench --shape` does for our engine.

    peers_llama.py FOLDER [--shape 1b | 8b] [--types BF16 Q8_0 Q4_0 Q4_K_M] [--prompt 662] [--new-tokens 48] [--threads 2]

The GGUF files are created in FOLDER and reused. Needs `pip install llama-cpp-python gguf numpy`. If it is compiled by GCC 12 for a
CPU with AMX, it crashes at the first matmul: _tile_loadconfig of GCC does not declare that it reads 64 bytes, so GCC removes the
stores to them. Workaround: build it with CXXFLAGS="-include FILE", where FILE is a header that includes <immintrin.h> and defines
    #define _tile_loadconfig(p) asm volatile("ldtilecfg (%0)" ::"r"(p) : "memory")
"""

import argparse
import ctypes
import pathlib
import statistics
import time

import gguf
import llama_cpp as llama
import numpy as np

# The language models of InternVL3-1B and InternVL3-8B, from their published config.json files.
SHAPES = {"1b": {"layers": 24, "hidden": 896, "heads": 14, "kv_heads": 2, "mlp": 4864, "theta": 1e6, "vocabulary": 151674},
          "8b": {"layers": 28, "hidden": 3584, "heads": 28, "kv_heads": 4, "mlp": 18944, "theta": 1e6, "vocabulary": 151674}}
TYPES = {"Q8_0": llama.LLAMA_FTYPE_MOSTLY_Q8_0, "Q4_0": llama.LLAMA_FTYPE_MOSTLY_Q4_0, "Q4_K_M": llama.LLAMA_FTYPE_MOSTLY_Q4_K_M}
MATRICES = {"attn_q": "self_attn.q_proj", "attn_k": "self_attn.k_proj", "attn_v": "self_attn.v_proj", "attn_output": "self_attn.o_proj",
            "ffn_gate": "mlp.gate_proj", "ffn_up": "mlp.up_proj", "ffn_down": "mlp.down_proj"}
NORMS = {"attn_norm": "input_layernorm", "ffn_norm": "post_attention_layernorm"}


def write_gguf(path, s, tensor):
    """Writes a Qwen2 model of shape `s`. tensor(name, rows, columns) returns the tensor with this published name: bfloat16 as
    uint16 (rows, columns), or float32 (rows) if columns is 0."""
    writer = gguf.GGUFWriter(str(path), "qwen2")
    writer.add_block_count(s["layers"])
    writer.add_context_length(32768)
    writer.add_embedding_length(s["hidden"])
    writer.add_feed_forward_length(s["mlp"])
    writer.add_head_count(s["heads"])
    writer.add_head_count_kv(s["kv_heads"])
    writer.add_rope_freq_base(s["theta"])
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_vocab_size(s["vocabulary"])
    writer.add_tokenizer_model("no_vocab")
    narrow = s["hidden"] // s["heads"] * s["kv_heads"]
    rows = {"attn_k": narrow, "attn_v": narrow, "ffn_gate": s["mlp"], "ffn_up": s["mlp"]}

    def matrix(name, published, rows, columns):
        writer.add_tensor(name + ".weight", tensor(published + ".weight", rows, columns).view(np.uint8), raw_dtype=gguf.GGMLQuantizationType.BF16)

    matrix("token_embd", "model.embed_tokens", s["vocabulary"], s["hidden"])
    for k in range(s["layers"]):
        layer = f"model.layers.{k}."
        for name, published in MATRICES.items():
            matrix(f"blk.{k}.{name}", layer + published, rows.get(name, s["hidden"]), s["mlp" if name == "ffn_down" else "hidden"])
        for name in ("attn_q", "attn_k", "attn_v"):
            writer.add_tensor(f"blk.{k}.{name}.bias", tensor(layer + MATRICES[name] + ".bias", rows.get(name, s["hidden"]), 0))
        for name, published in NORMS.items():
            writer.add_tensor(f"blk.{k}.{name}.weight", tensor(layer + published + ".weight", s["hidden"], 0))
    writer.add_tensor("output_norm.weight", tensor("model.norm.weight", s["hidden"], 0))
    matrix("output", "lm_head", s["vocabulary"], s["hidden"])
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def random_tensor(name, rows, columns):
    if not columns:
        return np.full(rows, 0.0 if name.endswith("bias") else 1.0, np.float32)
    values = np.random.default_rng(rows).standard_normal(1 << 20, dtype=np.float32) * np.float32(0.02)
    return np.resize((values.view(np.uint32) >> 16).astype(np.uint16), (rows, columns))


def quantized(plain, kind):
    """Quantizes a BF16 file to a file in the same folder, unless that exists, and returns its path."""
    path = plain.with_name(plain.name.replace("BF16", kind))
    if not path.exists():
        params = llama.llama_model_quantize_default_params()
        params.ftype = TYPES[kind]
        if llama.llama_model_quantize(str(plain).encode(), str(path).encode(), ctypes.byref(params)):
            raise SystemExit(f"{path}: cannot be written")
    return path


@llama.llama_log_callback
def ignore_log(level, text, data):
    pass


def be_quiet():
    llama.llama_log_set(ignore_log, None)
    llama.llama_backend_init()


def evaluated(context, tokens, first):
    """Evaluates the tokens at the positions from `first` and returns the time in seconds."""
    batch = llama.llama_batch_init(len(tokens), 0, 1)
    batch.n_tokens = len(tokens)
    for k, token in enumerate(tokens):
        batch.token[k], batch.pos[k], batch.n_seq_id[k], batch.seq_id[k][0] = int(token), first + k, 1, 0
        batch.logits[k] = k + 1 == len(tokens)
    start = time.perf_counter()
    if llama.llama_decode(context, batch):
        raise SystemExit("llama_decode failed")
    llama.llama_synchronize(context)
    seconds = time.perf_counter() - start
    llama.llama_batch_free(batch)
    return seconds


def measure(path, options):
    model_params, params = llama.llama_model_default_params(), llama.llama_context_default_params()
    model_params.n_gpu_layers = 0
    model = llama.llama_model_load_from_file(str(path).encode(), model_params)
    params.n_ctx, params.n_batch, params.n_ubatch = options.prompt + options.new_tokens + 8, options.prompt, 512
    params.n_threads = params.n_threads_batch = options.threads
    context = llama.llama_init_from_model(model, params)
    tokens = np.random.default_rng(2).integers(0, SHAPES[options.shape]["vocabulary"], options.prompt + options.new_tokens + 1)
    evaluated(context, tokens[:1], 0)  # loads the weights into memory
    llama.llama_memory_clear(llama.llama_get_memory(context), True)
    prefill = evaluated(context, tokens[: options.prompt], 0)
    each = [evaluated(context, tokens[k: k + 1], k) for k in range(options.prompt, options.prompt + options.new_tokens)]
    read = gguf_bytes_read(path)
    second = statistics.median(each)
    print(f"{path.stem}: {read / 1e9:.2f} GB per token; prefill {options.prompt / prefill:.1f} tokens/s; "
          f"decode {1 / second:.1f} tokens/s (median), {read / second / 1e9:.1f} GB/s", flush=True)
    llama.llama_free(context)
    llama.llama_model_free(model)


def gguf_bytes_read(path):
    """Returns the bytes of the weights that a decode step reads."""
    return sum(int(t.n_bytes) for t in gguf.GGUFReader(str(path)).tensors if t.name != "token_embd.weight")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--shape", choices=SHAPES, default="1b")
    parser.add_argument("--types", nargs="+", choices=("BF16", *TYPES), default=("BF16", *TYPES))
    parser.add_argument("--prompt", type=int, default=662)
    parser.add_argument("--new-tokens", type=int, default=48)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    be_quiet()
    plain = options.folder / f"{options.shape}-BF16.gguf"
    if not plain.exists():
        write_gguf(plain, SHAPES[options.shape], random_tensor)
    for kind in options.types:
        measure(quantized(plain, kind), options)


if __name__ == "__main__":
    main()
