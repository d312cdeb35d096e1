package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.LogicalType;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is lost when numbers are promoted, texts and bytes read as one another, and logical types as others.
final class ScalarLosses {
  /// The least whole number from 0 that a float of 32 bits does not have: 2 to the power of 24, and one more.
  private static final JsonNumber NO_FLOAT = JsonNumber.of(16_777_217);

  /// The least whole number from 0 that a double of 64 bits does not have: 2 to the power of 53, and one more.
  private static final JsonNumber NO_DOUBLE = JsonNumber.of(9_007_199_254_740_993L);

  /// A byte that no text in UTF-8 has.
  private static final JsonString NO_TEXT = new JsonString("\u00ff");

  private ScalarLosses() {}

  /// One side of a scalar.
  record Side(Shape shape, Optional<LogicalType> logical) {}

  static List<Loss> of(Side writer, Side reader) {
    var losses = new ArrayList<Loss>();
    promotion(writer.shape(), reader.shape()).ifPresent(losses::add);
    if (writer.logical().isPresent() && reader.logical().isPresent()) {
      meaning(writer.logical().get(), reader.logical().get()).ifPresent(losses::add);
    } else if (reader.logical().isPresent()) {
      narrowed(writer, reader.logical().get()).ifPresent(losses::add);
    }
    return losses;
  }

  private static Optional<Loss> promotion(Shape from, Shape to) {
    boolean isWhole = from == Shape.INT || from == Shape.LONG;
    if (isWhole && to == Shape.FLOAT) {
      return Optional.of(replaced(NO_FLOAT, from, to));
    }
    if (from == Shape.LONG && to == Shape.DOUBLE) {
      return Optional.of(replaced(NO_DOUBLE, from, to));
    }
    return from == Shape.BYTES && to == Shape.STRING
        ? Optional.of(
            new Loss(
                Loss.Kind.REPLACED,
                Optional.of(NO_TEXT),
                roles ->
                    roles.reader() + " reads bytes as text, and those that are not UTF-8 are lost"))
        : Optional.empty();
  }

  private static Loss replaced(JsonValue leaf, Shape from, Shape to) {
    String written = from.name().toLowerCase(java.util.Locale.ROOT);
    String read = to.name().toLowerCase(java.util.Locale.ROOT);
    return new Loss(
        Loss.Kind.REPLACED,
        Optional.of(leaf),
        roles ->
            roles.reader()
                + " reads "
                + written
                + " as "
                + read
                + ", which does not have every "
                + written);
  }

  private static Optional<Loss> meaning(LogicalType from, LogicalType to) {
    boolean isDecimal = from.kind() == LogicalType.Kind.DECIMAL && to.kind() == from.kind();
    if (isDecimal && from.scale() == to.scale()) {
      return from.precision() > to.precision()
          ? Optional.of(
              new Loss(
                  Loss.Kind.NOT_ALLOWED,
                  Optional.of(LogicalSamples.longest(from)),
                  roles ->
                      roles.writer()
                          + " writes decimals of "
                          + from.precision()
                          + " digits, "
                          + roles.reader()
                          + " has "
                          + to.precision()))
          : Optional.empty();
    }
    return from.equals(to)
        ? Optional.empty()
        : Optional.of(
            new Loss(
                Loss.Kind.MISREAD,
                Optional.of(LogicalSamples.of(from)),
                roles -> roles.reader() + " reads " + shown(from) + " as " + shown(to)));
  }

  private static String shown(LogicalType logical) {
    return logical.kind() == LogicalType.Kind.DECIMAL
        ? "decimals with " + logical.scale() + " digits after the point"
        : logical.kind().text();
  }

  /// A plain value that is none of the reader's logical type.
  private static Optional<Loss> narrowed(Side writer, LogicalType logical) {
    return LogicalSamples.outside(writer.shape(), logical)
        .map(
            leaf ->
                new Loss(
                    Loss.Kind.NOT_ALLOWED,
                    Optional.of(leaf),
                    roles ->
                        roles.reader()
                            + " reads every value as "
                            + logical.kind().text()
                            + ", and "
                            + roles.writer()
                            + " may write others"));
  }
}
