#!/usr/bin/env python3
"""Measures the error of llama.cpp's quantized types relative to its bfloat16, along the answers of the demo model, as
fleming_bench_divergence does for our engine.

    peers_divergence.py FOLDER --questions FILE.jsonl --answers JOURNAL.jsonl --fleming PROGRAM [--count 200]

JOURNAL is written by `fleming evaluate --answers` with the demo model in bfloat16. The GGUF files are created in FOLDER and reused.
Needs `pip install llama-cpp-python gguf numpy torch safetensors tokenizers pillow`.
"""

import argparse
import json
import pathlib
import sys

import llama_cpp as llama
import numpy as np
import torch
from safetensors.torch import load_file

import peers_llama

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "resources/demo_model/training"))
import check_reference  # noqa: E402
import model as demo  # noqa: E402
import tokenizer  # noqa: E402


def checkpoint_tensor(weights):
    def tensor(name, rows, columns):
        weight = weights["language_model." + name]
        return weight.view(torch.int16).numpy().view(np.uint16) if columns else weight.float().numpy()
    return tensor


def log_probabilities(context, embeddings, count):
    """Returns the log-probabilities of the token after each of the last `count` positions: float64 (count, vocabulary)."""
    n, width = embeddings.shape
    batch = llama.llama_batch_init(n, width, 1)
    batch.n_tokens = n
    np.ctypeslib.as_array(batch.embd, (n, width))[:] = embeddings
    for k in range(n):
        batch.pos[k], batch.n_seq_id[k], batch.seq_id[k][0], batch.logits[k] = k, 1, 0, k >= n - count
    llama.llama_memory_clear(llama.llama_get_memory(context), True)
    if llama.llama_decode(context, batch):
        raise SystemExit("llama_decode failed")
    vocabulary = llama.llama_vocab_n_tokens(llama.llama_model_get_vocab(llama.llama_get_model(context)))
    rows = [np.ctypeslib.as_array(llama.llama_get_logits_ith(context, k), (vocabulary,)) for k in range(n - count, n)]
    llama.llama_batch_free(batch)
    x = np.array(rows, np.float64)
    x -= x.max(1, keepdims=True)
    return x - np.log(np.exp(x).sum(1, keepdims=True))


def open_model(path):
    model = llama.llama_model_load_from_file(str(path).encode(), llama.llama_model_default_params())
    params = llama.llama_context_default_params()
    params.n_ctx = params.n_batch = params.n_ubatch = 1024
    return llama.llama_init_from_model(model, params)


def sequences(options, weights):
    """Yields, for each question, the embeddings of prompt and answer, and the number of positions that predict the answer."""
    chat = tokenizer.Chat(ROOT / "resources/demo_model")
    tower = demo.DemoModel(chat.size)
    tower.load_state_dict({name: weight.float() for name, weight in weights.items()})
    answers = {row["line"]: row["tokens"] for row in map(json.loads, options.answers.read_text().splitlines()) if row.get("tokens")}
    count = 0
    for line, text in enumerate(options.questions.read_text().splitlines(), 1):
        question = json.loads(text)
        if question.get("before") or line not in answers:
            continue
        if count == options.count:
            return
        count += 1
        pixels = check_reference.pixel_values(question, options.questions.parent, options.fleming)
        ids, lead = chat.prefix(len(pixels))
        ids = torch.tensor(ids + chat.question(lead + question["question"]) + answers[line])
        with torch.no_grad():
            x = tower.language_model.model.embed_tokens(ids)
            x[ids == chat.context] = tower.mlp1(demo.pixel_shuffle(tower.vision_model(pixels))).flatten(0, 1)
        yield x.numpy(), len(answers[line]) + 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--questions", type=pathlib.Path, required=True)
    parser.add_argument("--answers", type=pathlib.Path, required=True)
    parser.add_argument("--fleming", required=True)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    peers_llama.be_quiet()
    weights = load_file(str(ROOT / "resources/demo_model/model.safetensors"))
    plain = options.folder / "demo-BF16.gguf"
    if not plain.exists():
        vocabulary = len(weights["language_model.lm_head.weight"])
        peers_llama.write_gguf(plain, demo.LANGUAGE | {"vocabulary": vocabulary}, checkpoint_tensor(weights))
    kinds = ("Q8_0", "Q4_0", "Q4_K_M")
    reference, others = open_model(plain), [open_model(peers_llama.quantized(plain, kind)) for kind in kinds]
    distances, same = [[] for _ in kinds], [0] * len(kinds)
    for x, count in sequences(options, weights):
        p = log_probabilities(reference, x, count)
        for k, other in enumerate(others):
            q = log_probabilities(other, x, count)
            distances[k] += (np.exp(p) * (p - q)).sum(1).tolist()
            same[k] += int((p.argmax(1) == q.argmax(1)).sum())
    for kind, each, equal in zip(kinds, distances, same):
        print(f"{kind}: {len(each)} tokens, mean {np.mean(each):.3g}, 99th percentile {np.percentile(each, 99):.3g}, "
              f"same argmax token in {100 * equal / len(each):.3f} %")


if __name__ == "__main__":
    main()
