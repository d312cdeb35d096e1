package dev.concordat.standin.wish;

import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which documented outcome is asked for: `Prefer: code=404, example=gone` (RFC 7240).
///
/// @param code the status
/// @param example the name of a documented example
public record Wish(OptionalInt code, Optional<String> example) {
  /// No outcome is asked for.
  public static final Wish NONE = new Wish(OptionalInt.empty(), Optional.empty());

  private static final int MAX_LENGTH = 1_000;
  private static final Pattern PREFERENCE =
      Pattern.compile("(?i)(?:^|[,;])\\s*(code|example)\\s*=\\s*(?:\"([^\"]*)\"|([^\",;\\s]+))");

  /// What the request prefers. Other preferences are ignored, as the RFC says.
  public static Wish of(HttpRequestMessage request) {
    var headers = Headers.all(request.headers(), "prefer");
    if (headers.isEmpty()) {
      return NONE;
    }
    String all = String.join(", ", headers);
    OptionalInt code = OptionalInt.empty();
    Optional<String> example = Optional.empty();
    Matcher matcher = PREFERENCE.matcher(all.substring(0, Math.min(all.length(), MAX_LENGTH)));
    while (matcher.find()) {
      String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      if (matcher.group(1).equalsIgnoreCase("example")) {
        example = example.or(() -> Optional.of(value));
      } else if (value.matches("[1-9][0-9]{2}") && code.isEmpty()) {
        code = OptionalInt.of(Integer.parseInt(value));
      }
    }
    return new Wish(code, example);
  }

  public boolean isNone() {
    return code.isEmpty() && example.isEmpty();
  }

  /// As it stands in `Preference-Applied`.
  @Override
  public String toString() {
    String status = code.isPresent() ? "code=" + code.getAsInt() : "";
    String name = example.map(it -> "example=\"" + it + "\"").orElse("");
    return status.isEmpty() || name.isEmpty() ? status + name : status + ", " + name;
  }
}
