"""The optimizer: Muon for the matrices inside the layers, AdamW for everything else.

Source: K. Jordan et al., Muon: an optimizer for hidden layers in neural networks, 2024 (momentum, orthogonalized by five
Newton-Schulz steps with the published quintic coefficients; the step size is scaled by the shape of the matrix).
"""

import torch


def orthogonal(matrices, steps=5):
    """Returns approximately the nearest matrices (N, rows, columns) whose singular values are all 1."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = matrices.bfloat16()
    tall = x.shape[1] > x.shape[2]
    x = x.mT if tall else x
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(steps):
        square = x @ x.mT
        x = a * x + (b * square + c * square @ square) @ x
    return (x.mT if tall else x).to(matrices.dtype)


class Muon(torch.optim.Optimizer):
    """Groups with "muon": True have orthogonalized updates; the others use AdamW. lr is the rate of AdamW in both."""

    def __init__(self, groups, weight_decay=0.02):
        super().__init__(groups, {"lr": 1e-3, "weight_decay": weight_decay, "muon": False})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            weights = [weight for weight in group["params"] if weight.grad is not None]
            updates = self.turned(weights) if group["muon"] else [self.adam(w.grad, self.state[w]) for w in weights]
            for weight, update in zip(weights, updates):
                weight.mul_(1 - group["lr"] * group["weight_decay"]).add_(update, alpha=-group["lr"])

    def turned(self, weights, beta=0.95):
        """Updates matrices; those of one shape are orthogonalized together."""
        ahead, updates = {}, {}
        for weight in weights:
            momentum = self.state[weight].setdefault("momentum", torch.zeros_like(weight))
            momentum.lerp_(weight.grad, 1 - beta)
            ahead.setdefault(weight.shape, []).append((weight, weight.grad.lerp(momentum, beta)))
        for shape, pairs in ahead.items():
            size = 0.2 * max(shape) ** 0.5  # the root mean square of updates by AdamW (J. Liu et al., Muon is scalable, 2025)
            turned = orthogonal(torch.stack([one for _, one in pairs])) * size
            updates.update({weight: one for (weight, _), one in zip(pairs, turned)})
        return [updates[weight] for weight in weights]

    @staticmethod
    def adam(grad, state, betas=(0.9, 0.98), eps=1e-8):
        if not state:
            state.update(step=0, first=torch.zeros_like(grad), second=torch.zeros_like(grad))
        state["step"] += 1
        state["first"].lerp_(grad, 1 - betas[0])
        state["second"].lerp_(grad * grad, 1 - betas[1])
        first = state["first"] / (1 - betas[0] ** state["step"])
        second = state["second"] / (1 - betas[1] ** state["step"])
        return first / (second.sqrt() + eps)


def groups_of(named, rate):
    """Returns the parameter groups of (name, parameter) pairs at a rate for AdamW."""
    named = list(named)
    inside = lambda name, weight: weight.dim() == 2 and "layers." in name
    return [{"params": [w for n, w in named if inside(n, w)], "lr": rate, "muon": True},
            {"params": [w for n, w in named if not inside(n, w)], "lr": rate}]
