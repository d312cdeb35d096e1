package com.example.warehouse.stock.json;

import com.example.warehouse.stock.http.Problem;
import com.example.warehouse.stock.http.Problem.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A JSON object from a caller: reads fields and collects everything that is wrong with them. */
public final class Input {

  private final JsonNode node;
  private final String pointer;
  private final List<Violation> violations;

  private Input(JsonNode node, String pointer, List<Violation> violations) {
    this.node = node;
    this.pointer = pointer;
    this.violations = violations;
  }

  static Input root(JsonNode node) {
    Input root = new Input(node, "", new ArrayList<>());
    if (!node.isObject()) {
      throw Problem.invalid(List.of(new Violation("", "the body must be a JSON object")));
    }
    return root;
  }

  /** Ends the request with all violations found so far, if there are any. */
  public void check() {
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
  }

  public boolean has(String name) {
    return node.has(name);
  }

  public <T> List<T> objects(String name, int min, int max, Function<Input, T> each) {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      reject(name, value.isMissingNode() ? "is required" : "must be an array");
      return List.of();
    }
    if (value.size() < min || value.size() > max) {
      reject(name, "must have " + min + " to " + max + " items");
      return List.of();
    }
    List<T> items = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      String place = pointer + "/" + name + "/" + i;
      if (!value.get(i).isObject()) {
        violations.add(new Violation(place, place + " must be an object"));
      } else {
        items.add(each.apply(new Input(value.get(i), place, violations)));
      }
    }
    return items;
  }

  public String text(String name, int min, int max) {
    String text = rawText(name);
    if (text != null) {
      int length = text.codePointCount(0, text.length());
      if (length < min || length > max) {
        reject(name, "must have " + min + " to " + max + " characters");
      }
    }
    return text;
  }

  public String text(String name, Pattern pattern, String rule) {
    String text = rawText(name);
    if (text != null && !pattern.matcher(text).matches()) {
      reject(name, "must be " + rule);
    }
    return text;
  }

  public long integer(String name, long min, long max) {
    JsonNode value = node.path(name);
    if (!value.isNumber()) {
      reject(name, value.isMissingNode() ? "is required" : "must be an integer");
      return min;
    }
    BigDecimal number = value.decimalValue();
    if (number.compareTo(BigDecimal.valueOf(min)) < 0
        || number.compareTo(BigDecimal.valueOf(max)) > 0
        || number.stripTrailingZeros().scale() > 0) {
      reject(name, "must be an integer from " + min + " to " + max);
      return min;
    }
    return number.longValueExact();
  }

  private String rawText(String name) {
    JsonNode value = node.path(name);
    if (!value.isTextual()) {
      reject(name, value.isMissingNode() ? "is required" : "must be a string");
      return null;
    }
    return value.textValue();
  }

  private void reject(String name, String rule) {
    violations.add(new Violation(pointer + "/" + name, pointer + "/" + name + " " + rule));
  }
}
