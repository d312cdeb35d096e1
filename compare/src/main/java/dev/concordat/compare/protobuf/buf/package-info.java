/// What `buf breaking` says of two sets of `.proto` files: its 64 rules, where it reports them, and what a `buf.yaml` makes
/// of them. The rules are those of buf 1.75 (github.com/bufbuild/buf, `bufcheckserverhandle`).
@NullMarked
package dev.concordat.compare.protobuf.buf;

import org.jspecify.annotations.NullMarked;
