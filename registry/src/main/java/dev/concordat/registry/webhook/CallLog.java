package dev.concordat.registry.webhook;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// The log of one attempt, in the form of the Pact Broker. Secrets are not in it: not those of headers, and not where a
/// target repeats them.
final class CallLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
  private static final String REDACTED = "[REDACTED]";
  private static final int SHORT_SECRET = 4;

  private final Call call;
  private final Instant now;
  private final StringBuilder text = new StringBuilder();

  CallLog(Call call, Instant now) {
    this.call = call;
    this.now = now;
  }

  CallLog request(String context) {
    line("DEBUG", "Webhook context " + context);
    line("INFO", "HTTP/1.1 " + call.method() + " " + call.url());
    Sender.sent(URI.create(call.url()), call)
        .forEach(
            (name, value) ->
                line("INFO", name + ": " + (Template.isSecret(name) ? REDACTED : value)));
    call.body().ifPresent(body -> line("INFO", body));
    return this;
  }

  CallLog response(Received received) {
    line("INFO", received.line());
    received.headers().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            header ->
                line(
                    "INFO",
                    header.getKey()
                        + ": "
                        + (Template.isSecret(header.getKey())
                                || header.getKey().equals("set-cookie")
                            ? REDACTED
                            : header.getValue())));
    line("INFO", received.body());
    return this;
  }

  CallLog say(String sentence) {
    line("INFO", sentence);
    return this;
  }

  CallLog error(String sentence) {
    line("ERROR", sentence);
    return this;
  }

  private void line(String level, String message) {
    text.append('[')
        .append(TIME.format(now))
        .append("] ")
        .append(level)
        .append(": ")
        .append(message)
        .append('\n');
  }

  String text() {
    String shown = text.toString();
    for (Map.Entry<String, String> header : call.headers().entrySet()) {
      if (Template.isSecret(header.getKey())) {
        shown = without(shown, header.getValue());
      }
    }
    return call.password().isPresent() ? without(shown, call.password().get()) : shown;
  }

  private static String without(String text, String secret) {
    return secret.length() < SHORT_SECRET ? text : text.replace(secret, "********");
  }
}
