package dev.concordat.conform.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.concordat.contracts.http.ContentCoding;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.Optional;

/// What tells two errors apart and is the same each time one happens: the innermost exception with the first line of the
/// application's own code, else the body without ids, numbers, times and echoes of what was sent.
///
/// @param isTelling whether it names the fault, so that the same signature elsewhere is the same fault
record ErrorSignature(String text, boolean isTelling) {
  private static final int MAX_BODY = 64 << 10;
  private static final int MAX_TEXT = 200;

  private static final Pattern IDS =
      Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F-]{20,}|[0-9a-fA-F]{12,}");
  private static final Pattern NUMBERS = Pattern.compile("[-+]?[0-9][0-9.,:TZ+-]*");
  private static final Pattern QUOTED =
      Pattern.compile("'[^'\n]{0,400}'|\\\\\"[^\"\n]{0,400}\\\\\"|`[^`\n]{0,400}`");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  static ErrorSignature of(HttpResponseMessage response, HttpRequestMessage sent) {
    String body = body(response);
    Optional<StackTrace> trace = StackTrace.find(body);
    if (trace.isPresent()) {
      return new ErrorSignature(trace.get().text(), true);
    }
    return new ErrorSignature(normalised(body, sent), false);
  }

  /// The body as text without its codings.
  static String body(HttpResponseMessage response) {
    if (response.body().size() == 0) {
      return "";
    }
    return switch (ContentCoding.decode(response.headers(), response.body())) {
      case ContentCoding.Decoded.Plain(var bytes) -> {
        String text = bytes.utf8();
        yield text.length() > MAX_BODY ? text.substring(0, MAX_BODY) : text;
      }
      case ContentCoding.Decoded.Unreadable ignored -> "";
      case ContentCoding.Decoded.Broken ignored -> "";
    };
  }

  private static String normalised(String body, HttpRequestMessage sent) {
    String plain = body;
    String path = sent.path();
    if (path.length() > 1) {
      plain = plain.replace(path, "/…");
    }
    plain = replaced(QUOTED, plain, "'…'");
    plain = replaced(IDS, plain, "…");
    plain = replaced(NUMBERS, plain, "#");
    plain = replaced(SPACES, plain, " ").strip();
    return plain.length() > MAX_TEXT ? plain.substring(0, MAX_TEXT) : plain;
  }

  private static String replaced(Pattern pattern, String text, String by) {
    return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(by));
  }

  /// `: NullPointerException at OrderService.place`, or nothing.
  String inWords() {
    return isTelling ? " (" + text + ")" : "";
  }
}
