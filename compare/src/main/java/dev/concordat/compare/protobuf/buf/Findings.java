package dev.concordat.compare.protobuf.buf;

import dev.concordat.contracts.protobuf.ProtobufFile;
import dev.concordat.contracts.protobuf.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what the rules report. For one comparison. Not thread-safe.
final class Findings {
  private final List<BufFinding> all = new ArrayList<>();

  /// Where something stands in one of the two sides.
  record At(Optional<ProtobufFile> file, Optional<Span> span) {
    static final At NOWHERE = new At(Optional.empty(), Optional.empty());

    static At file(ProtobufFile file) {
      return new At(Optional.of(file), Optional.empty());
    }

    static At span(ProtobufFile file, Optional<Span> span) {
      return new At(Optional.of(file), span);
    }
  }

  void add(BufRule rule, Changed changed, At now, At before, String message) {
    all.add(
        new BufFinding(
            rule, changed, now.file(), now.span(), before.file(), before.span(), message));
  }

  List<BufFinding> all() {
    return List.copyOf(all);
  }
}
