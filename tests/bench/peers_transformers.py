#!/usr/bin/env python3
"""Measures transformers on the shape of InternVL3-1B in bfloat16 with random weights, as `fleming bench --shape 1b` does for our
engine.

    peers_transformers.py [--prompt 662] [--new-tokens 48] [--images 2] [--threads 2]

Needs `pip install torch transformers`.
"""

import argparse
import statistics
import time

import torch
from transformers import InternVLVisionConfig, InternVLVisionModel, Qwen2Config, Qwen2ForCausalLM


def language_model():
    config = Qwen2Config(num_hidden_layers=24, hidden_size=896, num_attention_heads=14, num_key_value_heads=2, intermediate_size=4864,
                         vocab_size=151674, max_position_embeddings=32768, tie_word_embeddings=False, rms_norm_eps=1e-6)
    return Qwen2ForCausalLM(config).to(torch.bfloat16).eval()


def vision_tower():
    config = InternVLVisionConfig(hidden_size=1024, num_hidden_layers=24, num_attention_heads=16, intermediate_size=4096,
                                  attention_bias=True, norm_type="layer_norm", image_size=[448, 448], patch_size=[14, 14])
    return InternVLVisionModel(config).to(torch.bfloat16).eval()


def timed(work):
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prompt", type=int, default=662)
    parser.add_argument("--new-tokens", type=int, default=48)
    parser.add_argument("--images", type=int, default=2)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)

    tower = vision_tower()
    one = torch.randn(1, 3, 448, 448, dtype=torch.bfloat16)
    tower(pixel_values=one)
    _, seconds = timed(lambda: [tower(pixel_values=one) for _ in range(options.images)])
    print(f"vision tower {options.images / seconds:.3f} images/s", flush=True)
    del tower

    model = language_model()
    ids = torch.randint(0, 151674, (1, options.prompt + options.new_tokens))
    model(input_ids=ids[:, :8])
    out, seconds = timed(lambda: model(input_ids=ids[:, : options.prompt], use_cache=True, logits_to_keep=1))
    print(f"prefill {options.prompt / seconds:.1f} tokens/s", flush=True)
    each = []
    for k in range(options.prompt, options.prompt + options.new_tokens):
        out, seconds = timed(lambda: model(input_ids=ids[:, k: k + 1], past_key_values=out.past_key_values, use_cache=True))
        each.append(seconds)
    print(f"decode {1 / statistics.median(each):.2f} tokens/s (median)", flush=True)


if __name__ == "__main__":
    main()
