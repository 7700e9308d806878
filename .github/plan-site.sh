#!/usr/bin/env bash
# Says how the site is to be built, as outputs of a step: `provinces`, the provinces that have reports, and `sharded`,
# whether each is built by a machine of its own. Fails with a sentence where there are no reports: an empty site would
# take the place of a good one. What is no folder of a province, or holds no reports, is passed over.
set -euo pipefail
content=${1:-content}
# Below this many reports one machine is done sooner than several have begun.
several=${2:-1000}

reports=$({ find "$content/reports" -mindepth 3 -maxdepth 3 -type f -name '*.md' 2>/dev/null || true; } |
  sed -n "s|^$content/reports/\([0-9][0-9]\)/[^/]*/[0-9][^/]*\.md$|\1|p")
if [ -z "$reports" ]; then
  echo "::error::$content/reports 里没有报告（报告的位置如 $content/reports/34/341824/2023.md）：不生成空的网站" >&2
  exit 1
fi
count=$(wc -l <<<"$reports")
# What stands under 00 is the State's own, which the root builds.
provinces=$(sort -u <<<"$reports" | sed -e '/^00$/d' -e 's/.*/"&"/' | paste -sd, -)
sharded=false
if [ "$count" -ge "$several" ] && [ -n "$provinces" ]; then sharded=true; fi
echo "provinces=[$provinces]"
echo "sharded=$sharded"
