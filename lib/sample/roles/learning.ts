import type { Role } from "../habits.js";

/** Trains the models behind search and offers: python, nvidia-smi, slurm, rsync. */
export const learning: Role = {
  rules: {
    extension: ["py", "yaml", "ipynb", "json"],
    folder: ["models", "train/{noun}", "configs", "notebooks", "eval"],
    run: ["{noun}-{number}", "{noun}-{noun}-{number}"],
  },
  hands: [
    [14, "python train.py --config configs/{noun}.yaml"],
    [10, "nvidia-smi"],
    [8, "sbatch jobs/{noun}.sh"],
    [8, "squeue -u katherine"],
    [4, "scancel {number}{digit}"],
    [6, "python eval/{noun}.py --run {run}"],
    [5, "tensorboard --logdir runs/{run}"],
    [5, "rsync -a gpu-{digit}.corp.example:runs/{run} runs"],
    [4, "ssh gpu-{digit}.corp.example"],
    [4, "rm -r runs/{run}"],
    [3, "pip install -r requirements.txt"],
    [3, "aws s3 cp s3://corp-example-models/{noun}.tar.gz ."],
    [3, "tar xzf {noun}.tar.gz"],
    [3, "du -sh runs"],
    [2, "htop"],
  ],
  agents: [
    [16, "python -m pytest tests/test_{noun}.py -q"],
    [12, "python eval/{noun}.py --run {run} --limit {few}"],
    [10, "ruff check {folder}"],
    [8, "mypy {folder}"],
    [6, "python -c 'import torch; print(torch.__version__)'"],
    [6, "nvidia-smi --query-gpu=memory.used --format=csv"],
    [5, "uv pip list"],
    [4, "python train.py --config configs/{noun}.yaml --steps {few}"],
    [4, "tail -n {few} runs/{run}/train.log"],
    [3, "rm -r runs/{run}/cache"],
    [3, "python - <<'EOF'\nimport json\nprint(len(json.load(open('configs/{noun}.json'))))\nEOF"],
  ],
};
