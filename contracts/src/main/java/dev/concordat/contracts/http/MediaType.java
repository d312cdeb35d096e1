package dev.concordat.contracts.http;

import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A media type or media range (RFC 9110 sections 8.3 and 12.5.1), in lower case.
///
/// @param type `application`, or `*`
/// @param subtype `json`, `*`, or a suffix range such as `*+json`
/// @param parameters by name; quotes removed
public record MediaType(String type, String subtype, Map<String, String> parameters) {
  /// Nothing is known.
  public static final MediaType UNKNOWN = new MediaType("*", "*", Map.of());

  /// Says how the bytes are written, not what they are.
  private static final String BOUNDARY = "boundary";

  public MediaType {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /// Empty when the text has no type and subtype.
  public static Optional<MediaType> parse(String text) {
    String full = Quoted.split(text, ';').getFirst().strip().toLowerCase(Locale.ROOT);
    int slash = full.indexOf('/');
    if (slash <= 0 || slash == full.length() - 1 || full.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new MediaType(
            full.substring(0, slash), full.substring(slash + 1), HeaderParameters.of(text)));
  }

  /// Whether bodies of this type are JSON: `application/json`, `text/json`, and every `+json` (RFC 6839).
  public boolean isJson() {
    return subtype.equals("json") || subtype.endsWith("+json");
  }

  public boolean isForm() {
    return essence().equals("application/x-www-form-urlencoded");
  }

  /// `application/xml`, `text/xml`, and every `+xml` (RFC 7303).
  public boolean isXml() {
    return subtype.equals("xml") || subtype.endsWith("+xml");
  }

  public boolean isMultipart() {
    return type.equals("multipart");
  }

  /// Plain text of some kind, which JSON and XML are not.
  public boolean isText() {
    return type.equals("text") && !isJson() && !isXml();
  }

  /// Whether nothing is known: the range of all types.
  public boolean isUnknown() {
    return type.equals("*") && subtype.equals("*");
  }

  public boolean isRange() {
    return type.equals("*") || subtype.startsWith("*");
  }

  /// What it says of a body; its boundary says nothing.
  public Term meaning() {
    Map<String, Term> said = new TreeMap<>();
    parameters.forEach(
        (name, value) -> {
          if (!name.equals(BOUNDARY)) {
            // Names of charsets have no case (RFC 9110 section 8.3.2).
            said.put(
                name, Term.text(name.equals("charset") ? value.toLowerCase(Locale.ROOT) : value));
          }
        });
    return TermMembers.of("mediaType").text("type", essence()).named("parameters", said).term();
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

  /// Whether a body of the concrete type is one of this documented type or range: it falls under it and no parameter that
  /// both name has another value. A parameter that only one of them names says nothing.
  public boolean admits(MediaType concrete) {
    return includes(concrete)
        && parameters.entrySet().stream()
            .allMatch(
                parameter ->
                    parameter.getKey().equals(BOUNDARY)
                        || concrete
                            .parameter(parameter.getKey())
                            .map(parameter.getValue()::equalsIgnoreCase)
                            .orElse(true));
  }

  private long sharedParameters(MediaType concrete) {
    return parameters.keySet().stream().filter(concrete.parameters::containsKey).count();
  }

  /// The documented entry that is meant for a body of this type: the most specific, of equals the one that shares most
  /// parameters (RFC 9110 section 12.5.1), and of these the one with fewest others; in which order they stand says nothing.
  public static Optional<MediaTypeSpec> choose(List<MediaTypeSpec> documented, MediaType concrete) {
    MediaTypeSpec best = null;
    for (MediaTypeSpec spec : documented) {
      if (spec.mediaType().admits(concrete)
          && (best == null || isCloser(spec.mediaType(), best.mediaType(), concrete))) {
        best = spec;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isCloser(MediaType one, MediaType other, MediaType concrete) {
    return Comparator.comparingInt(MediaType::specificity)
            .thenComparingLong(type -> type.sharedParameters(concrete))
            .thenComparingInt(type -> -type.parameters.size())
            .thenComparing(MediaType::toString)
            .compare(one, other)
        > 0;
  }

  @Override
  public String toString() {
    var text = new StringBuilder(essence());
    parameters.forEach((name, value) -> text.append("; ").append(name).append('=').append(value));
    return text.toString();
  }
}
