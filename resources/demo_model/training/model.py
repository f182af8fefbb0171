"""The demo model in PyTorch: a small InternVL3 with the tensor names of the published layout.

It has what training needs: packed sequences with a mask, and a KV cache only in generate().
"""

import json
import math

import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torch import nn

DESCRIPTION = "Demo model: it knows only the drawn sample studies; for real scans choose a Fleming-VL checkpoint."
TILE, PATCH = 112, 14
VISION = {"hidden": 256, "layers": 4, "heads": 4, "mlp": 1024}
LANGUAGE = {"hidden": 256, "layers": 4, "heads": 4, "kv_heads": 2, "mlp": 768, "theta": 10000.0}
MEAN, STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


def config(vocabulary):
    """Returns config.json of the checkpoint folder."""
    v, t = VISION, LANGUAGE
    return {
        "architectures": ["InternVLChatModel"], "fleming_description": DESCRIPTION, "model_type": "internvl_chat",
        "downsample_ratio": 0.5, "dynamic_image_size": False, "force_image_size": TILE, "max_dynamic_patch": 1,
        "min_dynamic_patch": 1, "ps_version": "v2", "select_layer": -1, "template": "internvl2_5",
        "tie_word_embeddings": False, "torch_dtype": "bfloat16", "use_thumbnail": False,
        "llm_config": {
            "architectures": ["Qwen2ForCausalLM"], "attention_dropout": 0.0, "hidden_act": "silu", "hidden_size": t["hidden"],
            "intermediate_size": t["mlp"], "max_position_embeddings": 32768, "model_type": "qwen2",
            "num_attention_heads": t["heads"], "num_hidden_layers": t["layers"], "num_key_value_heads": t["kv_heads"],
            "rms_norm_eps": 1e-6, "rope_scaling": {"factor": 2.0, "rope_type": "dynamic", "type": "dynamic"},
            "rope_theta": t["theta"], "sliding_window": None, "tie_word_embeddings": False, "torch_dtype": "bfloat16",
            "use_sliding_window": False, "vocab_size": vocabulary},
        "vision_config": {
            "architectures": ["InternVisionModel"], "hidden_act": "gelu", "hidden_size": v["hidden"], "image_size": TILE,
            "intermediate_size": v["mlp"], "layer_norm_eps": 1e-6, "model_type": "intern_vit_6b", "norm_type": "layer_norm",
            "num_attention_heads": v["heads"], "num_channels": 3, "num_hidden_layers": v["layers"], "patch_size": PATCH,
            "qk_normalization": False, "qkv_bias": True}}


# ------------------------------------------------------------------------------------------------ vision


