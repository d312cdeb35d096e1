package dev.concordat.contracts.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A media type or media range (RFC 9110 sections 8.3 and 12.5.1), in lower case.
///
/// @param type `application`, or `*`
/// @param subtype `json`, `*`, or a suffix range such as `*+json`
/// @param parameters by name; quotes removed
public record MediaType(String type, String subtype, Map<String, String> parameters) {
  public MediaType {
    parameters = Map.copyOf(parameters);
  }

  /// Empty when the text has no type and subtype.
  public static Optional<MediaType> parse(String text) {
    List<String> parts = Quoted.split(text, ';');
    String full = parts.getFirst().strip().toLowerCase(Locale.ROOT);
    int slash = full.indexOf('/');
    if (slash <= 0 || slash == full.length() - 1 || full.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    var parameters = new LinkedHashMap<String, String>();
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        parameters.put(name, Quoted.unquote(part.substring(equals + 1).strip()));
      }
    }
    return Optional.of(
        new MediaType(full.substring(0, slash), full.substring(slash + 1), parameters));
  }

  /// Whether bodies of this type are JSON: `application/json`, `text/json`, and every `+json` (RFC 6839).
  public boolean isJson() {
    return subtype.equals("json") || subtype.endsWith("+json");
  }

  public boolean isForm() {
    return essence().equals("application/x-www-form-urlencoded");
  }

  public boolean isText() {
    return type.equals("text") && !isJson();
  }

  public boolean isRange() {
    return type.equals("*") || subtype.startsWith("*");
  }

  /// Type and subtype without parameters.
  public String essence() {
    return type + "/" + subtype;
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /// Whether the concrete type falls under this documented type or range. Parameters do not matter.
  public boolean includes(MediaType concrete) {
    if (!type.equals("*") && !type.equals(concrete.type)) {
      return false;
    }
    if (subtype.equals("*") || subtype.equals(concrete.subtype)) {
      return true;
    }
    return subtype.startsWith("*+") && concrete.subtype.endsWith(subtype.substring(1));
  }

  /// Of two documented types that include the same concrete one, the higher is meant.
  int specificity() {
    if (type.equals("*")) {
      return 0;
    }
    if (subtype.equals("*")) {
      return 1;
    }
    return subtype.startsWith("*") ? 2 : 3;
  }

  /// The documented entry that is meant for a body of this type; the most specific wins.
  public static Optional<MediaTypeSpec> choose(List<MediaTypeSpec> documented, MediaType concrete) {
    MediaTypeSpec best = null;
    int bestScore = -1;
    for (MediaTypeSpec spec : documented) {
      MediaType type = spec.mediaType();
      if (type.includes(concrete)) {
        boolean sameParameters =
            concrete.parameters.entrySet().containsAll(type.parameters.entrySet());
        int score = 2 * type.specificity() + (sameParameters ? 1 : 0);
        if (score > bestScore) {
          best = spec;
          bestScore = score;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  @Override
  public String toString() {
    var text = new StringBuilder(essence());
    parameters.forEach((name, value) -> text.append("; ").append(name).append('=').append(value));
    return text.toString();
  }
}
