package dev.concordat.conform.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.ConformHttpRules;
import java.util.List;
import java.util.Optional;

/// An error answer shows a stack trace, SQL, or where files lie.
final class LeakedInternals implements Check {
  private static final int FIRST_ERROR = 400;
  private static final int MAX_SHOWN = 120;

  private static final Pattern DATABASE =
      Pattern.compile(
          "SQLSTATE|ORA-\\d{5}|PSQLException|SQLSyntaxErrorException|syntax error at or near"
              + "|You have an error in your SQL syntax|could not execute (?:statement|query)"
              + "|violates (?:unique|foreign key|not-null|check) constraint"
              + "|(?i:select\\s+[\\w*,. ]{1,200}\\s+from\\s+\\w+\\s+where)");

  private static final Pattern FILES =
      Pattern.compile(
          "(?:/(?:usr|home|opt|var|app|srv)/[\\w.-]+/[\\w./-]+\\.\\w{2,5}|\\b[A-Z]:\\\\\\\\?[\\w.-]+\\\\)");

  private static final Pattern CLASSES =
      Pattern.compile("\\b(?:[a-z][\\w$]*\\.){2,}[A-Z][\\w$]*(?:Exception|Error)\\b");

  /// What a text has at least one of where a pattern can match: asking for it costs little.
  private static final List<String> HINTS_AT_DATABASE =
      List.of(
          "SQL",
          "ORA-",
          "syntax error",
          "could not execute",
          "violates",
          "select",
          "Select",
          "SELECT");

  private static final List<String> HINTS_AT_FILES =
      List.of("/usr/", "/home/", "/opt/", "/var/", "/app/", "/srv/", ":\\");

  private static final List<String> HINTS_AT_CLASSES = List.of("Exception", "Error");

  @Override
  public List<Suspicion> check(Exchange exchange) {
    Optional<HttpResponseMessage> response = exchange.response();
    if (response.isEmpty() || exchange.status() < FIRST_ERROR) {
      return List.of();
    }
    String body = ErrorSignature.body(response.get());
    return leak(body, exchange)
        .map(
            leak ->
                List.of(
                    Suspicion.of(
                            ConformHttpRules.LEAKED_INTERNALS,
                            Certainty.HTTP,
                            exchange,
                            "body",
                            leak.kind(),
                            Wording.sent(exchange)
                                + " was answered "
                                + exchange.status()
                                + " with "
                                + leak.kind()
                                + ": "
                                + leak.shown(),
                            "An error answer tells the client what it did wrong, not what runs"
                                + " inside (CWE-209).")
                        .shared()))
        .orElse(List.of());
  }

  private record Leak(String kind, String shown) {}

  private static Optional<Leak> leak(String body, Exchange exchange) {
    if (body.isEmpty()) {
      return Optional.empty();
    }
    Optional<Leak> trace = StackTrace.find(body).map(t -> new Leak("a stack trace", t.text()));
    return trace
        .or(() -> found(DATABASE, HINTS_AT_DATABASE, body, "a database's message", exchange))
        .or(() -> found(CLASSES, HINTS_AT_CLASSES, body, "an exception's class", exchange))
        .or(() -> found(FILES, HINTS_AT_FILES, body, "a path of its files", exchange));
  }

  /// What was sent and is only echoed is no leak.
  private static Optional<Leak> found(
      Pattern pattern, List<String> hints, String body, String kind, Exchange exchange) {
    if (hints.stream().noneMatch(body::contains)) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(body);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String shown = matcher.group();
    boolean isEcho =
        exchange.sent().target().contains(shown) || exchange.sent().body().utf8().contains(shown);
    return isEcho
        ? Optional.empty()
        : Optional.of(
            new Leak(kind, shown.length() > MAX_SHOWN ? shown.substring(0, MAX_SHOWN) : shown));
  }
}
