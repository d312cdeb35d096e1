package dev.concordat.compare.protobuf.buf;

import dev.concordat.contracts.protobuf.Located;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.contracts.protobuf.ProtobufFile;
import dev.concordat.contracts.protobuf.Span;
import java.util.Optional;

/// A declaration with the file and the message in which it stands.
///
/// @param parent the message around it; absent at the top of the file
record Declared<T>(ProtobufFile file, T what, Optional<Declared<MessageType>> parent) {
  /// The name without the package.
  static String nestedName(ProtobufFile file, String fullName) {
    return file.packageName().isEmpty()
        ? fullName
        : fullName.substring(file.packageName().length() + 1);
  }

  /// Where it stands. Messages that were made for map fields stand where the map's type does.
  Optional<Span> span(Located located) {
    return located.exactly().or(this::ofMap);
  }

  /// Where a part of it stands, in the same way.
  Optional<Span> span(Located located, int part) {
    return located.exactly(part).or(this::ofMap);
  }

  private Optional<Span> ofMap() {
    if (what instanceof MessageType message) {
      return mapField(message, parent);
    }
    return parent.flatMap(holder -> mapField(holder.what(), holder.parent()));
  }

  private static Optional<Span> mapField(
      MessageType entry, Optional<Declared<MessageType>> holder) {
    return entry.isMapEntry()
        ? holder.flatMap(
            outer ->
                outer.what().fields().stream()
                    .filter(field -> field.typeName().equals(entry.fullName()))
                    .findFirst()
                    .flatMap(field -> field.located().exactly(FieldParts.TYPE_NAME)))
        : Optional.empty();
  }
}
