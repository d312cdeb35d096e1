package dev.concordat.engine.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OpenApiReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.engine.answers.AllowedAnswer.Kind;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.wire.fault.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedAnswersTest {
  private static final OpenApiContract PAYMENTS =
      contract(
          """
          openapi: 3.1.0
          info: {title: Payments, version: '1'}
          paths:
            /charges:
              post:
                operationId: createCharge
                responses:
                  '201':
                    description: charged
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [id, state, parts]
                          properties:
                            id: {type: string}
                            state: {enum: [paid, pending]}
                            receipt: {type: [string, 'null']}
                            parts:
                              type: array
                              items:
                                type: object
                                required: [amount]
                                additionalProperties: false
                                properties:
                                  amount: {type: integer}
                                  note: {type: string}
                  '402':
                    description: declined
                    headers:
                      Retry-After: {required: true, schema: {type: integer, minimum: 1}}
                    content:
                      application/problem+json:
                        schema:
                          type: object
                          required: [code]
                          properties: {code: {enum: [declined]}}
                  '409': {description: twice}
                  4XX: {description: anything else}
                  default: {description: anything at all}
          """);

  private static final String PAID =
      "{\"id\":\"1\",\"state\":\"paid\",\"receipt\":\"r\",\"parts\":[{\"amount\":1,\"note\":\"x\"}]}";

  @Test
  void everyFailureWithAStatusOfItsOwnIsAnsweredAsDocumented() {
    // Given
    HttpOperation operation = operation();

    // When
    List<AllowedAnswer> errors =
        answers(json(201, PAID)).stream().filter(it -> it.kind() == Kind.ERROR).toList();

    // Then
    assertThat(errors).extracting(AllowedAnswer::place).containsExactly("402", "409");
    assertThat(errors.getFirst().words()).isEqualTo("answers 402, as documented");
    assertThat(errors.getFirst().sentence().text()).isEqualTo("'402':");
    var status = (Status) errors.getFirst().fault();
    assertThat(status.body()).isEqualTo("{\"code\":\"declined\"}");
    assertThat(status.headers()).extracting(Header::name).contains("Retry-After", "Content-Type");
    assertThat(
            new HttpJudge(PAYMENTS)
                .judgeResponse(
                    operation,
                    "POST",
                    new HttpResponseMessage(402, status.headers(), Bytes.utf8(status.body()))))
        .isEmpty();
  }

  @Test
  void theUsualAnswerIsChangedInEveryPlaceThatTheContractLeavesOpen() {
    // Given
    HttpResponseMessage usual = json(201, PAID);

    // When
    List<String> changes =
        answers(usual).stream()
            .filter(it -> it.kind() != Kind.ERROR)
            .map(it -> it.kind().word() + " " + it.place())
            .toList();

    // Then
    assertThat(changes)
        .containsExactly(
            "other value /state",
            "absent /receipt",
            "null /receipt",
            "empty /parts",
            "absent /parts/0/note",
            "extra /" + BodyVariations.EXTRA);
  }

  @Test
  void nothingIsChangedInAnAnswerThatBreaksItsContract() {
    // Given
    HttpResponseMessage broken = json(201, "{\"id\":1}");

    // When
    List<AllowedAnswer> answers = answers(broken);

    // Then
    assertThat(answers).extracting(AllowedAnswer::kind).containsOnly(Kind.ERROR);
  }

  @Test
  void twoCallsMakeTheSameAnswers() {
    // Given
    HttpResponseMessage usual = json(201, PAID);

    // When
    List<AllowedAnswer> first = answers(usual);

    // Then
    assertThat(answers(usual)).isEqualTo(first);
  }

  private static List<AllowedAnswer> answers(HttpResponseMessage usual) {
    return AllowedAnswers.of(PAYMENTS, operation(), usual, 1);
  }

  private static HttpOperation operation() {
    return PAYMENTS.operation("createCharge").orElseThrow();
  }

  private static HttpResponseMessage json(int status, String body) {
    return new HttpResponseMessage(
        status, List.of(new Header("Content-Type", "application/json")), Bytes.utf8(body));
  }

  private static OpenApiContract contract(String yaml) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new OpenApiReader(documents)
        .read(documents.parse("payments.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
