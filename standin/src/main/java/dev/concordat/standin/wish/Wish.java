package dev.concordat.standin.wish;

import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which outcome is asked for: `Prefer: code=404, example=gone` or `Prefer: dynamic` (RFC 7240).
///
/// @param code the status
/// @param example the name of a documented example
/// @param isDynamic whether the body is a made value, where an example is documented too
public record Wish(OptionalInt code, Optional<String> example, boolean isDynamic) {
  /// No outcome is asked for.
  public static final Wish NONE = new Wish(OptionalInt.empty(), Optional.empty(), false);

  private static final int MAX_LENGTH = 1_000;
  private static final String VALUE = "\\s*=\\s*(?:\"([^\"]*)\"|([^\",;\\s]+))";
  private static final Pattern PREFERENCE =
      Pattern.compile(
          "(?i)(?:^|[,;])\\s*(?:(code|example|dynamic)" + VALUE + "|(dynamic)\\s*(?=$|[,;]))");
  private static final int QUOTED = 2;
  private static final int BARE = 3;
  private static final int ALONE = 4;

  /// What the request prefers. Other preferences are ignored, as the RFC says.
  public static Wish of(HttpRequestMessage request) {
    var headers = Headers.all(request.headers(), "prefer");
    if (headers.isEmpty()) {
      return NONE;
    }
    String all = String.join(", ", headers);
    OptionalInt code = OptionalInt.empty();
    Optional<String> example = Optional.empty();
    boolean isDynamic = false;
    Matcher matcher = PREFERENCE.matcher(all.substring(0, Math.min(all.length(), MAX_LENGTH)));
    while (matcher.find()) {
      if (matcher.group(ALONE) != null) {
        isDynamic = true;
        continue;
      }
      String value = matcher.group(QUOTED) == null ? matcher.group(BARE) : matcher.group(QUOTED);
      if (matcher.group(1).equalsIgnoreCase("example")) {
        example = example.or(() -> Optional.of(value));
      } else if (matcher.group(1).equalsIgnoreCase("dynamic")) {
        isDynamic = value.equalsIgnoreCase("true");
      } else if (value.matches("[1-9][0-9]{2}") && code.isEmpty()) {
        code = OptionalInt.of(Integer.parseInt(value));
      }
    }
    return new Wish(code, example, isDynamic);
  }

  public boolean isNone() {
    return code.isEmpty() && example.isEmpty() && !isDynamic;
  }

  /// As it stands in `Preference-Applied`.
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    code.ifPresent(status -> parts.add("code=" + status));
    example.ifPresent(name -> parts.add("example=\"" + name + "\""));
    if (isDynamic) {
      parts.add("dynamic");
    }
    return String.join(", ", parts);
  }
}
