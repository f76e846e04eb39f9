#!/bin/sh
# Serves a Chinese instruct model for Yingbin on one GPU of 24 GB.
#
#   pip install 'yingbin[gpu]'          in an environment of its own, on the machine with the GPU
#   YINGBIN_MODEL_KEY=… deploy/vllm.sh  extra vLLM options may follow
#
# MODEL  name or folder of the weights     NAME  name under which Yingbin asks for it (model.model)
# HOST, PORT  where it listens             LENGTH  longest prompt and answer, in tokens
# SEQUENCES  answers at a time, at least model.at_once     QUEUE  requests that may wait
set -eu

MODEL=${MODEL:-Qwen/Qwen3.5-9B}
NAME=${NAME:-yingbin}
HOST=${HOST:-127.0.0.1}
PORT=${PORT:-8000}
LENGTH=${LENGTH:-8192}
SEQUENCES=${SEQUENCES:-16}
QUEUE=${QUEUE:-16}

if [ -z "${YINGBIN_MODEL_KEY:-}" ]; then
    echo "vllm.sh: YINGBIN_MODEL_KEY is not set; without a key everyone who reaches" \
        "$HOST:$PORT can use the model" >&2
    exit 2
fi
# In the environment, because a command line can be read by every user of the machine.
export VLLM_API_KEY="$YINGBIN_MODEL_KEY"
# The server reports to nobody.
export VLLM_NO_USAGE_STATS=1 DO_NOT_TRACK=1

# priority: visitors (0) come before batch work. max-num-queued-reqs: a surplus is refused at once,
# and Yingbin answers those visitors without the model, instead of all of them waiting; it counts the
# running ones as well.
# generation-config vllm: no sampling defaults of the weights' authors. Prefix caching keeps the
# fixed rules and equal evidence computed.
exec vllm serve "$MODEL" \
    --served-model-name "$NAME" \
    --host "$HOST" --port "$PORT" \
    --max-model-len "$LENGTH" \
    --max-num-seqs "$SEQUENCES" \
    --max-num-queued-reqs "$((SEQUENCES + QUEUE))" \
    --scheduling-policy priority \
    --generation-config vllm \
    --enable-prefix-caching \
    --gpu-memory-utilization 0.92 \
    "$@"
