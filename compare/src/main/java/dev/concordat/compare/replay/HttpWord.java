package dev.concordat.compare.replay;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OutgoingJudge;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an OpenAPI contract says of a request or response. Requests find their operation by their path; webhooks and callbacks
/// are named by the position.
final class HttpWord {
  private static final Pattern WEBHOOK = Pattern.compile("webhook (.+) \\([A-Z]+\\)");
  private static final Pattern CALLBACK =
      Pattern.compile("([A-Z]+ \\S+) callback (.+?) \\([A-Z]+\\).*");

  private final OpenApiContract contract;
  private final Position position;
  private final HttpJudge judge;
  private final OutgoingJudge outgoing;

  HttpWord(OpenApiContract contract, Position position) {
    this.contract = contract;
    this.position = position;
    this.judge = new HttpJudge(contract);
    this.outgoing = new OutgoingJudge(contract);
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
    Matcher webhook = WEBHOOK.matcher(position.operation());
    if (webhook.matches()) {
      return ContractWord.ofBreaches(outgoing.judgeWebhookRequest(webhook.group(1), request));
    }
    Matcher callback = CALLBACK.matcher(position.operation());
    if (callback.matches()) {
      return operation(callback.group(1))
          .map(id -> outgoing.judgeCallbackRequest(id, callback.group(2), request))
          .map(ContractWord::ofBreaches)
          .orElseGet(ContractWord.NotJudged::new);
    }
    return ContractWord.ofBreaches(judge.judgeRequest(request));
  }

  private ContractWord response(HttpRequestMessage request, HttpResponseMessage response) {
    Matcher webhook = WEBHOOK.matcher(position.operation());
    if (webhook.matches()) {
      return ContractWord.ofBreaches(
          outgoing.judgeWebhookResponse(webhook.group(1), request, response));
    }
    Matcher callback = CALLBACK.matcher(position.operation());
    if (callback.matches()) {
      return operation(callback.group(1))
          .map(id -> outgoing.judgeCallbackResponse(id, callback.group(2), request, response))
          .map(ContractWord::ofBreaches)
          .orElseGet(ContractWord.NotJudged::new);
    }
    return judge.route(request).isPresent()
        ? ContractWord.ofBreaches(judge.judgeResponse(request, response))
        : new ContractWord.NotJudged();
  }

  /// The id of the operation with this method and path.
  private Optional<String> operation(String methodAndPath) {
    return contract.operations().stream()
        .filter(operation -> operation.methodAndPath().equals(methodAndPath))
        .map(HttpOperation::id)
        .findFirst();
  }
}
