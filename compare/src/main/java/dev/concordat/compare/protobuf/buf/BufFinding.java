package dev.concordat.compare.protobuf.buf;

import dev.concordat.contracts.protobuf.ProtobufFile;
import dev.concordat.contracts.protobuf.Span;
import java.util.Optional;

/// One thing that `buf breaking` reports.
///
/// @param changed what the two sides differ in; rules about the same change name the same
/// @param file the new file that it reports at; empty where that is gone too
/// @param span where in that file; empty for the whole of it
/// @param against the old file it is about
/// @param before where in the old file
/// @param message one sentence with the actual values
public record BufFinding(
    BufRule rule,
    Changed changed,
    Optional<ProtobufFile> file,
    Optional<Span> span,
    Optional<ProtobufFile> against,
    Optional<Span> before,
    String message) {}
