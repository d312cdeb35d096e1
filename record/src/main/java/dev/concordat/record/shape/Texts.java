package dev.concordat.record.shape;

import dev.concordat.wire.redaction.Redactor;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// What is known of texts that stood in one place.
///
/// @param count all of them, those included that are hidden
/// @param hidden secrets: nothing else is known of them
/// @param empties texts without a character, which have no form
/// @param forms how many had each form
public record Texts(
    long count, long hidden, long empties, Map<TextForm, Long> forms, Tally values) {
  /// No text.
  public static final Texts EMPTY = new Texts(0, 0, 0, Map.of(), Tally.EMPTY);

  /// Of a secret.
  public static final Texts HIDDEN = new Texts(1, 1, 0, Map.of(), Tally.HIDDEN);

  /// A text of a body. Only words are remembered, as they may turn out to be an enumeration.
  static Texts ofBody(String text) {
    Set<TextForm> forms = TextForm.of(text);
    return of(text, 1, forms, forms.contains(TextForm.WORD));
  }

  /// A parameter's text, which came so many times. It is remembered, as requests need values that mean something; digests
  /// are not, as they may be the key to something.
  public static Texts ofParameter(String text, long times) {
    Set<TextForm> forms = TextForm.of(text);
    return of(text, times, forms, !forms.contains(TextForm.HASH));
  }

  private static Texts of(String text, long times, Set<TextForm> found, boolean isKept) {
    if (text.contains(Redactor.MARK)) {
      return new Texts(times, times, 0, Map.of(), Tally.HIDDEN);
    }
    Map<TextForm, Long> forms = new EnumMap<>(TextForm.class);
    found.forEach(form -> forms.put(form, times));
    return new Texts(
        times, 0, text.isEmpty() ? times : 0, forms, isKept ? Tally.of(text, times) : Tally.HIDDEN);
  }

  public Texts merge(Texts other) {
    if (count == 0) {
      return other;
    }
    if (other.count == 0) {
      return this;
    }
    Map<TextForm, Long> all = new EnumMap<>(TextForm.class);
    all.putAll(forms);
    other.forms.forEach((form, times) -> all.merge(form, times, Long::sum));
    return new Texts(
        count + other.count,
        hidden + other.hidden,
        empties + other.empties,
        all,
        values.merge(other.values));
  }

  /// Whether every text has the form, and there are enough to believe it.
  public boolean isAll(TextForm form) {
    return isAll(form, form.least());
  }

  boolean isAll(TextForm form, long least) {
    return count >= least && forms.getOrDefault(form, 0L) == count;
  }

  /// Whether any text names one thing or one moment.
  boolean hasVolatile() {
    return forms.entrySet().stream()
        .anyMatch(form -> form.getKey().isVolatile() && form.getValue() > 0);
  }
}
