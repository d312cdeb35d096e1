package dev.concordat.compare.lifecycle;

import dev.concordat.contracts.tree.Located;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How long an operation, a parameter, a header or a member of a body may be relied on, as its document says.
///
/// @param sunset the day on which it may go (`x-sunset`): a date, or a date and time of RFC 3339
/// @param stability how much is promised of it (`x-stability-level`)
/// @param written what says so
public record Promise(
    boolean isDeprecated, Said<LocalDate> sunset, Said<Stability> stability, Located written) {
  static final String DEPRECATED = "deprecated";
  static final String SUNSET = "x-sunset";
  static final String STABILITY = "x-stability-level";

  /// What is written of something.
  ///
  /// @param written an object, or the member whose value it is; anything else promises nothing
  public static Promise of(Located written) {
    // Nearly all say nothing of it.
    if (!(node(written) instanceof ObjectNode object && isSaying(object))) {
      return new Promise(false, new Said.Nothing<>(), new Said.Nothing<>(), written);
    }
    return new Promise(
        object.get(DEPRECATED).filter(Promise::isTrue).isPresent(),
        said(object, SUNSET, Promise::date),
        said(object, STABILITY, Stability::named),
        written);
  }

  /// Whether anything is promised at all; where nothing is, {@link #of} says so too.
  ///
  /// @param written as of {@link #of}
  static boolean isMade(Located written) {
    return node(written) instanceof ObjectNode object && isSaying(object);
  }

  private static boolean isSaying(ObjectNode object) {
    return object.has(DEPRECATED) || object.has(SUNSET) || object.has(STABILITY);
  }

  private static @Nullable Node node(Located written) {
    return written instanceof ObjectNode.Member member
        ? member.value()
        : written instanceof Node itself ? itself : null;
  }

  private static Sentence sentence(Located written) {
    return new Sentence(written.place(), written.sourceLine());
  }

  /// The level; stable where nothing readable is said.
  public Stability level() {
    return stability.meant().orElse(Stability.STABLE);
  }

  /// Where the keyword stands; where it does not, the whole.
  Optional<Sentence> sentence(String keyword) {
    Optional<ObjectNode.Member> member =
        node(written) instanceof ObjectNode object ? object.member(keyword) : Optional.empty();
    return Optional.of(member.map(Promise::sentence).orElseGet(() -> sentence(written)));
  }

  private static boolean isTrue(Node node) {
    return node instanceof ScalarNode scalar && scalar.value().equals(new JsonBoolean(true));
  }

  private static <T> Said<T> said(
      ObjectNode object, String keyword, Function<String, Optional<T>> reading) {
    Optional<JsonValue> written = object.get(keyword).map(Node::toJson);
    if (written.isEmpty()) {
      return new Said.Nothing<>();
    }
    String text =
        written.get() instanceof JsonString(String value) ? value : written.get().toString();
    return reading
        .apply(text)
        .<Said<T>>map(Said.Meaning::new)
        .orElseGet(() -> new Said.Nonsense<>(text));
  }

  private static Optional<LocalDate> date(String text) {
    return parsed(text, LocalDate::parse)
        .or(() -> parsed(text, it -> OffsetDateTime.parse(it).toLocalDate()));
  }

  private static Optional<LocalDate> parsed(String text, Function<String, LocalDate> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
