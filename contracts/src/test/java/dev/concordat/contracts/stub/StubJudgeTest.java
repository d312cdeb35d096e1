package dev.concordat.contracts.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubJudgeTest {
  @TempDir Path root;

  @BeforeEach
  void writeTheContract() throws IOException {
    write(
        "payments/openapi.yaml",
        """
        openapi: 3.1.0
        info: {title: Payments, version: 1.0.0}
        paths:
          /charges:
            post:
              operationId: charge
              requestBody:
                required: true
                content: {application/json: {schema: {type: object, required: [amount]}}}
              responses:
                "201":
                  description: charged
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [id, amount]
                        properties: {id: {type: string, format: uuid}, amount: {type: string}}
          /charges/{id}/refunds:
            get:
              operationId: refunds
              parameters:
                - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
                - {name: limit, in: query, schema: {type: integer}}
              responses: {"204": {description: none}}
        """);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private List<String> judged(String stubs) throws IOException {
    write("orders/wiremock/mappings/stubs.json", stubs);
    var reader = new ContractReader(root);
    var provider = (OpenApiContract) reader.read(Path.of("payments/openapi.yaml"));
    var contract = (StubContract) reader.read(Path.of("orders/wiremock/mappings/stubs.json"));
    return new StubJudge(List.of(provider), root)
        .judge(contract).stream().map(StubJudgeTest::told).toList();
  }

  private static String told(StubVerdict verdict) {
    return verdict.operationId().orElse("-")
        + verdict.breaches().stream()
            .map(breach -> " " + breach.kind() + " " + breach.pointer())
            .reduce("", String::concat)
        + verdict.notChecked().stream()
            .map(unchecked -> " (" + unchecked + ")")
            .reduce("", String::concat);
  }

  @Test
  void findsNothingWrongWithStubsThatTellTheTruth() throws IOException {
    // Given
    write(
        "orders/wiremock/__files/charge.json",
        """
        {"id": "33333333-3333-4333-8333-000000000001", "amount": "20.20"}
        """);

    // When
    List<String> verdicts =
        judged(
            """
            {"mappings": [
              {"request": {"method": "POST", "urlPath": "/charges",
                           "bodyPatterns": [{"matchesJsonPath": "$.amount"}]},
               "response": {"status": 201, "headers": {"Content-Type": "application/json"},
                            "bodyFileName": "charge.json"}},
              {"request": {"method": "GET", "urlPathPattern": "/charges/[0-9a-f-]{36}/refunds"},
               "response": {"status": 204}}]}
            """);

    // Then
    assertThat(verdicts).containsExactly("charge", "refunds");
  }

  @Test
  void findsAnswersThatTheProviderCouldNotGive() throws IOException {
    // When
    List<String> verdicts =
        judged(
            """
            {"mappings": [
              {"request": {"method": "POST", "urlPath": "/charges"},
               "response": {"status": 201, "headers": {"Content-Type": "application/json"},
                            "jsonBody": {"id": "33333333-3333-4333-8333-000000000001",
                                         "amount": 20.2}}},
              {"request": {"method": "POST", "urlPath": "/charges"},
               "response": {"status": 418}}]}
            """);

    // Then
    assertThat(verdicts)
        .containsExactly("charge WRONG_TYPE /amount", "charge UNDOCUMENTED_STATUS status");
  }

  @Test
  void findsRequestsThatTheProviderWouldRefuse() throws IOException {
    // When
    List<String> verdicts =
        judged(
            """
            {"mappings": [
              {"request": {"method": "GET", "urlPath": "/payments"}, "response": {"status": 200}},
              {"request": {"method": "DELETE", "urlPath": "/charges"}, "response": {"status": 204}},
              {"request": {"method": "GET",
                           "urlPath": "/charges/33333333-3333-4333-8333-000000000001/refunds",
                           "queryParameters": {"limit": {"equalTo": "many"}}},
               "response": {"status": 204}}]}
            """);

    // Then
    assertThat(verdicts)
        .containsExactly(
            "- UNKNOWN_OPERATION path",
            "- METHOD_NOT_ALLOWED method",
            "refunds BAD_PARAMETER query:limit");
  }

  @Test
  void saysWhatItDidNotCheck() throws IOException {
    // When
    List<String> verdicts =
        judged(
            """
            {"mappings": [
              {"request": {"method": "POST", "urlPath": "/charges"},
               "response": {"status": 201, "body": "{{randomValue type='UUID'}}"}},
              {"request": {"method": "POST", "urlPath": "/charges"},
               "response": {"fault": "CONNECTION_RESET_BY_PEER"}},
              {"request": {"method": "POST", "urlPath": "/charges"},
               "response": {"status": 201, "bodyFileName": "../../../secret"}},
              {"request": {"method": "GET", "urlPathPattern": "/nothing/like/[it]+"},
               "response": {"status": 200}}]}
            """);

    // Then
    assertThat(verdicts)
        .containsExactly(
            "charge (the answer is a template, which only its tool fills in)",
            "charge (the answer is a broken connection (CONNECTION_RESET_BY_PEER))",
            "charge (the body file ../../../secret is not there)",
            "- (no documented path was found that the stub's address matches)");
  }
}
