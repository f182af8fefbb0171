#!/usr/bin/env python3
"""Measures transformers on the shapes of InternVL3 in bfloat16 with random weights, as `fleming bench --shape 1b` does for our engine.

    peers_transformers.py [--shape 1b] [--device cpu] [--images 2] [--new-tokens 48] [--threads 2]

The language model generates as the published script of Fleming-VL does: generate() with a KV cache, greedy. On CUDA the vision tower
takes all images at once, as that script does. Needs `pip install torch transformers`.
"""

import argparse
import statistics
import time

import torch
from transformers import InternVLVisionConfig, InternVLVisionModel, Qwen2Config, Qwen2ForCausalLM

LANGUAGE = {  # layers, hidden, heads, key heads, MLP
    "1b": (24, 896, 14, 2, 4864),
    "8b": (28, 3584, 28, 4, 18944),
    "38b": (64, 5120, 40, 8, 27648),
}
VISION = {  # layers, hidden, heads, MLP, norm
    "1b": (24, 1024, 16, 4096, "layer_norm"),
    "8b": (24, 1024, 16, 4096, "layer_norm"),
    "38b": (45, 3200, 25, 12800, "rms_norm"),
}
TEXT_TOKENS, TOKENS_PER_IMAGE = 150, 256


def language_model(shape):
    layers, hidden, heads, key_heads, mlp = LANGUAGE[shape]
    config = Qwen2Config(num_hidden_layers=layers, hidden_size=hidden, num_attention_heads=heads, num_key_value_heads=key_heads,
                         intermediate_size=mlp, vocab_size=151674, max_position_embeddings=32768, tie_word_embeddings=False,
                         rms_norm_eps=1e-6)
    return Qwen2ForCausalLM(config).eval()


def vision_tower(shape):
    layers, hidden, heads, mlp, norm = VISION[shape]
    config = InternVLVisionConfig(hidden_size=hidden, num_hidden_layers=layers, num_attention_heads=heads, intermediate_size=mlp,
                                  attention_bias=norm == "layer_norm", use_qk_norm=norm == "rms_norm", norm_type=norm,
                                  image_size=[448, 448], patch_size=[14, 14])
    return InternVLVisionModel(config).eval()


def timed(work, device):
    wait = torch.cuda.synchronize if device == "cuda" else lambda: None
    wait()
    start = time.perf_counter()
    result = work()
    wait()
    return result, time.perf_counter() - start


def measure_vision(options):
    tower = vision_tower(options.shape)
    batch = options.images if options.device == "cuda" else 1
    pixels = torch.randn(batch, 3, 448, 448)
    tower(pixel_values=pixels)
    _, seconds = timed(lambda: [tower(pixel_values=pixels) for _ in range(options.images // batch)], options.device)
    print(f"vision tower {options.images / seconds:.3f} images/s", flush=True)


def measure_language(options):
    model = language_model(options.shape)
    prompt = TEXT_TOKENS + options.images * TOKENS_PER_IMAGE
    ids = torch.randint(0, 151674, (1, prompt + options.new_tokens))
    if options.device == "cuda":  # loads the kernels
        model(input_ids=ids[:, :prompt], use_cache=True, logits_to_keep=1)
    model(input_ids=ids[:, :8])
    out, seconds = timed(lambda: model(input_ids=ids[:, :prompt], use_cache=True, logits_to_keep=1), options.device)
    print(f"prefill {prompt} tokens {prompt / seconds:.1f} tokens/s, {seconds:.3f} s", flush=True)
    each = []
    for k in range(prompt, prompt + options.new_tokens):
        out, seconds = timed(lambda: model(input_ids=ids[:, k: k + 1], past_key_values=out.past_key_values, use_cache=True),
                             options.device)
        each.append(seconds)
    print(f"decode, forward() {1 / statistics.median(each):.2f} tokens/s (median)", flush=True)
    del out
    both = []
    for new in (1, 1 + options.new_tokens):
        _, seconds = timed(lambda: model.generate(ids[:, :prompt], attention_mask=torch.ones_like(ids[:, :prompt]), do_sample=False,
                                                  max_new_tokens=new, min_new_tokens=new), options.device)
        both.append(seconds)
    print(f"decode, generate() {options.new_tokens / (both[1] - both[0]):.2f} tokens/s", flush=True)


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shape", default="1b", choices=LANGUAGE)
    parser.add_argument("--device", default="cpu", choices=["cpu", "cuda"])
    parser.add_argument("--images", type=int, default=2)
    parser.add_argument("--new-tokens", type=int, default=48)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.set_default_dtype(torch.bfloat16)
    torch.set_default_device(options.device)
    measure_vision(options)
    measure_language(options)


if __name__ == "__main__":
    main()
