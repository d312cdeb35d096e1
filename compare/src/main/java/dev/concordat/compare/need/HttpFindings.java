package dev.concordat.compare.need;

import dev.concordat.compare.need.Findings.Draft;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.Sentence;
import java.util.List;

/// What is found out about one call of a consumer.
final class HttpFindings {
  private final HttpNeed need;
  private final Findings findings;

  HttpFindings(HttpNeed need, String operation) {
    this.need = need;
    this.findings = new Findings(need.name(), need.sentences(), operation);
  }

  HttpNeed need() {
    return need;
  }

  void add(Draft draft) {
    findings.add(draft);
  }

  List<Difference> differences() {
    return findings.differences();
  }

  /// The request, refused by the provider.
  Evidence refused(HttpRequestMessage request, String why) {
    return Findings.witnessed(new WitnessMessage.HttpRequest(request), true, why);
  }

  /// An answer that the provider may give and the consumer cannot take.
  Evidence untaken(HttpResponseMessage response, String why) {
    return Findings.witnessed(
        new WitnessMessage.HttpResponse(need.request().message(), response), false, why);
  }

  static Sentence sentence(HttpOperation operation) {
    return new Sentence(operation.place(), operation.sourceLine());
  }
}
