package dev.concordat.wire.redaction;

/// Secrets in JSON text, found by its tokens alone: works on bodies that were cut, that are several values in a row, or
/// that are broken somewhere. What it leaves is as good JSON as it was.
final class JsonSecrets {
  private final String text;
  private final SecretNames names;
  private final String mark;
  private final StringBuilder out;
  private int at;

  private JsonSecrets(String text, SecretNames names, String mark) {
    this.text = text;
    this.names = names;
    this.mark = mark;
    this.out = new StringBuilder(text.length());
  }

  static String redact(String text, SecretNames names, String mark) {
    return new JsonSecrets(text, names, mark).redact();
  }

  private String redact() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        string();
      } else if (isScalar(c)) {
        scalar();
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  /// A member's name, whose value goes when the name says so, or a text.
  private void string() {
    int end = stringEnd(at);
    String string = text.substring(at, end);
    int colon = skipSpace(end);
    if (colon < text.length() && text.charAt(colon) == ':') {
      int value = skipSpace(colon + 1);
      out.append(text, at, value);
      at = value;
      if (value < text.length() && names.isSecret(unescaped(string))) {
        secretValue();
      }
      return;
    }
    out.append(text(string));
    at = end;
  }

  /// A text may itself be JSON in quotes; then it is taken out whole, as its escapes would have to be made anew.
  private String text(String string) {
    String redacted = Shapes.redact(string, mark);
    if (string.contains("\\\"")) {
      String inner = unescaped(string);
      return redact(inner, names, mark).equals(inner) ? redacted : quoted();
    }
    return redacted;
  }

  private void scalar() {
    int end = scalarEnd(at);
    String scalar = text.substring(at, end);
    out.append(Shapes.redact(scalar, mark).equals(scalar) ? scalar : quoted());
    at = end;
  }

  private void secretValue() {
    char c = text.charAt(at);
    if (c == '"') {
      at = stringEnd(at);
    } else if (c == '{' || c == '[') {
      at = containerEnd(at);
    } else {
      int end = scalarEnd(at);
      String scalar = text.substring(at, end);
      at = end;
      if (scalar.equals("null") || scalar.equals("true") || scalar.equals("false")) {
        out.append(scalar);
        return;
      }
    }
    out.append(quoted());
  }

  private String quoted() {
    return '"' + mark + '"';
  }

  private int stringEnd(int start) {
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, text.length());
  }

  private int containerEnd(int start) {
    int depth = 0;
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '"') {
        i = stringEnd(i);
        continue;
      }
      depth += c == '{' || c == '[' ? 1 : 0;
      depth -= c == '}' || c == ']' ? 1 : 0;
      i++;
      if (depth == 0) {
        break;
      }
    }
    return i;
  }

  private int scalarEnd(int start) {
    int i = start;
    while (i < text.length() && isScalar(text.charAt(i))) {
      i++;
    }
    return Math.max(i, Math.min(start + 1, text.length()));
  }

  private int skipSpace(int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  private static boolean isScalar(char c) {
    return c > ' ' && "{}[],:\"".indexOf(c) < 0;
  }

  /// The string without its quotes and with its escapes resolved, as far as a name needs it.
  private static String unescaped(String string) {
    int end = string.length() > 1 && string.endsWith("\"") ? string.length() - 1 : string.length();
    String inner = string.substring(1, end);
    if (inner.indexOf('\\') < 0) {
      return inner;
    }
    StringBuilder plain = new StringBuilder(inner.length());
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c != '\\' || i + 1 == inner.length()) {
        plain.append(c);
        continue;
      }
      char escaped = inner.charAt(++i);
      if (escaped == 'u' && i + 4 < inner.length() && isHex(inner, i + 1)) {
        plain.append((char) Integer.parseInt(inner.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        plain.append(escaped);
      }
    }
    return plain.toString();
  }

  private static boolean isHex(String text, int from) {
    for (int i = from; i < from + 4; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
