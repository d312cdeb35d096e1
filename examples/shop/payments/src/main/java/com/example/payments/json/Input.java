package com.example.payments.json;

import com.example.payments.http.Problem;
import com.example.payments.http.Problem.Violation;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A JSON object from a caller: reads fields and collects everything that is wrong with them. */
public final class Input {

  private final JsonObject json;
  private final List<Violation> violations = new ArrayList<>();

  private Input(JsonObject json) {
    this.json = json;
  }

  static Input root(JsonElement element) {
    if (element == null || !element.isJsonObject()) {
      throw Problem.invalid(List.of(new Violation("", "the body must be a JSON object")));
    }
    return new Input(element.getAsJsonObject());
  }

  /** Ends the request with all violations found so far, if there are any. */
  public void check() {
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
  }

  public boolean has(String name) {
    return json.has(name);
  }

  public void allowOnly(Set<String> names) {
    for (String name : json.keySet()) {
      if (!names.contains(name)) {
        reject(name, "is not a field of this request");
      }
    }
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

  public String oneOf(String name, List<String> allowed) {
    String text = rawText(name);
    if (text != null && !allowed.contains(text)) {
      reject(name, "must be one of " + String.join(", ", allowed));
    }
    return text;
  }

  private String rawText(String name) {
    JsonElement value = json.get(name);
    if (value == null) {
      reject(name, "is required");
      return null;
    }
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      reject(name, "must be a string");
      return null;
    }
    return value.getAsString();
  }

  private void reject(String name, String rule) {
    violations.add(new Violation("/" + name, "/" + name + " " + rule));
  }
}
