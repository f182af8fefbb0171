#!/usr/bin/env python3
"""Compares the engine with the InternVL of the transformers library on the questions of the demo model.

    check_reference.py --model DIR --questions FILE.jsonl --fleming PROGRAM [--count N] [--type float32 | bfloat16]

For each question `fleming frames` writes the images, Pillow resizes them, and transformers answers greedily with the stored
weights. Prints the accuracy of the reference; with --answers FILE (the journal of `fleming evaluate --answers`) also how
many token sequences of the engine are identical.
"""

import argparse
import json
import pathlib
import subprocess
import tempfile

import numpy as np
import torch
from PIL import Image
from safetensors.torch import load_file
from transformers import InternVLConfig, InternVLForConditionalGeneration

import model as demo
import tokenizer

NAMES = [  # published name, name in transformers
    ("vision_model.embeddings.class_embedding", "model.vision_tower.embeddings.cls_token"),
    ("vision_model.embeddings.patch_embedding.", "model.vision_tower.embeddings.patch_embeddings.projection."),
    ("vision_model.embeddings.position_embedding", "model.vision_tower.embeddings.position_embeddings"),
    ("vision_model.encoder.layers.", "model.vision_tower.encoder.layer."),
    (".norm1.", ".layernorm_before."), (".norm2.", ".layernorm_after."),
    (".attn.proj.", ".attention.projection_layer."), (".attn.", ".attention."), (".ls1", ".lambda_1"), (".ls2", ".lambda_2"),
    ("mlp1.0.", "model.multi_modal_projector.layer_norm."), ("mlp1.1.", "model.multi_modal_projector.linear_1."),
    ("mlp1.3.", "model.multi_modal_projector.linear_2."),
    ("language_model.model.", "model.language_model."), ("language_model.lm_head.", "lm_head."),
]


def reference_model(folder, chat, dtype):
    """Returns the model of transformers with the weights of the checkpoint."""
    v, t = demo.VISION, demo.LANGUAGE
    config = InternVLConfig(
        vision_config={"hidden_size": v["hidden"], "num_hidden_layers": v["layers"], "num_attention_heads": v["heads"],
                       "intermediate_size": v["mlp"], "attention_bias": True, "use_qk_norm": False, "norm_type": "layer_norm",
                       "layer_norm_eps": 1e-6, "image_size": [demo.TILE] * 2, "patch_size": [demo.PATCH] * 2},
        text_config={"model_type": "qwen2", "hidden_size": t["hidden"], "num_hidden_layers": t["layers"],
                     "num_attention_heads": t["heads"], "num_key_value_heads": t["kv_heads"], "intermediate_size": t["mlp"],
                     "vocab_size": chat.size, "rms_norm_eps": 1e-6, "max_position_embeddings": 32768, "tie_word_embeddings": False,
                     "rope_parameters": {"rope_type": "dynamic", "factor": 2.0, "rope_theta": t["theta"]}},
        image_token_id=chat.context, image_seq_length=tokenizer.TOKENS_PER_PICTURE, tie_word_embeddings=False)
    for part in (config, config.text_config, config.vision_config):
        part._attn_implementation = "eager"
    reference = InternVLForConditionalGeneration(config).eval()
    tensors = {}
    for name, weight in load_file(str(folder / "model.safetensors")).items():
        if ".attn.qkv." in name:
            for part, rows in zip("qkv", weight.chunk(3)):
                tensors[renamed(name.replace("qkv", part + "_proj"))] = rows.float()
        else:
            tensors[renamed(name)] = weight.float()
    reference.load_state_dict(tensors, strict=True)
    return reference.to(dtype)


def renamed(name):
    for published, theirs in NAMES:
        name = name.replace(published, theirs) if published.startswith(".") or name.startswith(published) else name
    return name


def pixel_values(question, folder, fleming):
    source = question.get("images") or [question.get("volume") or question["video"]]
    with tempfile.TemporaryDirectory() as out:
        command = [fleming, "frames", *[str(folder / name) for name in source], "-o", out]
        subprocess.run(command, check=True, capture_output=True)
        records = json.loads((pathlib.Path(out) / "frames.json").read_text())
        tiles = [Image.open(pathlib.Path(out) / record["image"]).convert("RGB").resize((demo.TILE,) * 2, Image.BICUBIC) for record in records]
    x = torch.from_numpy(np.stack([np.asarray(tile) for tile in tiles])).permute(0, 3, 1, 2).float() / 255
    return (x - torch.tensor(demo.MEAN).view(1, 3, 1, 1)) / torch.tensor(demo.STD).view(1, 3, 1, 1)


def generate(reference, chat, ids, pixels, limit=400):
    """Returns the greedy continuation by generate() of transformers."""
    given = torch.tensor([ids])
    with torch.no_grad():
        out = reference.generate(input_ids=given, attention_mask=torch.ones_like(given), pixel_values=pixels, do_sample=False,
                                 max_new_tokens=limit, eos_token_id=chat.end, pad_token_id=chat.end)
    return out[0, len(ids):].tolist()


def ask(reference, chat, question, pixels):
    """Returns the ids of the answer to the last turn of the question."""
    ids, lead = chat.prefix(len(pixels))
    for k, text in enumerate([*question.get("before", []), question["question"]]):
        ids = ids + (chat.question(lead + text) if k == 0 else chat.next_turn(text))
        answer = generate(reference, chat, ids, pixels)
        ids = ids + answer
    return [token for token in answer if token != chat.end]


def is_right(question, text):
    if "<answer>" not in text:
        return False
    plain = lambda words: " ".join(words.lower().split()).rstrip(".")
    told = plain(text.split("<answer>")[1].split("</answer>")[0])
    return told in [plain(words) for words in [question["answer"], *question.get("answers", [])]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=pathlib.Path, required=True)
    parser.add_argument("--questions", type=pathlib.Path, required=True)
    parser.add_argument("--fleming", required=True)
    parser.add_argument("--answers", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--type", default="float32")
    options = parser.parse_args()
    chat = tokenizer.Chat(options.model)
    reference = reference_model(options.model, chat, getattr(torch, options.type))
    engine = {}
    if options.answers:
        rows = [json.loads(line) for line in options.answers.read_text().splitlines()]
        engine = {row["line"]: row["tokens"] for row in rows if "tokens" in row}
    right, same, compared = 0, 0, 0
    questions = [json.loads(line) for line in options.questions.read_text().splitlines()][: options.count]
    for line, question in enumerate(questions, 1):
        pixels = pixel_values(question, options.questions.parent, options.fleming).to(getattr(torch, options.type))
        tokens = ask(reference, chat, question, pixels)
        right += is_right(question, chat.decode(tokens))
        if line in engine:
            compared += 1
            same += engine[line] == tokens
            if engine[line] != tokens:
                print(f"line {line}: reference {chat.decode(tokens)!r}\n      engine {chat.decode(engine[line])!r}")
    print(f"{len(questions)} questions, reference ({options.type}) right: {right / len(questions):.4f}")
    if compared:
        print(f"the engine's tokens are the same for {same} of {compared}")


if __name__ == "__main__":
    main()
