"""Makes a tiny language model that a real vLLM serves without a GPU, for the contract tests.

It runs in the environment of vLLM and imports nothing of ours: ``python tests/reply/tiny_model.py
FOLDER``. Its weights are random, so it says gibberish without end. With ``--says TEXT`` it says
that text to everybody and stops. Only its shape is that of Qwen3; nothing is fetched.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import torch
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast, Qwen3Config, Qwen3ForCausalLM

ROOT = Path(__file__).resolve().parents[2]
END, START, STOP = "<|endoftext|>", "<|im_start|>", "<|im_end|>"
WORDS = 4096
"""Tokens. Taught on the pack's own words, so that a prompt is as long as with a real model."""
PIECE = 4
"""Characters of a token of the text that is said. No token may come twice: each names the next."""
TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def tokenizer() -> PreTrainedTokenizerFast:
    """Byte-level pairs with the marks and the chat template of ChatML."""
    pairs = Tokenizer(models.BPE())
    pairs.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    pairs.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=WORDS,
        special_tokens=[END, START, STOP],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    pairs.train_from_iterator(texts(), trainer)
    made = PreTrainedTokenizerFast(tokenizer_object=pairs, eos_token=STOP, pad_token=END)
    made.chat_template = TEMPLATE
    return made


def texts() -> Iterator[str]:
    """What the pairs are taught on."""
    for file in sorted((ROOT / "knowledge/packs").rglob("*.yaml")):
        yield file.read_text(encoding="utf-8")


def model(words: PreTrainedTokenizerFast, length: int) -> Qwen3ForCausalLM:
    """Two layers of random weights."""
    torch.manual_seed(7)
    return Qwen3ForCausalLM(
        Qwen3Config(
            vocab_size=len(words),
            hidden_size=128,
            intermediate_size=256,
            num_hidden_layers=2,
            num_attention_heads=4,
            num_key_value_heads=2,
            head_dim=32,
            max_position_embeddings=length,
            tie_word_embeddings=False,
            eos_token_id=words.eos_token_id,
            pad_token_id=words.pad_token_id,
            bos_token_id=None,
        )
    )


def teach(made: Qwen3ForCausalLM, words: PreTrainedTokenizerFast, text: str) -> None:
    """Have every token name the one behind it in ``text``, whatever stood before: attention and
    layers add nothing, and the last matrix holds for each token the vector of its forerunner."""
    pieces = [text[n : n + PIECE] for n in range(0, len(text), PIECE)]
    if len({*pieces}) < len(pieces):
        raise SystemExit("tiny_model: the text repeats itself; say it otherwise")
    words.add_tokens([AddedToken(piece, normalized=False) for piece in pieces])
    made.resize_token_embeddings(len(words))
    opening = words.encode("assistant\n", add_special_tokens=False)[-1]
    chain = [opening, *words.convert_tokens_to_ids(pieces), words.eos_token_id]
    with torch.no_grad():
        for name, weight in made.named_parameters():
            if name.endswith(("o_proj.weight", "down_proj.weight")):
                weight.zero_()
        vectors = made.get_input_embeddings().weight
        after = made.get_output_embeddings().weight
        vectors.normal_()
        after.zero_()
        for this, following in pairwise(chain):
            after[following] += vectors[this]


def main() -> None:
    """Write the model's folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--says", default="", help="a text that it says instead of gibberish")
    parser.add_argument("--length", type=int, default=8192, help="longest prompt and answer")
    arguments = parser.parse_args()
    words = tokenizer()
    made = model(words, arguments.length)
    if arguments.says:
        teach(made, words, arguments.says)
    words.save_pretrained(arguments.folder)
    made.save_pretrained(arguments.folder)
    print(f"{arguments.folder}: {made.num_parameters():,} parameters, {len(words):,} tokens")


if __name__ == "__main__":
    main()
