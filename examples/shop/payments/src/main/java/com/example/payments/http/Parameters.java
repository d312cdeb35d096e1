package com.example.payments.http;

import com.example.payments.http.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads path and query parameters; says everything that is wrong with them at once. */
public final class Parameters {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");

  private final Request request;
  private final List<Violation> violations = new ArrayList<>();

  public Parameters(Request request) {
    this.request = request;
  }

  public UUID uuidInPath(String name) {
    String text = request.path().get(name);
    if (!UUID_TEXT.matcher(text).matches()) {
      throw Problem.invalid(List.of(new Violation(name, name + " must be a UUID")));
    }
    return UUID.fromString(text);
  }

  public int integer(String name, int min, int max, int fallback) {
    String text = single(name).orElse(null);
    if (text == null) {
      return fallback;
    }
    if (!INTEGER.matcher(text).matches()
        || Integer.parseInt(text) < min
        || Integer.parseInt(text) > max) {
      reject(name, "must be an integer from " + min + " to " + max);
      return fallback;
    }
    return Integer.parseInt(text);
  }

  public Optional<UUID> uuid(String name) {
    Optional<String> text = single(name);
    if (text.isPresent() && !UUID_TEXT.matcher(text.get()).matches()) {
      reject(name, "must be a UUID");
      return Optional.empty();
    }
    return text.map(UUID::fromString);
  }

  public String header(String name, Pattern pattern) {
    String text = request.headers().getFirst(name);
    if (text == null) {
      reject(name, "is required");
    } else if (!pattern.matcher(text).matches()) {
      reject(name, "must match " + pattern);
    }
    return text;
  }

  public void check() {
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
  }

  private Optional<String> single(String name) {
    List<String> values = request.query().getOrDefault(name, List.of());
    if (values.size() > 1) {
      reject(name, "must be given once");
    }
    return values.stream().findFirst();
  }

  private void reject(String name, String rule) {
    violations.add(new Violation(name, name + " " + rule));
  }
}
