package dev.concordat.standin.wiremock;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.wiremock.match.ReceivedRequest;
import dev.concordat.standin.wiremock.match.RequestMatcher.Line;
import dev.concordat.standin.wiremock.space.Space;
import dev.concordat.standin.wiremock.store.Mapping;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What is told when no stub answers: the nearest one, beside the request.
final class NotMatched {
  private static final int NOT_FOUND = 404;

  /// Of more stubs only the latest are compared.
  private static final int MAX_COMPARED = 1_000;

  private static final int WIDTH = 46;
  private static final int LABEL = 24;
  private static final int MAX_VALUE = 400;

  private NotMatched() {}

  static HttpResponseMessage plain(int status, String text) {
    return new HttpResponseMessage(
        status, List.of(new Header("Content-Type", "text/plain")), Bytes.utf8(text));
  }

  static HttpResponseMessage answer(Space space, ReceivedRequest request) {
    return space.visibleMappings().stream()
        .limit(MAX_COMPARED)
        .min(Comparator.comparingDouble(mapping -> mapping.matcher().distance(request)))
        .map(mapping -> plain(NOT_FOUND, told(space, mapping, request)))
        .orElseGet(
            () ->
                plain(
                    NOT_FOUND,
                    "Request was not matched: there are no stubs. "
                        + request.method()
                        + " "
                        + request.target()));
  }

  private static String told(Space space, Mapping mapping, ReceivedRequest request) {
    var text = new StringBuilder();
    text.append("Request was not matched\n\n");
    text.append("The nearest stub: ").append(mapping.stub().title()).append("\n\n");
    row(text, "", "stub", "request", true);
    for (Line line : mapping.matcher().compare(request)) {
      row(text, line.label(), line.expected(), line.actual(), line.isRight());
    }
    mapping
        .scenario()
        .flatMap(scenario -> scenario.requiredState())
        .ifPresent(
            required -> {
              String name = mapping.scenario().orElseThrow().name();
              String state = space.scenarios().state(name);
              row(text, "Scenario " + name, required, state, required.equals(state));
            });
    return text.toString();
  }

  private static void row(
      StringBuilder text, String label, String expected, String actual, boolean isRight) {
    String format = "%-" + LABEL + "s %-" + WIDTH + "s %-" + WIDTH + "s%s";
    text.append(
            String.format(
                    Locale.ROOT,
                    format,
                    label,
                    cut(expected),
                    cut(actual),
                    isRight ? "" : " <- differs")
                .stripTrailing())
        .append('\n');
  }

  private static String cut(String value) {
    String line = value.replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= MAX_VALUE ? line : line.substring(0, MAX_VALUE) + "…";
  }
}
