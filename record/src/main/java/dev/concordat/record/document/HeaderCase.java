package dev.concordat.record.document;

/// Names of headers as people write them: `x-api-key` is `X-Api-Key`. Case does not matter (RFC 9110 section 5.1).
public final class HeaderCase {
  private HeaderCase() {}

  public static String of(String name) {
    if (name.equals("etag")) {
      return "ETag";
    }
    StringBuilder written = new StringBuilder(name.length());
    boolean isFirst = true;
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      written.append(isFirst ? Character.toUpperCase(c) : c);
      isFirst = c == '-';
    }
    return written.toString();
  }
}
