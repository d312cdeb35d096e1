package dev.concordat.contracts.schema;

import java.util.regex.Pattern;

/// Names and addresses of hosts (RFC 1123, RFC 2673, RFC 4291). Names are judged by their characters only: hosts with
/// hyphens where IDNA reserves them do exist.
final class HostFormats {
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final int MAX_HOSTNAME = 253;
  private static final int MAX_LABEL = 63;
  private static final int GROUPS = 8;

  private HostFormats() {}

  static boolean isHostname(String text) {
    if (text.isEmpty() || text.length() > MAX_HOSTNAME) {
      return false;
    }
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || text.charAt(at) == '.') {
        boolean isLabel =
            at > start
                && at - start <= MAX_LABEL
                && text.charAt(start) != '-'
                && text.charAt(at - 1) != '-';
        if (!isLabel) {
          return false;
        }
        start = at + 1;
      } else if (!isLetterDigitHyphen(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterDigitHyphen(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }

  static boolean isIpv4(String text) {
    return IPV4.matcher(text).matches();
  }

  static boolean isIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text, true) == GROUPS;
    }
    if (text.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    int before = groups(text.substring(0, gap), false);
    int after = groups(text.substring(gap + 2), true);
    return before >= 0 && after >= 0 && before + after < GROUPS;
  }

  /// How many groups of 16 bits the text holds, or -1 if it is none.
  private static int groups(String text, boolean mayEndWithIpv4) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] parts = text.split(":", -1);
    int count = parts.length;
    for (int i = 0; i < parts.length; i++) {
      boolean isIpv4 = mayEndWithIpv4 && i == parts.length - 1 && isIpv4(parts[i]);
      if (isIpv4) {
        count++;
      } else if (!GROUP.matcher(parts[i]).matches()) {
        return -1;
      }
    }
    return count;
  }
}
