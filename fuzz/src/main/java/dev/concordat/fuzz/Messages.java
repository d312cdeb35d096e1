package dev.concordat.fuzz;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.asyncapi.Address;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.asyncapi.MessageJudge;
import dev.concordat.contracts.avro.AvroContract;
import dev.concordat.contracts.avro.AvroJudge;
import dev.concordat.contracts.graphql.GraphQlDocumentContract;
import dev.concordat.contracts.graphql.GraphQlJudge;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.http.Callback;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.jsonschema.JsonSchemaContract;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OutgoingJudge;
import dev.concordat.contracts.openapi.Webhook;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactInteraction.MessageInteraction;
import dev.concordat.contracts.pact.PactInteraction.SynchronousMessages;
import dev.concordat.contracts.pact.PactInteraction.UnknownInteraction;
import dev.concordat.contracts.pact.PactJudge;
import dev.concordat.contracts.pact.PactMessage;
import dev.concordat.contracts.protobuf.ProtobufCodec;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.protobuf.ProtobufJudge;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.StubJudge;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges messages made of the input by a contract: every operation, every media type, and the input as the body.
final class Messages {
  private static final int MAX_OPERATIONS = 8;

  private static final OpenApiContract EVERY_BODY =
      (OpenApiContract) Workspace.contract("every-body.yaml");
  private static final GraphQlSchemaContract GRAPHQL =
      (GraphQlSchemaContract) Workspace.contract("every-type.graphql");

  private Messages() {}

  static void judge(Contract contract, byte[] input) {
    switch (contract) {
      case OpenApiContract openApi -> openApi(openApi, input);
      case AsyncApiContract asyncApi -> asyncApi(asyncApi, input);
      case PactContract pact -> pact(pact, input);
      case AvroContract avro ->
          avro.schema().map(AvroJudge::new).ifPresent(judge -> judge.judge(input));
      case JsonSchemaContract schema -> JsonParser.parse(input).value().ifPresent(schema::judge);
      case ProtobufContract protobuf -> protobuf(protobuf, Bytes.of(input));
      case GraphQlSchemaContract graphQl -> new GraphQlJudge(graphQl).request(query(input));
      case GraphQlDocumentContract graphQl -> graphQl.validate(GRAPHQL);
      case StubContract stubs -> new StubJudge(List.of(EVERY_BODY), Path.of("none")).judge(stubs);
      default -> {
        // nothing is sent by a flow, an overlay, or what cannot be read
      }
    }
  }

  private static void openApi(OpenApiContract contract, byte[] input) {
    outgoing(contract, input);
    var judge = new HttpJudge(contract);
    for (HttpOperation operation : contract.operations().stream().limit(MAX_OPERATIONS).toList()) {
      String path = contract.basePath() + operation.path().text();
      for (String type : mediaTypes(operation)) {
        var request =
            new HttpRequestMessage(
                operation.method(), target(path, input), headers(type, input), Bytes.of(input));
        judge.judgeRequest(request);
        for (int status : List.of(200, 201, 404)) {
          judge.judgeResponse(
              request, new HttpResponseMessage(status, headers(type, input), Bytes.of(input)));
        }
      }
    }
  }

  private static void outgoing(OpenApiContract contract, byte[] input) {
    var judge = new OutgoingJudge(contract);
    var request =
        new HttpRequestMessage("POST", "/", headers("application/json", input), Bytes.of(input));
    var response =
        new HttpResponseMessage(200, headers("application/json", input), Bytes.of(input));
    for (Webhook webhook : contract.webhooks().stream().limit(MAX_OPERATIONS).toList()) {
      judge.judgeWebhookRequest(webhook.name(), request);
      judge.judgeWebhookResponse(webhook.name(), request, response);
    }
    for (HttpOperation operation : contract.operations().stream().limit(MAX_OPERATIONS).toList()) {
      for (Callback callback : operation.callbacks()) {
        judge.judgeCallbackRequest(operation.id(), callback.name(), request);
        judge.judgeCallbackResponse(operation.id(), callback.name(), request, response);
      }
    }
  }

  private static void protobuf(ProtobufContract contract, Bytes input) {
    var codec = new ProtobufCodec(contract.types());
    var judge = new ProtobufJudge(contract);
    for (String type : contract.types().messageNames().stream().limit(MAX_OPERATIONS).toList()) {
      judge.message(type, input);
      codec
          .decode(type, input)
          .filter(decoded -> decoded.isWhole() && decoded.problems().isEmpty())
          .ifPresent(decoded -> codec.encode(type, decoded.value()));
    }
  }

  private static JsonValue query(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    return JsonObject.EMPTY.with("query", new JsonString(text));
  }

  private static List<String> mediaTypes(HttpOperation operation) {
    var types = new ArrayList<String>();
    operation.body().ifPresent(body -> body.content().forEach(each -> types.add(text(each))));
    operation.responses().forEach(each -> each.content().forEach(type -> types.add(text(type))));
    if (types.isEmpty()) {
      types.add("application/json");
    }
    return types.stream().distinct().limit(MAX_OPERATIONS).toList();
  }

  private static String text(MediaTypeSpec spec) {
    String type = spec.mediaType().toString();
    return type.startsWith("multipart/") ? type + "; boundary=b" : type;
  }

  private static String target(String path, byte[] input) {
    return path + "?" + latin1(input, 200).replaceAll("\\s", "+");
  }

  private static List<Header> headers(String type, byte[] input) {
    return List.of(
        new Header("Content-Type", type),
        new Header("Cookie", latin1(input, 100)),
        new Header("Accept", latin1(input, 50)));
  }

  private static String latin1(byte[] input, int max) {
    return new String(input, 0, Math.min(input.length, max), StandardCharsets.ISO_8859_1);
  }

  private static void asyncApi(AsyncApiContract contract, byte[] input) {
    var judge = new MessageJudge(contract);
    for (var channel : contract.channels().stream().limit(MAX_OPERATIONS).toList()) {
      MessageDelivery delivery = delivery(channel.address().map(Address::text).orElse("a"), input);
      judge.judge(delivery);
      judge.correlationIdOf(delivery);
    }
  }

  private static MessageDelivery delivery(String address, byte[] input) {
    return new MessageDelivery(
        "m1",
        "events",
        address,
        0,
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        Optional.of(Bytes.of(input)),
        Optional.of(Bytes.of(input)),
        List.of(new Header("h", latin1(input, 50))));
  }

  private static void pact(PactContract contract, byte[] input) {
    var judge = new PactJudge(contract);
    for (var interaction : contract.interactions().stream().limit(MAX_OPERATIONS).toList()) {
      switch (interaction) {
        case MessageInteraction message -> judge.judgeMessage(message, delivery("a", input));
        case SynchronousMessages call ->
            judge.judgeAnswers(call, List.of(new PactMessage(Bytes.of(input), Map.of())));
        case HttpInteraction ignored -> {}
        case UnknownInteraction ignored -> {}
      }
    }
    for (String type :
        List.of("application/json", "application/xml", "multipart/form-data; boundary=b")) {
      for (var interaction : contract.httpInteractions().stream().limit(MAX_OPERATIONS).toList()) {
        judge.judgeResponse(
            interaction, new HttpResponseMessage(200, headers(type, input), Bytes.of(input)));
        judge.judgeRequest(
            interaction,
            new HttpRequestMessage(
                "POST", target("/", input), headers(type, input), Bytes.of(input)));
      }
    }
  }
}
