package dev.concordat.compare.oasdiff;

import dev.concordat.compare.oasdiff.Transition.Concern;
import dev.concordat.contracts.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Properties that came, went, became required, or travel one way only.
final class MemberNames {
  private MemberNames() {}

  static void name(Pair pair, Transition transition, NameSink sink) {
    Map<String, Schema> was = pair.before().view().properties();
    Map<String, Schema> is = pair.after().view().properties();
    if (!transition.explains(Concern.EXISTENCE)) {
      was.forEach(
          (name, schema) -> {
            if (!is.containsKey(name) && !transition.moved().contains(name)) {
              gone(pair, name, new Written(schema), sink);
            }
          });
      is.forEach(
          (name, schema) -> {
            if (!was.containsKey(name)) {
              come(pair, name, new Written(schema), sink);
            }
          });
    }
    if (!transition.explains(Concern.REQUIREDNESS)) {
      requiredness(pair, was, is, sink);
    }
    pair.around().ifPresent(property -> travel(pair, property, sink));
  }

  private static void gone(Pair pair, String name, Written property, NameSink sink) {
    boolean isRequired = pair.before().texts("required").contains(name);
    switch (sink.area()) {
      case REQUEST_BODY -> {
        if (!property.isTrue("readOnly")) {
          sink.exactly("request-property-removed", pair, at(pair, name), "properties");
        }
      }
      case RESPONSE_BODY ->
          sink.exactly(
              "response-" + kind(isRequired, property) + "-removed",
              pair,
              at(pair, name),
              "properties");
      case PARAMETER, REQUEST_HEADER, RESPONSE_HEADER -> {}
    }
  }

  private static void come(Pair pair, String name, Written property, NameSink sink) {
    boolean isRequired = pair.after().texts("required").contains(name);
    switch (sink.area()) {
      case REQUEST_BODY -> {
        if (!property.isTrue("readOnly")) {
          String id =
              !isRequired
                  ? "new-optional-request-property"
                  : property.has("default")
                      ? "new-required-request-property-with-default"
                      : "new-required-request-property";
          sink.exactly(id, pair, at(pair, name), "properties");
        }
      }
      case RESPONSE_BODY ->
          sink.exactly(
              "response-" + kind(isRequired, property) + "-added",
              pair,
              at(pair, name),
              "properties");
      case REQUEST_HEADER -> {
        if (isRequired && !property.isTrue("readOnly")) {
          sink.exactly("new-required-request-header-property", pair, at(pair, name), "properties");
        }
      }
      case PARAMETER, RESPONSE_HEADER -> {}
    }
  }

  private static String kind(boolean isRequired, Written property) {
    return (isRequired ? "required" : "optional")
        + (property.isTrue("writeOnly") ? "-write-only" : "")
        + "-property";
  }

  private static void requiredness(
      Pair pair, Map<String, Schema> was, Map<String, Schema> is, NameSink sink) {
    Set<String> before = new HashSet<>(pair.before().texts("required"));
    Set<String> after = new HashSet<>(pair.after().texts("required"));
    for (String name : is.keySet()) {
      if (was.containsKey(name) && before.contains(name) != after.contains(name)) {
        Written old = new Written(was.getOrDefault(name, pair.before().schema()));
        Written now = new Written(is.getOrDefault(name, pair.after().schema()));
        String id = requiredness(after.contains(name), old, now, sink.area());
        sink.exactly(id, pair, at(pair, name), "required");
      }
    }
  }

  private static String requiredness(boolean isRequired, Written old, Written now, Area area) {
    String change = isRequired ? "became-required" : "became-optional";
    return switch (area) {
      case REQUEST_BODY ->
          now.isTrue("readOnly")
              ? ""
              : "request-property-"
                  + change
                  + (isRequired && now.has("default") ? "-with-default" : "");
      case RESPONSE_BODY ->
          "response-"
              + (old.isTrue("writeOnly") || now.isTrue("writeOnly") ? "write-only-" : "")
              + "property-"
              + change;
      case REQUEST_HEADER -> "request-header-property-" + change;
      case PARAMETER, RESPONSE_HEADER -> "";
    };
  }

  private static void travel(Pair pair, Pair.Property property, NameSink sink) {
    boolean isRequired = property.isRequired();
    String direction = sink.area().isRequest() ? "request" : "response";
    for (String keyword : List.of("readOnly", "writeOnly")) {
      boolean is = pair.after().isTrue(keyword);
      if (is != pair.before().isTrue(keyword) && !sink.area().isParameter()) {
        sink.exactly(
            direction
                + (isRequired ? "-required" : "-optional")
                + "-property-became-"
                + (is ? "" : "not-")
                + (keyword.equals("readOnly") ? "read-only" : "write-only"),
            pair,
            pair.pointer(),
            keyword);
      }
    }
  }

  private static String at(Pair pair, String name) {
    return pair.pointer() + "/" + NameWalk.escaped(name);
  }
}
