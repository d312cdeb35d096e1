package dev.concordat.compare.replay;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.graphql.GraphQlJudge;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.jsonschema.JsonSchemaContract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.protobuf.ProtobufJudge;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;

/// What a contract says of a message.
public sealed interface ContractWord {
  /// It allows the message.
  record Allows() implements ContractWord {}

  /// It refuses the message.
  ///
  /// @param reasons in sentences, at least one
  record Refuses(List<String> reasons) implements ContractWord {
    public Refuses {
      reasons = List.copyOf(reasons);
    }
  }

  /// It has no judge for such a message; only comparing anew tells.
  record NotJudged() implements ContractWord {}

  /// What the contract says of a message at a position.
  static ContractWord of(Contract contract, Position position, WitnessMessage message) {
    return switch (contract) {
      case OpenApiContract openApi -> new HttpWord(openApi, position).of(message);
      case PactContract pact -> new PactWord(pact).of(message);
      case AsyncApiContract asyncApi -> MessageWord.of(asyncApi, message);
      case JsonSchemaContract schema
          when message instanceof WitnessMessage.Value(JsonValue value) ->
          ofBreaches(schema.judge(value));
      case GraphQlSchemaContract schema -> graphQl(schema, message);
      case ProtobufContract protobuf
          when message instanceof WitnessMessage.Encoded(Bytes bytes, var sent, var read) ->
          protobuf(protobuf, position, bytes);
      default -> new NotJudged();
    };
  }

  private static ContractWord graphQl(GraphQlSchemaContract schema, WitnessMessage message) {
    GraphQlJudge judge = new GraphQlJudge(schema);
    return switch (message) {
      case WitnessMessage.GraphQl(String document, JsonValue variables) ->
          ofBreaches(judge.request(request(document, variables)));
      case WitnessMessage.GraphQlAnswer(String document, JsonValue variables, JsonValue answer) ->
          ofBreaches(judge.response(request(document, variables), answer));
      case WitnessMessage.HttpRequest ignored -> new NotJudged();
      case WitnessMessage.HttpResponse ignored -> new NotJudged();
      case WitnessMessage.Message ignored -> new NotJudged();
      case WitnessMessage.Value ignored -> new NotJudged();
      case WitnessMessage.Encoded ignored -> new NotJudged();
    };
  }

  private static JsonObject request(String document, JsonValue variables) {
    return JsonObject.EMPTY.with("query", new JsonString(document)).with("variables", variables);
  }

  /// Whether the bytes are a message of the type; what fields mean in them is told only by comparing.
  private static ContractWord protobuf(ProtobufContract contract, Position position, Bytes bytes) {
    String type = position.operation().startsWith("type ") ? position.operation().substring(5) : "";
    return contract.message(type).isPresent()
        ? ofBreaches(new ProtobufJudge(contract).message(type, bytes))
        : new NotJudged();
  }

  /// Allowed where nothing is broken.
  static ContractWord ofBreaches(List<Breach> breaches) {
    return breaches.isEmpty()
        ? new Allows()
        : new Refuses(breaches.stream().map(Breach::message).distinct().toList());
  }
}
