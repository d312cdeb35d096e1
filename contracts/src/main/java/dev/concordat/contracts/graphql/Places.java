package dev.concordat.contracts.graphql;

import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.place.Place;
import graphql.language.Node;
import graphql.language.SourceLocation;
import java.util.Optional;

/// Where things stand in a text.
final class Places {
  private Places() {}

  /// The library counts UTF-16 units; we count code points.
  static Place of(TextFile file, SourceLocation at) {
    String line = file.line(at.getLine()).orElse("");
    int units = Math.clamp(at.getColumn() - 1, 0, line.length());
    return file.place(at.getLine(), 1 + line.codePointCount(0, units));
  }

  static Place of(TextFile file, Node<?> node) {
    return Optional.ofNullable(node.getSourceLocation())
        .filter(at -> at.getLine() > 0)
        .map(at -> of(file, at))
        .orElseGet(() -> Place.of(file.name()));
  }
}
