package dev.concordat.wire.fault;

import dev.concordat.wire.authority.Authority;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A real client that asks for the same thing twice and says what it saw, in the words of the table.
interface Client {
  /// How long a client waits for an answer: less than the latency of the table, and enough for a machine with other work.
  int PATIENCE_MILLIS = 3_000;

  String POST_BODY = "hello";

  /// Its name and version; nothing when it is not here.
  Optional<String> version();

  /// What came of the first and of the second request.
  ///
  /// @param authority the only one that is trusted, where the address is one of HTTPS
  List<String> twice(URI address, String method, Authority authority) throws Exception;

  /// An answer in words.
  static String answered(int status, String body) {
    if (status == 200) {
      return body.equals(Provider.BODY) ? "as usual" : "200, another body";
    }
    return Integer.toString(status);
  }

  /// A failure in words, from what the client says of it.
  static String failed(String said) {
    String text = said.toLowerCase(Locale.ROOT);
    Optional<String> certificate = certificate(text);
    if (certificate.isPresent()) {
      return certificate.get();
    }
    if (text.contains("timeout") || text.contains("timed out") || text.contains("aborted")) {
      return "gave up";
    }
    if (text.contains("reset") || text.contains("broken pipe")) {
      return "reset";
    }
    if (text.contains("refused")
        || text.contains("connectexception")
        || text.contains("couldn't connect")) {
      return "refused";
    }
    if (text.contains("redirect")) {
      return "too many redirects";
    }
    if (isClosed(text)) {
      return "closed";
    }
    return isNotHttp(text) ? "not HTTP" : said;
  }

  /// What is wrong with a certificate.
  private static Optional<String> certificate(String text) {
    if (text.contains("certificateexpired")
        || text.contains("certificate has expired")
        || text.contains("validity check failed")
        || text.contains("cert_has_expired")) {
      return Optional.of("certificate expired");
    }
    if (text.contains("alternative") || text.contains("altname")) {
      return Optional.of("certificate of another host");
    }
    boolean isNotTrusted =
        text.contains("certificat") || text.contains("self_signed") || text.contains("pkix");
    return isNotTrusted ? Optional.of("certificate not trusted") : Optional.empty();
  }

  private static boolean isClosed(String text) {
    return text.contains("eof")
        || text.contains("no bytes")
        || text.contains("closed")
        || text.contains("content-length: ")
        || text.contains("premature")
        || text.contains("empty reply")
        || text.contains("transfer closed");
  }

  private static boolean isNotHttp(String text) {
    return text.contains("pars")
        || text.contains("chunk")
        || text.contains("status line")
        || text.contains("invalid")
        || text.contains("http/0.9")
        || text.contains("version");
  }
}
