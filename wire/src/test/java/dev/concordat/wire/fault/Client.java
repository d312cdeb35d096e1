package dev.concordat.wire.fault;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A real client that asks for the same thing twice and says what it saw, in the words of the table.
interface Client {
  /// How long a client waits for an answer.
  int PATIENCE_MILLIS = 1_000;

  String POST_BODY = "hello";

  /// Its name and version; nothing when it is not here.
  Optional<String> version();

  /// What came of the first and of the second request.
  List<String> twice(URI address, String method) throws Exception;

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
    if (text.contains("timeout") || text.contains("timed out") || text.contains("aborted")) {
      return "gave up";
    }
    if (isClosed(text)) {
      return "closed";
    }
    return isNotHttp(text) ? "not HTTP" : said;
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
