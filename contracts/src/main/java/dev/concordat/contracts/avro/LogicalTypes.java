package dev.concordat.contracts.avro;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.problem.DidYouMean;
import java.math.BigDecimal;
import java.util.Optional;

/// Reads logical types. One that is unknown or misused says nothing, as the specification asks, and is a problem.
final class LogicalTypes {
  /// Bytes of a decimal that are computed with.
  static final int MAX_DECIMAL_BYTES = 4_096;

  private static final int MAX_DIGITS = 9_000;
  private static final int UUID_BYTES = 16;
  private static final int DURATION_BYTES = 12;
  private static final double BITS_A_DIGIT = Math.log(10) / Math.log(2);

  private final Findings findings;

  LogicalTypes(Findings findings) {
    this.findings = findings;
  }

  /// @param carrier the type that carries it: `bytes`
  /// @param size of a fixed, in bytes; 0 for everything else
  Optional<LogicalType> read(ObjectNode object, String carrier, int size) {
    Optional<Node> node = Reading.member(object, "logicalType");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    String name = Reading.text(object, "logicalType").orElse("");
    Optional<LogicalType.Kind> kind = LogicalType.Kind.named(name);
    if (kind.isEmpty()) {
      findings.warning(
          "avro-unknown-logical-type",
          node.get(),
          Shown.node(node.get()) + " is not a logical type that is known; it says nothing",
          DidYouMean.fix(LogicalType.Kind.names(), name, "its values are judged as plain ones"));
      return Optional.empty();
    }
    if (!kind.get().carriers().contains(carrier)) {
      return wrong(
          node.get(),
          name + " stands on " + carrier + "; it says nothing",
          "put it on " + String.join(" or ", kind.get().carriers()));
    }
    return switch (kind.get()) {
      case DECIMAL -> decimal(object, node.get(), carrier, size);
      case UUID -> sized(kind.get(), node.get(), carrier, size, UUID_BYTES);
      case DURATION -> sized(kind.get(), node.get(), carrier, size, DURATION_BYTES);
      default -> Optional.of(LogicalType.of(kind.get()));
    };
  }

  private Optional<LogicalType> sized(
      LogicalType.Kind kind, Node node, String carrier, int size, int wanted) {
    return carrier.equals("fixed") && size != wanted
        ? wrong(
            node,
            kind.text() + " stands on a fixed of " + size + " bytes; it says nothing",
            "write \"size\": " + wanted)
        : Optional.of(LogicalType.of(kind));
  }

  private Optional<LogicalType> decimal(ObjectNode object, Node node, String carrier, int size) {
    Optional<Integer> precision = number(object, "precision");
    Optional<Integer> scale = object.has("scale") ? number(object, "scale") : Optional.of(0);
    if (precision.isEmpty() || precision.get() < 1) {
      return wrong(
          node,
          "a decimal needs a precision of at least 1; without it it says nothing",
          "write \"precision\": and the most digits that a value has");
    }
    if (scale.isEmpty() || scale.get() < 0 || scale.get() > precision.get()) {
      return wrong(
          node,
          "the scale of a decimal goes from 0 to its precision, " + precision.get(),
          "correct \"scale\"");
    }
    int most = (int) Math.floor((8L * size - 1) / BITS_A_DIGIT);
    if (carrier.equals("fixed") && precision.get() > most) {
      return wrong(
          node,
          size + " bytes hold " + most + " digits, not " + precision.get(),
          "make the fixed bigger or the precision smaller");
    }
    return Optional.of(new LogicalType(LogicalType.Kind.DECIMAL, precision.get(), scale.get()));
  }

  private static Optional<Integer> number(ObjectNode object, String name) {
    return object.get(name).orElse(null) instanceof ScalarNode scalar
            && scalar.value() instanceof JsonNumber number
            && number.isTame()
            && number.isInteger()
            && number.decimal().abs().compareTo(BigDecimal.valueOf(MAX_DIGITS)) <= 0
        ? Optional.of(number.decimal().intValueExact())
        : Optional.empty();
  }

  private Optional<LogicalType> wrong(Node node, String message, String fix) {
    findings.warning("avro-bad-logical-type", node, message, fix);
    return Optional.empty();
  }
}
