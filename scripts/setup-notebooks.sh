#!/usr/bin/env bash
# Installs what runs the notebooks: Jupyter's nbconvert with its kernels for Python and R by apt, the kernel for TypeScript (Deno) by npm.
set -u
cd "$(dirname "$0")/.."

packages="jupyter-nbconvert python3-ipykernel python3-pandas r-base-core r-cran-irkernel r-cran-jsonlite"

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

is_there() {
  command -v jupyter-nbconvert > /dev/null &&
    /usr/bin/python3 -c "import ipykernel, pandas" 2> /dev/null &&
    Rscript -e "library(IRkernel); library(jsonlite)" > /dev/null 2>&1
}

if ! is_there; then
  if ! command -v apt-get > /dev/null; then
    echo "The notebooks need Jupyter's nbconvert with kernels for Python (pandas) and R (jsonlite), and there is no apt-get here to install them." >&2
    echo "Install them by hand, then run this again. Names in Debian: $packages" >&2
    exit 1
  fi
  as_root apt-get update -qq
  # shellcheck disable=SC2086
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages > /dev/null || ! is_there; then
    echo "Jupyter could not be installed: apt-get install $packages failed. The notebooks were not run." >&2
    exit 1
  fi
fi

if [ ! -x notebooks/node_modules/.bin/deno ]; then
  npm ci --prefix notebooks --no-audit --no-fund --silent || {
    echo "The Deno kernel could not be installed: npm ci --prefix notebooks failed. The notebooks were not run." >&2
    exit 1
  }
fi
