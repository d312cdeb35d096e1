package dev.concordat.wire.http2;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A real client of HTTP/2 that asks for the same thing twice and says what it saw, in the words of the table.
interface TableClient {
  /// How long a client waits for an answer: enough for a machine with other work.
  int PATIENCE_MILLIS = 3_000;

  /// Its name and version; nothing when it is not here.
  Optional<String> version();

  /// What came of the first and of the second request.
  List<String> twice(URI address) throws Exception;

  /// An answer in words.
  static String answered(int status, String body) {
    if (status == 200) {
      return body.equals(Http2Provider.BODY) ? "as usual" : "200, another body";
    }
    return Integer.toString(status);
  }

  /// A failure in words, from what the client says of it. How a connection was lost is told by none of them alike.
  static String failed(String said) {
    String text = said.toLowerCase(Locale.ROOT);
    if (text.contains("timeout") || text.contains("timed out")) {
      return "gave up";
    }
    if (text.contains("redirect")) {
      return "too many redirects";
    }
    if (text.contains("protocol_error") || text.contains("content-length")) {
      return "not HTTP/2";
    }
    boolean isStream =
        text.contains("rst_stream")
            || text.contains("not closed cleanly")
            || text.contains("stream closed with error")
            || text.startsWith("reset ");
    if (isStream) {
      return "stream reset";
    }
    boolean isConnection =
        text.isBlank()
            || text.contains("goaway")
            || text.contains("eof")
            || text.contains("closed")
            || text.contains("reset")
            || text.contains("framing layer")
            || text.contains("broken pipe")
            || text.contains("empty reply")
            || text.contains("session");
    return isConnection ? "connection lost" : said;
  }
}
