package dev.concordat.fuzz;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.asyncapi.Address;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.asyncapi.MessageJudge;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactJudge;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.exchange.MessageDelivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges messages made of the input by a contract: every operation, every media type, and the input as the body.
final class Messages {
  private static final int MAX_OPERATIONS = 8;

  private Messages() {}

  static void judge(Contract contract, byte[] input) {
    switch (contract) {
      case OpenApiContract openApi -> openApi(openApi, input);
      case AsyncApiContract asyncApi -> asyncApi(asyncApi, input);
      case PactContract pact -> pact(pact, input);
      default -> {
        // stubs are judged against contracts, not messages against stubs
      }
    }
  }

  private static void openApi(OpenApiContract contract, byte[] input) {
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
      judge.judge(
          new MessageDelivery(
              "m1",
              "events",
              channel.address().map(Address::text).orElse("a"),
              0,
              0,
              Instant.EPOCH,
              Instant.EPOCH,
              Optional.empty(),
              Optional.of(Bytes.of(input)),
              Optional.of(Bytes.of(input)),
              List.of(new Header("h", latin1(input, 50)))));
    }
  }

  private static void pact(PactContract contract, byte[] input) {
    var judge = new PactJudge(contract);
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
