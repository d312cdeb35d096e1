package dev.concordat.registry.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/// Reads addresses, so that nothing but an address can stand in a header or in a command to a mail server.
public final class MailAddress {
  /// RFC 5321, 4.5.3.1.3: what fits into a path.
  private static final int MAX_LENGTH = 254;

  private MailAddress() {}

  /// Whether a text is one address with a domain and nothing else: no name, no list, no line break.
  public static boolean isOne(String text) {
    boolean isPlain =
        text.length() <= MAX_LENGTH
            && text.chars().allMatch(letter -> letter > ' ' && letter < 0x7f)
            && text.indexOf('@') > 0
            && text.indexOf('<') < 0;
    if (!isPlain) {
      return false;
    }
    try {
      InternetAddress[] found = InternetAddress.parse(text, true);
      return found.length == 1 && text.equals(found[0].getAddress());
    } catch (AddressException _) {
      return false;
    }
  }
}
