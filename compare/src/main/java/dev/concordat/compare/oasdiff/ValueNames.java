package dev.concordat.compare.oasdiff;

import dev.concordat.compare.oasdiff.Transition.Concern;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// Values that are listed, fixed or assumed.
final class ValueNames {
  private ValueNames() {}

  static void name(Pair pair, Transition transition, NameSink sink) {
    if (!transition.explains(Concern.VALUES)) {
      enumeration(pair, sink);
      extensible(pair, sink);
      plain(pair, "const", "const", sink);
      plain(pair, "default", "default-value", sink);
    }
  }

  private static void enumeration(Pair pair, NameSink sink) {
    List<JsonValue> was = pair.before().enumeration();
    List<JsonValue> is = pair.after().enumeration();
    if (was.isEmpty() && !is.isEmpty()) {
      sink.add(pair, "became-enum", "enum");
      if (sink.area() == Area.REQUEST_HEADER && !pair.isWhole()) {
        sink.exactly("request-header-property-became-enum", pair, pair.pointer(), "enum");
      }
    }
    for (int i = 0; i < without(was, is); i++) {
      sink.exactly(removed(pair, sink.area()), pair, pair.pointer(), "enum");
    }
    for (int i = 0; i < without(is, was); i++) {
      sink.exactly(added(pair, sink.area()), pair, pair.pointer(), "enum");
    }
  }

  private static int without(List<JsonValue> all, List<JsonValue> others) {
    List<JsonValue> rest = new ArrayList<>(all);
    rest.removeAll(others);
    return rest.size();
  }

  private static String removed(Pair pair, Area area) {
    return switch (area) {
      case REQUEST_BODY ->
          !pair.isWhole() && pair.after().isTrue("readOnly")
              ? "request-read-only-property-enum-value-removed"
              : area.prefix(pair.isWhole()) + "-enum-value-removed";
      case RESPONSE_BODY ->
          pair.isWhole()
              ? "response-mediatype-enum-value-removed"
              : "response-property-enum-value-removed";
      case PARAMETER, REQUEST_HEADER, RESPONSE_HEADER ->
          area.prefix(pair.isWhole()) + "-enum-value-removed";
    };
  }

  private static String added(Pair pair, Area area) {
    return area == Area.RESPONSE_BODY && !pair.isWhole() && pair.after().isTrue("writeOnly")
        ? "response-write-only-property-enum-value-added"
        : area.prefix(pair.isWhole()) + "-enum-value-added";
  }

  private static void extensible(Pair pair, NameSink sink) {
    List<String> gone = new ArrayList<>(pair.before().texts("x-extensible-enum"));
    gone.removeAll(pair.after().texts("x-extensible-enum"));
    if (pair.after().has("x-extensible-enum")) {
      gone.forEach(each -> sink.add(pair, "x-extensible-enum-value-removed", "x-extensible-enum"));
    }
  }

  private static void plain(Pair pair, String keyword, String word, NameSink sink) {
    var was = pair.before().value(keyword);
    var is = pair.after().value(keyword);
    if (!was.equals(is)) {
      String change = was.isEmpty() ? "added" : is.isEmpty() ? "removed" : "changed";
      sink.add(pair, word + "-" + change, keyword);
    }
  }
}