class VisionAttention(nn.Module):
    def __init__(self, hidden, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.proj = nn.Linear(hidden, hidden)

    def forward(self, x):
        n, t, h = x.shape
        q, k, v = self.qkv(x).view(n, t, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4)
        scores = (q * (h // self.heads) ** -0.5) @ k.transpose(2, 3)  # faster on a CPU than the gradient of the fused kernel
        return self.proj((scores.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(n, t, h))


class VisionMlp(nn.Module):
    def __init__(self, hidden, mlp):
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(hidden, mlp), nn.Linear(mlp, hidden)

    def forward(self, x):
        return self.fc2(F.gelu(self.fc1(x)))


class VisionLayer(nn.Module):
    def __init__(self, hidden, heads, mlp):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(hidden, eps=1e-6), nn.LayerNorm(hidden, eps=1e-6)
        self.attn, self.mlp = VisionAttention(hidden, heads), VisionMlp(hidden, mlp)
        self.ls1, self.ls2 = nn.Parameter(torch.ones(hidden)), nn.Parameter(torch.ones(hidden))

    def forward(self, x):
        x = x + self.ls1 * self.attn(self.norm1(x))
        return x + self.ls2 * self.mlp(self.norm2(x))


class VisionEmbeddings(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.class_embedding = nn.Parameter(torch.randn(1, 1, hidden) * 0.5)
        self.patch_embedding = nn.Conv2d(3, hidden, PATCH, PATCH)
        self.position_embedding = nn.Parameter(torch.randn(1, 1 + (TILE // PATCH) ** 2, hidden) * 0.5)

    def forward(self, pixels):
        n, side = pixels.shape[0], TILE // PATCH
        patches = pixels.view(n, 3, side, PATCH, side, PATCH).permute(0, 2, 4, 1, 3, 5).reshape(n, side * side, -1)
        x = F.linear(patches, self.patch_embedding.weight.flatten(1), self.patch_embedding.bias)
        return torch.cat([self.class_embedding.expand(n, -1, -1), x], 1) + self.position_embedding


class VisionEncoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([VisionLayer(VISION["hidden"], VISION["heads"], VISION["mlp"]) for _ in range(VISION["layers"])])


class VisionModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.embeddings, self.encoder = VisionEmbeddings(VISION["hidden"]), VisionEncoder()

    def forward(self, pixels):
        x = self.embeddings(pixels)
        for layer in self.encoder.layers:
            x = layer(x)
        return x[:, 1:]


def pixel_shuffle(x):
    """Pixel shuffle "v2": (N, side * side, C) -> (N, side * side / 4, 4 C)."""
    n, t, c = x.shape
    side = math.isqrt(t)
    x = x.view(n, side, side // 2, 2 * c).permute(0, 2, 1, 3).reshape(n, side // 2, side // 2, 4 * c)
    return x.permute(0, 2, 1, 3).reshape(n, t // 4, 4 * c)


# ------------------------------------------------------------------------------------------------ language


class RmsNorm(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(hidden))

    def forward(self, x):
        return F.rms_norm(x.float(), (x.shape[-1],), self.weight, 1e-6)


def rotary(positions, size, theta):
    """Returns cos and sin, (N, 1, size)."""
    angle = positions[:, None].float() * theta ** (-torch.arange(0, size, 2).float() / size)
    angle = torch.cat([angle, angle], -1)[:, None]
    return angle.cos(), angle.sin()


def rotate(x, table):
    cos, sin = table
    a, b = x.chunk(2, -1)
    return x * cos + torch.cat([-b, a], -1) * sin


class SelfAttention(nn.Module):
    def __init__(self, t):
        super().__init__()
        self.heads, self.kv_heads, self.size = t["heads"], t["kv_heads"], t["hidden"] // t["heads"]
        self.q_proj = nn.Linear(t["hidden"], self.heads * self.size)
        self.k_proj = nn.Linear(t["hidden"], self.kv_heads * self.size)
        self.v_proj = nn.Linear(t["hidden"], self.kv_heads * self.size)
        self.o_proj = nn.Linear(self.heads * self.size, t["hidden"], bias=False)

    def forward(self, x, table, attend):
        q = self.q_proj(x).view(-1, self.heads, self.size)
        k = self.k_proj(x).view(-1, self.kv_heads, self.size)
        v = self.v_proj(x).view(-1, self.kv_heads, self.size)
        table = [part.to(q.dtype) for part in table]
        return self.o_proj(attend(rotate(q, table), rotate(k, table), v).flatten(1))


class LanguageMlp(nn.Module):
    def __init__(self, t):
        super().__init__()
        self.gate_proj = nn.Linear(t["hidden"], t["mlp"], bias=False)
        self.up_proj = nn.Linear(t["hidden"], t["mlp"], bias=False)
        self.down_proj = nn.Linear(t["mlp"], t["hidden"], bias=False)

    def forward(self, x):
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


class LanguageLayer(nn.Module):
    def __init__(self, t):
        super().__init__()
        self.input_layernorm, self.post_attention_layernorm = RmsNorm(t["hidden"]), RmsNorm(t["hidden"])
        self.self_attn, self.mlp = SelfAttention(t), LanguageMlp(t)

    def forward(self, x, table, attend):
        x = x + self.self_attn(self.input_layernorm(x), table, attend)
        return x + self.mlp(self.post_attention_layernorm(x))


class LanguageBody(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.embed_tokens = nn.Embedding(vocabulary, LANGUAGE["hidden"])
        self.layers = nn.ModuleList([LanguageLayer(LANGUAGE) for _ in range(LANGUAGE["layers"])])
        self.norm = RmsNorm(LANGUAGE["hidden"])


class LanguageModel(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.model = LanguageBody(vocabulary)
        self.lm_head = nn.Linear(LANGUAGE["hidden"], vocabulary, bias=False)

    def forward(self, x, positions, attend):
        """Maps tokens x (N, D) at positions (N) to (N, D). attend(q, k, v) of (N, heads, size) computes the masked attention."""
        table = rotary(positions, LANGUAGE["hidden"] // LANGUAGE["heads"], LANGUAGE["theta"])
        for layer in self.model.layers:
            x = layer(x, table, attend)
        return self.model.norm(x)


class CachedAttention:
    """Causal attention with a KV cache, for one text. The layers call it in their order."""

    def __init__(self):
        self.layers, self.turn = [None] * LANGUAGE["layers"], 0

    def __call__(self, q, k, v):
        before = self.layers[self.turn]
        if before is not None:
            k, v = torch.cat([before[0], k]), torch.cat([before[1], v])
        self.layers[self.turn] = (k, v)
        self.turn = (self.turn + 1) % len(self.layers)
        group = q.shape[1] // k.shape[1]
        keys, values = (part.repeat_interleave(group, 1).transpose(0, 1) for part in (k, v))
        mask = torch.full((len(q), len(k)), float("-inf")).triu(len(k) - len(q) + 1)
        scores = q.transpose(0, 1) @ keys.transpose(1, 2) * q.shape[-1] ** -0.5 + mask
        return (scores.softmax(-1) @ values).transpose(0, 1)


# ------------------------------------------------------------------------------------------------ whole


class DemoModel(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        hidden, out = 4 * VISION["hidden"], LANGUAGE["hidden"]
        self.vision_model = VisionModel()
        self.mlp1 = nn.Sequential(nn.LayerNorm(hidden, eps=1e-5), nn.Linear(hidden, out), nn.GELU(), nn.Linear(out, out))
        self.language_model = LanguageModel(vocabulary)
        for name, weight in self.named_parameters():
            if weight.dim() > 1 and "embedding" not in name:
                nn.init.normal_(weight, std=0.02)
            elif name.endswith("bias"):
                nn.init.zeros_(weight)
        nn.init.normal_(self.language_model.model.embed_tokens.weight, std=0.05)
        self.register_buffer("mean", torch.tensor(MEAN).view(1, 3, 1, 1), persistent=False)
        self.register_buffer("std", torch.tensor(STD).view(1, 3, 1, 1), persistent=False)

    def image_tokens(self, tiles):
        """Encodes tiles float32 (N, 3, TILE, TILE) 0..255 to image tokens (N, 16, D)."""
        return self.mlp1(pixel_shuffle(self.vision_model((tiles / 255 - self.mean) / self.std)))

    @torch.no_grad()
    def generate(self, ids, image_tokens, context, end, limit=400):
        """Returns the greedy answer to one prompt: ids (list), image_tokens (N, 16, D) or None."""
        x = self.language_model.model.embed_tokens(torch.tensor(ids))
        if image_tokens is not None:
            x[torch.tensor(ids) == context] = image_tokens.reshape(-1, x.shape[-1]).to(x.dtype)
        attend, answer, done = CachedAttention(), [], 0
        while len(answer) < limit:
            state = self.language_model(x, torch.arange(done, done + len(x)), attend)
            done += len(x)
            answer.append(int(self.language_model.lm_head(state[-1]).argmax()))
            if answer[-1] == end:
                break
            x = self.language_model.model.embed_tokens(torch.tensor(answer[-1:]))
        return answer


def save_checkpoint(model, vocabulary, end, folder):
    """Writes config.json, model.safetensors in bfloat16, generation_config.json and preprocessor_config.json."""
    def write(name, value):
        (folder / name).write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")

    write("config.json", config(vocabulary))
    write("generation_config.json", {"do_sample": False, "eos_token_id": [end], "max_new_tokens": 1024})
    write("preprocessor_config.json", {"crop_size": TILE, "do_center_crop": True, "do_normalize": True, "do_resize": True,
                                       "feature_extractor_type": "CLIPFeatureExtractor", "image_mean": list(MEAN),
                                       "image_std": list(STD), "resample": 3, "size": TILE})
    tensors = {name: weight.detach().to(torch.bfloat16).contiguous() for name, weight in model.state_dict().items()}
    save_file(tensors, str(folder / "model.safetensors"), metadata={"format": "pt"})
