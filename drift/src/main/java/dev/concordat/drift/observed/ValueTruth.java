package dev.concordat.drift.observed;

import dev.concordat.contracts.http.Percent;
import dev.concordat.drift.noise.ValueForm;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whether a text, number or truth that a mock says is what the provider says: first its form, then its value, where that is
/// no noise.
final class ValueTruth {
  private final Set<String> segments = new LinkedHashSet<>();

  ValueTruth(Asking asking) {
    for (String segment : asking.made().message().path().split("/", -1)) {
      segments.add(Percent.decode(segment));
    }
    segments.remove("");
  }

  /// What came of it.
  enum Outcome {
    TRUE,
    /// Written in another form.
    OTHER_FORM,
    /// Another value than the one that the request names and the provider says back.
    NOT_ECHOED,
    /// Another value, and the provider says the same each time.
    STALE
  }

  /// Whether all values are of one form that texts of other forms are not.
  static boolean isOtherForm(JsonValue said, List<JsonValue> seen) {
    ValueForm form = ValueForm.of(seen.getFirst());
    return form != ValueForm.PLAIN
        && form != ValueForm.HEX
        && seen.stream().allMatch(value -> ValueForm.of(value) == form)
        && ValueForm.of(said) != form;
  }

  /// Holds a value against those of the provider.
  ///
  /// @param name of the member
  /// @param isConfirmed whether there is more than one answer, so that a value is known to stay
  Outcome of(String name, JsonValue said, List<JsonValue> seen, boolean isConfirmed) {
    if (isOtherForm(said, seen)) {
      return Outcome.OTHER_FORM;
    }
    JsonValue first = seen.getFirst();
    boolean isStable = seen.stream().allMatch(value -> isSame(value, first));
    if (isIn(said, seen) || !isStable) {
      return Outcome.TRUE;
    }
    if (isEcho(first)) {
      return Outcome.NOT_ECHOED;
    }
    boolean isNoise = ValueForm.volatileKind(name, said, first).isPresent();
    return isConfirmed && !isNoise ? Outcome.STALE : Outcome.TRUE;
  }

  private boolean isEcho(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> segments.contains(text);
      case JsonNumber(String digits) -> segments.contains(digits);
      default -> false;
    };
  }

  private static boolean isIn(JsonValue said, List<JsonValue> seen) {
    return seen.stream().anyMatch(value -> isSame(value, said));
  }

  private static boolean isSame(JsonValue one, JsonValue other) {
    return one.equals(other)
        || (one instanceof JsonNumber a && other instanceof JsonNumber b && a.sameValue(b));
  }
}
