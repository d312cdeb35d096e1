package dev.concordat.compare.openapi;

import static org.junit.jupiter.api.Assertions.fail;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// Two contracts as YAML, and what comes of comparing them as text.
final class Http {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  private static final String HEAD = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\n";

  private Http() {}

  /// The contract in a document; one that does not say its version is OpenAPI 3.1.
  static Contract contract(String file, String yaml) {
    boolean isWhole = yaml.startsWith("openapi:") || yaml.startsWith("swagger:");
    byte[] bytes = (isWhole ? yaml : HEAD + yaml).getBytes(StandardCharsets.UTF_8);
    Path root = Path.of("");
    return new ContractReader(root).read(new DocumentReader(root).parse(file, bytes));
  }

  static ContractComparison comparison(String before, String after) {
    return new Comparer(Policies.defaults(TODAY))
        .diff(contract("old.yaml", before), contract("new.yaml", after))
        .orElseThrow();
  }

  static ContractComparison agreement(String consumer, String provider) {
    return new Comparer(Policies.defaults(TODAY))
        .agree(contract("consumer.yaml", consumer), contract("provider.yaml", provider))
        .orElseThrow();
  }

  /// One line for each difference: `breaks GET /orders · query parameter limit: … `.
  static List<String> diff(String before, String after) {
    return comparison(before, after).differences().stream().map(Http::line).toList();
  }

  static String line(Difference difference) {
    String also = difference.also().isEmpty() ? "" : " (and " + difference.also().size() + " more)";
    return difference.impact().word()
        + " "
        + difference.position().text()
        + ": "
        + difference.message()
        + also;
  }

  /// The message that shows the only break.
  static String witness(String before, String after) {
    return witness(comparison(before, after));
  }

  static String witness(ContractComparison comparison) {
    List<Difference> breaks =
        comparison.differences().stream()
            .filter(each -> each.impact() == Impact.BREAKS || each.impact() == Impact.RISKY)
            .toList();
    if (breaks.size() != 1) {
      return fail("one break was expected: " + comparison.differences());
    }
    return breaks.getFirst().evidence() instanceof Evidence.Witnessed(Witness witness)
        ? text(witness.message()) + "\n! " + witness.refusal()
        : fail("a witness was expected: " + breaks);
  }

  /// Why the receiver refuses the message that shows a difference, without the place of the sentence.
  static String refusal(Difference difference) {
    return difference.evidence() instanceof Evidence.Witnessed(Witness witness)
        ? witness.refusal().replaceAll(" \\([^()]*:\\d+\\)$", "")
        : fail("a witness was expected: " + difference);
  }

  static String text(WitnessMessage message) {
    return switch (message) {
      case WitnessMessage.HttpRequest(HttpRequestMessage request) ->
          request.method()
              + " "
              + request.target()
              + headers(request.headers())
              + body(request.body().utf8());
      case WitnessMessage.HttpResponse(HttpRequestMessage request, HttpResponseMessage response) ->
          request.method()
              + " "
              + request.target()
              + "\n"
              + response.status()
              + headers(response.headers())
              + body(response.body().utf8());
      default -> fail("no message of HTTP: " + message);
    };
  }

  private static String headers(List<Header> headers) {
    return headers.stream()
        .map(header -> "\n" + header.name() + ": " + header.value())
        .collect(Collectors.joining());
  }

  private static String body(String text) {
    return text.isEmpty() ? "" : "\n\n" + text;
  }
}
