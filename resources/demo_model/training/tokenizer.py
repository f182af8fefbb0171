"""The tokenizer of the demo model: Qwen2's byte-level BPE with a small vocabulary of its own, and the encoding of prompts.

The prompt is the "internvl2_5" template (ChatML) with Fleming-VL's reasoning prompt; control tokens are inserted by id.
"""

import json

import numpy as np
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

import questions
import wordings

SYSTEM = "你是书生·万象，英文名是InternVL，是由上海人工智能实验室、清华大学及多家合作单位联合开发的多模态大语言模型。"
REASONING_PROMPT = (
    "A conversation between User and Assistant. The user asks a question, and the Assistant solves it. The assistant "
    "first thinks about the reasoning process in the mind and then provides the user a concise final answer in a short "
    "word or phrase. The reasoning process and answer are enclosed within <think> </think> and <answer> </answer> tags, "
    "respectively, i.e., <think> reasoning process here </think><answer> answer here </answer>"
)
SPECIAL = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<quad>", "</quad>", "<ref>", "</ref>", "<box>", "</box>",
           "<img>", "</img>", "<IMG_CONTEXT>"]
PATTERN = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
VOCABULARY = 2000
TOKENS_PER_PICTURE = 16


def corpus(seed=0, count=20000):
    """Yields questions and answers of the training, from which the merges are learned."""
    rng = np.random.default_rng(seed)
    texts = [SYSTEM, REASONING_PROMPT, "system\n", "user\n", "assistant\n"] * 50
    for words in wordings.ASK.values():
        texts += [core.format(noun) for core in words for noun in ("nodule", "mass")] * 3
    texts += [wordings.outside_question(rng) for _ in range(count)]
    for name, words, organ, lesion in questions.TECHNIQUES.values():
        texts += [name, words, organ, lesion, f"Image-1 is {words} of the {organ}. I see two {lesion}s"] * 20
    for module in (questions, wordings):
        for name in sorted(vars(module)):
            value = getattr(module, name)
            if isinstance(value, tuple) and value and isinstance(value[0], str):
                texts += list(value) * 5
        with open(module.__file__, encoding="utf-8") as source:  # contains every sentence of the reasoning
            texts += [line for line in source.read().splitlines() if '"' in line] * 3
    return texts


def byte_level(bpe):
    """Wraps a byte-pair encoding in the steps of Qwen2."""
    tokenizer = Tokenizer(bpe)
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(PATTERN), behavior="isolated"),
        pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer


def train(folder):
    """Learns the vocabulary and writes vocab.json, merges.txt, added_tokens.json and tokenizer_config.json."""
    tokenizer = byte_level(models.BPE())
    trainer = trainers.BpeTrainer(vocab_size=VOCABULARY - len(SPECIAL), show_progress=False,
                                  initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()))
    tokenizer.train_from_iterator(corpus(), trainer)
    tokenizer.model.save(str(folder))
    size = tokenizer.get_vocab_size()
    added = {name: size + k for k, name in enumerate(SPECIAL)}
    decoder = {str(k): {"content": name, "lstrip": False, "normalized": False, "rstrip": False, "single_word": False,
                        "special": True} for name, k in added.items()}
    config = {"add_bos_token": False, "add_prefix_space": False, "added_tokens_decoder": decoder, "bos_token": None,
              "eos_token": "<|im_end|>", "errors": "replace", "model_max_length": 32768, "pad_token": "<|endoftext|>",
              "tokenizer_class": "Qwen2Tokenizer", "unk_token": None}
    special = {"additional_special_tokens": SPECIAL[3:], "eos_token": "<|im_end|>", "pad_token": "<|endoftext|>"}
    for name, value in (("added_tokens", added), ("tokenizer_config", config), ("special_tokens_map", special)):
        (folder / f"{name}.json").write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


class Chat:
    """Encodes prompts and answers as inference/tokens/chat_template.cpp does."""

    def __init__(self, folder):
        self.tokenizer = byte_level(models.BPE.from_file(str(folder / "vocab.json"), str(folder / "merges.txt")))
        self.id = json.loads((folder / "added_tokens.json").read_text())
        self.size = max(self.id.values()) + 1
        self.start, self.end, self.context = self.id["<|im_start|>"], self.id["<|im_end|>"], self.id["<IMG_CONTEXT>"]
        self._cache = {}

    def text(self, text):
        ids = self._cache.get(text)
        if ids is None:
            ids = self.tokenizer.encode(text).ids
            if len(self._cache) < 200000:
                self._cache[text] = ids
        return ids

    def decode(self, ids):
        return self.tokenizer.decode([k for k in ids if k < self.id["<|endoftext|>"]])

    def prefix(self, pictures):
        """Returns the ids before the words of the first question."""
        ids = [self.start, *self.text("system\n" + SYSTEM), self.end, *self.text("\n"), self.start]
        text = "user\n" + REASONING_PROMPT + "\n"
        for _ in range(pictures):
            ids += [*self.text(text), self.id["<img>"], *[self.context] * TOKENS_PER_PICTURE, self.id["</img>"]]
            text = "\n"
        return ids, text

    def question(self, text):
        """Returns the ids after the pictures (or after "user\\n..." of a later turn), up to the first token of the answer."""
        return [*self.text(text), self.end, *self.text("\n"), self.start, *self.text("assistant\n")]

    def answer(self, text):
        return [*self.text(text), self.end]

    def next_turn(self, text):
        """Returns a follow-up: from the newline after an answer to the first token of the next answer."""
        return [*self.text("\n"), self.start, *self.question("user\n" + REASONING_PROMPT + "\n" + text)]
