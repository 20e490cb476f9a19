# syntax=docker/dockerfile:1
# A container that holds a static program and nothing else. It reads and writes /work:
#   docker run --rm -u "$(id -u):$(id -g)" -v "$PWD:/work" wp2feed --site site.json -o feed.xml posts.json

# Whatever the container is for, this stage runs on the machine that builds it.
FROM --platform=$BUILDPLATFORM rust:1-slim AS build
ARG TARGETARCH
# Nothing here is written in C, so Rust's own linker links for any processor. At a fixed address the program starts
# in half the time, as build.rs tells.
ENV CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_LINKER=rust-lld \
    CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_RUSTFLAGS="-C relocation-model=static" \
    CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_LINKER=rust-lld
WORKDIR /wp2feed
COPY . .
# Entries wait in temporary files, whoever the user is.
RUN case "$TARGETARCH" in \
      amd64) target=x86_64-unknown-linux-musl ;; \
      arm64) target=aarch64-unknown-linux-musl ;; \
      *) echo "expected the processor amd64 or arm64, but found '$TARGETARCH'" >&2; exit 1 ;; \
    esac \
    && rustup target add "$target" \
    && cargo build --locked --release --target "$target" \
    && install -d -m 1777 /container/tmp \
    && install -d -m 755 /container/work \
    && install "target/$target/release/wp2feed" /container/wp2feed

FROM scratch
LABEL org.opencontainers.image.title="wp2feed" \
      org.opencontainers.image.description="Turns WordPress REST API posts into RSS 2.0, Atom 1.0 and JSON Feed 1.1" \
      org.opencontainers.image.licenses="MIT OR Apache-2.0"
COPY --from=build /container /
WORKDIR /work
USER 65532:65532
ENTRYPOINT ["/wp2feed"]
