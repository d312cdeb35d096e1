package dev.concordat.contracts.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The parameters of a header's value: `form-data; name="a b"` (RFC 9110 section 5.6.6).
public final class HeaderParameters {
  private HeaderParameters() {}

  /// By name in lower case, in their order; quotes removed. Of several with one name the last counts.
  public static Map<String, String> of(String value) {
    List<String> parts = Quoted.split(value, ';');
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        parameters.put(name, Quoted.unquote(part.substring(equals + 1).strip()));
      }
    }
    return parameters;
  }
}
