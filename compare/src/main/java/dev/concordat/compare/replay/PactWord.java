package dev.concordat.compare.replay;

import dev.concordat.contracts.pact.Mismatch;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactJudge;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;

/// What a pact says of a message: whether it is one that the consumer sends, or could read.
final class PactWord {
  private final PactJudge judge;

  PactWord(PactContract contract) {
    this.judge = new PactJudge(contract);
  }

  ContractWord of(WitnessMessage message) {
    return switch (message) {
      case WitnessMessage.HttpRequest(HttpRequestMessage request) -> request(request);
      case WitnessMessage.HttpResponse(HttpRequestMessage request, HttpResponseMessage response) ->
          response(request, response);
      case WitnessMessage.Message ignored -> new ContractWord.NotJudged();
      case WitnessMessage.Value ignored -> new ContractWord.NotJudged();
      case WitnessMessage.Encoded ignored -> new ContractWord.NotJudged();
      case WitnessMessage.GraphQl ignored -> new ContractWord.NotJudged();
      case WitnessMessage.GraphQlAnswer ignored -> new ContractWord.NotJudged();
    };
  }

  private ContractWord request(HttpRequestMessage request) {
    if (judge.matching(request).isPresent()) {
      return new ContractWord.Allows();
    }
    return judge
        .nearest(request)
        .map(PactJudge.NearMiss::mismatches)
        .map(PactWord::refuses)
        .orElseGet(ContractWord.NotJudged::new);
  }

  private ContractWord response(HttpRequestMessage request, HttpResponseMessage response) {
    List<HttpInteraction> asked = judge.allMatching(request);
    if (asked.isEmpty()) {
      return new ContractWord.NotJudged();
    }
    List<Mismatch> mismatches = judge.judgeResponse(asked.getFirst(), response);
    return mismatches.isEmpty() ? new ContractWord.Allows() : refuses(mismatches);
  }

  private static ContractWord refuses(List<Mismatch> mismatches) {
    return new ContractWord.Refuses(mismatches.stream().map(Mismatch::message).toList());
  }
}
