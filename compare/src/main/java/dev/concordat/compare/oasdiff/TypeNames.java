package dev.concordat.compare.oasdiff;

import dev.concordat.compare.oasdiff.Transition.Concern;
import dev.concordat.compare.oasdiff.Transition.Nullability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Types, formats and null.
final class TypeNames {
  /// Formats of which all values are values of these formats too.
  private static final Map<String, Set<String>> WIDER =
      Map.of(
          "float", Set.of("double"),
          "int32", Set.of("int64", "bigint"),
          "int64", Set.of("bigint"),
          "date", Set.of("date-time"),
          "time", Set.of("date-time"));

  /// Whether a number and its text differ in this media type.
  private final boolean isStronglyTyped;

  TypeNames(boolean isStronglyTyped) {
    this.isStronglyTyped = isStronglyTyped;
  }

  void name(Pair pair, Transition transition, NameSink sink) {
    nullability(pair, transition, sink);
    lists(pair, transition, sink);
    boolean isTypeChanged =
        !Set.copyOf(pair.before().types()).equals(Set.copyOf(pair.after().types()));
    boolean isFormatChanged = !format(pair.before()).equals(format(pair.after()));
    if (!isTypeChanged && !isFormatChanged) {
      return;
    }
    boolean isUntravelled =
        sink.area() == Area.REQUEST_BODY && !pair.isWhole() && pair.after().isTrue("readOnly");
    if (!isUntravelled) {
      sink.add(
          pair,
          transition,
          Concern.TYPE,
          "type-" + change(pair, sink.area(), isTypeChanged, isFormatChanged),
          isTypeChanged ? "type" : "format");
    }
  }

  private static String format(Written schema) {
    return schema.text("format").orElse("");
  }

  private String change(Pair pair, Area area, boolean isTypeChanged, boolean isFormatChanged) {
    // A request must take what it took, a response must be what it was: the same question, the
    // other way round.
    Written narrow = area.isRequest() ? pair.before() : pair.after();
    Written wide = area.isRequest() ? pair.after() : pair.before();
    boolean isTyped =
        isStronglyTyped && area != Area.RESPONSE_HEADER && !isOwnParameter(pair, area);
    boolean isContained = isIn(narrow.types(), wide.types());
    boolean isUntyped = wide.types().isEmpty();
    boolean isTypeSafe =
        !isTypeChanged || isUntyped || isContained || isLoose(narrow, wide, isTyped);
    boolean isFormatSafe =
        !isFormatChanged
            || (isUntyped && isTypeChanged)
            || isFormatIn(format(narrow), format(wide), wide.types());
    String safe = area.isRequest() ? "generalized" : "specialized";
    if (area.isParameter() && !pair.isWhole()) {
      return inParameter(pair, isTypeSafe && isFormatSafe);
    }
    if (isTypeSafe && isFormatSafe) {
      boolean isSwap = isTypeChanged && !isContained && !isUntyped && !narrow.types().isEmpty();
      return isSwap && !area.isParameter() ? "compatible" : safe;
    }
    boolean isWidened =
        !area.isRequest()
            && isTypeChanged
            && !isFormatChanged
            && isIn(pair.before().types(), pair.after().types());
    return isWidened ? "generalized" : "changed";
  }

  /// How an object in a parameter is written is not known, so narrowing is told from change.
  private static String inParameter(Pair pair, boolean isSafe) {
    boolean isNarrowed =
        isIn(pair.after().types(), pair.before().types())
            && isFormatIn(format(pair.after()), format(pair.before()), pair.before().types());
    return isSafe ? "generalized" : isNarrowed ? "specialized" : "changed";
  }

  private static boolean isOwnParameter(Pair pair, Area area) {
    return area.isParameter() && pair.isWhole();
  }

  /// Anything can be written as text, where text is all there is.
  private static boolean isLoose(Written narrow, Written wide, boolean isStronglyTyped) {
    List<String> come = new ArrayList<>(wide.types());
    come.removeAll(narrow.types());
    return !isStronglyTyped
        && !narrow.types().isEmpty()
        && (come.isEmpty() || come.equals(List.of("string")));
  }

  private static boolean isIn(List<String> narrow, List<String> wide) {
    return !narrow.isEmpty()
        && narrow.stream()
            .allMatch(
                type -> wide.contains(type) || (type.equals("integer") && wide.contains("number")));
  }

  private static boolean isFormatIn(String narrow, String wide, List<String> types) {
    return wide.isEmpty()
        || narrow.equals(wide)
        || (types.size() == 1 && WIDER.getOrDefault(narrow, Set.of()).contains(wide));
  }

  private static void nullability(Pair pair, Transition transition, NameSink sink) {
    boolean was = pair.before().isNullable();
    boolean is = pair.after().isNullable();
    List<String> before = pair.before().types();
    List<String> after = pair.after().types();
    Nullability step = transition.wrapping();
    if (was != is) {
      step = is ? Nullability.NULLABLE : Nullability.NOT_NULLABLE;
    } else if (before.contains("null") && !after.contains("null") && !after.isEmpty()) {
      step = Nullability.NOT_NULLABLE;
    } else if (!before.contains("null") && after.contains("null") && !before.isEmpty()) {
      step = Nullability.NULLABLE;
    }
    if (step != Nullability.SAME) {
      sink.add(
          pair,
          step == Nullability.NULLABLE ? "became-nullable" : "became-not-nullable",
          "nullable");
    }
  }

  private static void lists(Pair pair, Transition transition, NameSink sink) {
    if (!transition.isListOfTypes() || transition.wrapping() != Nullability.SAME) {
      return;
    }
    boolean isNarrowed =
        sink.area().isRequest()
            ? !transition.listRemoved().isEmpty()
            : transition.listAdded().isEmpty();
    sink.add(pair, isNarrowed ? "list-of-types-narrowed" : "list-of-types-widened", "type");
  }
}
