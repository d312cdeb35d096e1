package dev.concordat.standin;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.refusal.Refusals;
import java.util.List;

/// The last look at an answer before it is sent: by the judge that judges real providers. What breaks the contract says so
/// itself, in a header.
final class Conclusion {
  static final String BREAKS = "Concordat-Breaks";

  private final HttpJudge judge;

  Conclusion(HttpJudge judge) {
    this.judge = judge;
  }

  HttpResponseMessage judged(HttpOperation operation, String method, HttpResponseMessage response) {
    List<Breach> breaches = judge.judgeResponse(operation, method, response);
    if (breaches.isEmpty()) {
      return response;
    }
    Breach first = breaches.getFirst();
    return response.with(
        new Header(
            BREAKS, Refusals.asHeader(first.sentence().shortForm() + " " + first.message())));
  }
}
