package dev.concordat.compare.oasdiff;

import dev.concordat.compare.oasdiff.Transition.Concern;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Bounds that are numbers, and patterns.
final class BoundNames {
  private static final Map<String, String> WORDS =
      new TreeMap<>(
          Map.of(
              "minimum", "min",
              "maximum", "max",
              "exclusiveMinimum", "exclusive-min",
              "exclusiveMaximum", "exclusive-max",
              "minLength", "min-length",
              "maxLength", "max-length",
              "minItems", "min-items",
              "maxItems", "max-items"));

  private BoundNames() {}

  static void name(Pair pair, Transition transition, NameSink sink) {
    if (!transition.explains(Concern.CONSTRAINTS)) {
      WORDS.forEach((keyword, word) -> bound(pair, keyword, word, sink));
      counts(pair, sink);
      pattern(pair, sink);
    }
  }

  private static void bound(Pair pair, String keyword, String word, NameSink sink) {
    Optional<BigDecimal> was = pair.before().number(keyword);
    Optional<BigDecimal> is = pair.after().number(keyword);
    if (was.isPresent() && is.isPresent()) {
      int order = is.get().compareTo(was.get());
      if (order != 0) {
        step(pair, keyword, word + (order > 0 ? "-increased" : "-decreased"), sink);
      }
    } else if (was.isPresent() != is.isPresent()) {
      boolean isSet = is.isPresent();
      // oasdiff takes no minimum of a size for a minimum of nothing.
      boolean isFromNothing = keyword.equals("minLength");
      String change = isSet ? "-set" : "-unset";
      if (isFromNothing) {
        change = isSet ? "-increased" : "-decreased";
      }
      step(pair, keyword, word + change, sink);
    }
  }

  private static void step(Pair pair, String keyword, String change, NameSink sink) {
    String readOnly = "request-read-only-property-" + change;
    boolean isReadOnly =
        sink.area() == Area.REQUEST_BODY
            && !pair.isWhole()
            && pair.after().isTrue("readOnly")
            && OasdiffRules.level(readOnly).isPresent();
    if (isReadOnly) {
      sink.exactly(readOnly, pair, pair.pointer(), keyword);
    } else {
      sink.add(pair, change, keyword);
    }
  }

  /// How many items `contains` counts; one at least where nothing is said.
  private static void counts(Pair pair, NameSink sink) {
    if (!pair.before().has("contains") || !pair.after().has("contains")) {
      return;
    }
    BigDecimal one = BigDecimal.ONE;
    int least =
        pair.after()
            .number("minContains")
            .orElse(one)
            .compareTo(pair.before().number("minContains").orElse(one));
    if (least != 0) {
      sink.add(
          pair, least > 0 ? "min-contains-increased" : "min-contains-decreased", "minContains");
    }
    Optional<BigDecimal> was = pair.before().number("maxContains");
    Optional<BigDecimal> is = pair.after().number("maxContains");
    if (!was.equals(is)) {
      boolean isMore = is.isEmpty() || (was.isPresent() && is.get().compareTo(was.get()) > 0);
      sink.add(pair, isMore ? "max-contains-increased" : "max-contains-decreased", "maxContains");
    }
  }

  private static void pattern(Pair pair, NameSink sink) {
    String was = pair.before().text("pattern").orElse("");
    String is = pair.after().text("pattern").orElse("");
    if (was.equals(is)) {
      return;
    }
    String change = was.isEmpty() ? "added" : is.isEmpty() ? "removed" : "changed";
    boolean isAnything = is.equals(".*") && sink.area().isRequest() && !was.isEmpty();
    sink.add(pair, "pattern-" + (isAnything ? "generalized" : change), "pattern");
  }
}
