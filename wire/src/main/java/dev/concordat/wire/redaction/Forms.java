package dev.concordat.wire.redaction;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Secrets in `name=value&name=value`, the form of queries and of form bodies.
final class Forms {
  private Forms() {}

  static String redact(String form, SecretNames names, String mark) {
    if (form.indexOf('=') < 0) {
      return form;
    }
    StringBuilder out = new StringBuilder(form.length());
    for (String pair : form.split("(?<=[&;])", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && names.isSecret(decoded(pair.substring(0, equals)))) {
        char last = pair.charAt(pair.length() - 1);
        out.append(pair, 0, equals + 1).append(mark);
        if (last == '&' || last == ';') {
          out.append(last);
        }
      } else {
        out.append(pair);
      }
    }
    return out.toString();
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return name;
    }
  }
}
