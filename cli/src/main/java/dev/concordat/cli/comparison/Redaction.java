package dev.concordat.cli.comparison;

import dev.concordat.compare.Comparer;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.comparison.Affected;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.redaction.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Takes secrets out of messages that consumers recorded, before anything of them is shown or kept. Messages that are made of
/// contracts alone hold no secret that the contract does not.
final class Redaction {
  private final Redactor redactor = new Redactor();

  /// Whether contracts of a kind hold what was once really sent.
  static boolean isRecorded(ContractKind kind) {
    return switch (kind) {
      case PACT, WIREMOCK, POSTMAN, HAR, HOVERFLY, MOUNTEBANK, MOCKSERVER -> true;
      case OPENAPI, OVERLAY, ASYNCAPI, ARAZZO, PROTOBUF, GRAPHQL, AVRO, JSON_SCHEMA, UNKNOWN ->
          false;
    };
  }

  /// The comparison without secrets.
  ContractComparison of(ContractComparison comparison) {
    return new ContractComparison(
        comparison.left(),
        comparison.right(),
        comparison.differences().stream().map(this::of).toList(),
        comparison.tally(),
        comparison.problems());
  }

  /// A comparison of two versions without the secrets of known consumers.
  ContractComparison ofConsumers(ContractComparison comparison) {
    return new ContractComparison(
        comparison.left(),
        comparison.right(),
        comparison.differences().stream()
            .map(
                difference ->
                    difference.affected().isEmpty() ? difference : ofConsumers(difference))
            .toList(),
        comparison.tally(),
        comparison.problems());
  }

  /// The message of the two versions themselves is made of them alone.
  private Difference ofConsumers(Difference difference) {
    boolean isOfVersions =
        !(difference.evidence() instanceof Evidence.Witnessed(Witness witness))
            || (isVersion(witness.sender()) && isVersion(witness.receiver()));
    Difference redacted = of(difference);
    return isOfVersions ? difference.withAffected(redacted.affected()) : redacted;
  }

  private static boolean isVersion(String name) {
    return name.equals(Comparer.OLD) || name.equals(Comparer.NEW);
  }

  private Difference of(Difference difference) {
    boolean isSecret = isSecret(difference.pointer()) || isSecret(difference.position().detail());
    String unsaid = difference.rule().title() + "; its value is not shown";
    return new Difference(
        difference.rule(),
        difference.impact(),
        of(difference.evidence(), isSecret),
        difference.position(),
        difference.pointer(),
        isSecret ? unsaid : redactor.redact(difference.message()),
        difference.before().map(this::of),
        difference.after(),
        difference.aliases(),
        difference.affected().stream().map(affected -> of(affected, isSecret)).toList(),
        difference.also());
  }

  /// Whether the last part of a pointer, or a parameter's name, is one that secrets have.
  private boolean isSecret(String pointer) {
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    JsonValue probe = JsonObject.EMPTY.with(name, new JsonString("0"));
    return !of(probe).equals(probe);
  }

  private Sentence of(Sentence sentence) {
    return new Sentence(sentence.place(), json(sentence.text()));
  }

  private Affected of(Affected affected, boolean isSecret) {
    return new Affected(
        affected.consumer(),
        affected.impact(),
        redactor.redact(affected.why()),
        affected.witness().map(witness -> of(witness, isSecret)));
  }

  private Evidence of(Evidence evidence, boolean isSecret) {
    return evidence instanceof Evidence.Witnessed(Witness witness)
        ? new Evidence.Witnessed(of(witness, isSecret))
        : evidence;
  }

  private Witness of(Witness witness, boolean isSecret) {
    return new Witness(
        of(witness.message()),
        witness.sender(),
        witness.receiver(),
        isSecret ? Redactor.MARK : redactor.redact(witness.refusal()),
        witness.voters());
  }

  private WitnessMessage of(WitnessMessage message) {
    return switch (message) {
      case WitnessMessage.HttpRequest(HttpRequestMessage request) ->
          new WitnessMessage.HttpRequest(of(request, Optional.empty()).request());
      case WitnessMessage.HttpResponse(
              HttpRequestMessage request,
              HttpResponseMessage response) -> {
        HttpExchange redacted = of(request, Optional.of(response));
        yield new WitnessMessage.HttpResponse(
            redacted.request(), redacted.response().orElse(response));
      }
      case WitnessMessage.Message(String address, JsonValue headers, JsonValue payload) ->
          new WitnessMessage.Message(address, of(headers), of(payload));
      case WitnessMessage.Value(JsonValue value) -> new WitnessMessage.Value(of(value));
      case WitnessMessage.Encoded encoded -> encoded;
      case WitnessMessage.GraphQl(String document, JsonValue variables) ->
          new WitnessMessage.GraphQl(document, of(variables));
      case WitnessMessage.GraphQlAnswer(String document, JsonValue variables, JsonValue answer) ->
          new WitnessMessage.GraphQlAnswer(document, of(variables), of(answer));
    };
  }

  private HttpExchange of(HttpRequestMessage request, Optional<HttpResponseMessage> response) {
    var exchange =
        new HttpExchange(
            "",
            new LinkName("", ""),
            Instant.EPOCH,
            Duration.ZERO,
            Optional.empty(),
            request,
            response,
            Optional.empty());
    Exchange redacted = redactor.redact(exchange);
    return redacted instanceof HttpExchange http ? http : exchange;
  }

  private JsonValue of(JsonValue value) {
    return JsonParser.parse(json(JsonText.compact(value))).value().orElse(value);
  }

  /// JSON text, or a piece of it.
  private String json(String text) {
    var delivery =
        new MessageDelivery(
            "",
            "",
            "",
            0,
            0,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            Optional.of(Bytes.utf8(text)),
            List.of(new Header("content-type", "application/json")));
    return redactor.redact(delivery) instanceof MessageDelivery redacted
        ? redacted.value().map(Bytes::utf8).orElse(text)
        : text;
  }

  /// Whether something was taken out of a message, so that it is not what was found.
  static boolean isRedacted(WitnessMessage message) {
    return message.toString().contains(Redactor.MARK)
        || (message instanceof WitnessMessage.HttpRequest(HttpRequestMessage request)
            && request.body().utf8().contains(Redactor.MARK))
        || (message instanceof WitnessMessage.HttpResponse(var asked, HttpResponseMessage response)
            && (response.body().utf8().contains(Redactor.MARK)
                || asked.body().utf8().contains(Redactor.MARK)));
  }
}
