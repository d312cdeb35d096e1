package dev.concordat.drift.observed;

import dev.concordat.drift.contract.PactMatchers;
import dev.concordat.drift.lie.Correction;
import dev.concordat.drift.lie.Lie;
import dev.concordat.drift.mock.MockAnswer;
import dev.concordat.drift.noise.ValueForm;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.DriftRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The headers that a mock states against those of the provider's answers. Headers that it does not state are no claim of it.
final class HeaderComparison {
  /// What servers, gateways, tools and the moment decide.
  private static final Set<String> NOT_COMPARED =
      Set.of(
          "content-type",
          "content-length",
          "content-encoding",
          "transfer-encoding",
          "connection",
          "keep-alive",
          "date",
          "server",
          "via",
          "age",
          "vary",
          "set-cookie",
          "expires",
          "last-modified",
          "x-powered-by",
          "strict-transport-security",
          "matched-stub-id",
          "matched-stub-name",
          "traceparent",
          "tracestate");

  /// Values that are new with each answer; that they are there is compared.
  private static final Set<String> VARIES =
      Set.of("etag", "location", "content-location", "retry-after");

  private HeaderComparison() {}

  static List<Observation> of(Asking asking, MockAnswer said, List<HttpResponseMessage> seen) {
    List<Observation> found = new ArrayList<>();
    for (Header header : said.headers()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      boolean isCompared =
          !NOT_COMPARED.contains(name)
              && !name.startsWith("access-control-")
              && asking.noise().at("header:" + header.name()).isEmpty();
      if (isCompared) {
        one(asking, header, seen)
            .ifPresent(
                lie ->
                    found.add(
                        new Observation(
                            lie,
                            lie.correction() instanceof Correction.RemoveHeader
                                && isDocumented(asking, said, name))));
      }
    }
    return found;
  }

  /// A header that the contract documents without asking for it may be absent in an answer.
  private static boolean isDocumented(Asking asking, MockAnswer said, String name) {
    return asking
        .authority()
        .flatMap(authority -> authority.operation().response(said.status()))
        .filter(
            spec ->
                spec.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase(name)))
        .isPresent();
  }

  private static Optional<Lie> one(Asking asking, Header header, List<HttpResponseMessage> seen) {
    List<String> values =
        seen.stream()
            .flatMap(answer -> Headers.first(answer.headers(), header.name()).stream())
            .toList();
    String pointer = "header:" + header.name();
    if (values.isEmpty()) {
      return Optional.of(
          Lie.observed(
              DriftRules.WRONG_HEADER,
              pointer,
              "the provider never sends the header " + header.name(),
              "no such header",
              Told.shortened(header.value()),
              asking.ground(),
              new Correction.RemoveHeader(header.name())));
    }
    boolean isStable = seen.size() > 1 && values.stream().distinct().count() == 1;
    boolean isNoise = isNoise(header.name(), header.value(), values.getFirst());
    if (!isStable
        || isNoise
        || !asking.isOfTheSame()
        || PactMatchers.rules(asking.mock(), pointer)
        || values.getFirst().equalsIgnoreCase(header.value())) {
      return Optional.empty();
    }
    return Optional.of(
        Lie.observed(
            DriftRules.WRONG_HEADER,
            pointer,
            "the stub sends "
                + header.name()
                + ": "
                + Told.shortened(header.value())
                + ", the provider "
                + Told.shortened(values.getFirst()),
            Told.shortened(values.getFirst()),
            Told.shortened(header.value()),
            asking.ground(),
            new Correction.SetHeader(header.name(), values.getFirst())));
  }

  /// Whether two values of a header are of the kind that is new with each answer.
  static boolean isNoise(String name, String one, String other) {
    String lower = name.toLowerCase(Locale.ROOT);
    ValueForm form = ValueForm.of(one);
    return VARIES.contains(lower)
        || lower.endsWith("-id")
        || (form != ValueForm.PLAIN && form == ValueForm.of(other));
  }
}
