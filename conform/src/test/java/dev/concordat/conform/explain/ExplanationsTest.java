package dev.concordat.conform.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.cases.KnownValues;
import dev.concordat.cases.OperationCase;
import dev.concordat.cases.OperationCases;
import dev.concordat.conform.coverage.Trials;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Memory;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OpenApiReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.conform.Notice;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
  private static final OpenApiContract CONTRACT =
      contract(
          """
          openapi: 3.1.0
          info: {title: t, version: '1'}
          paths:
            /orders:
              post:
                operationId: order
                parameters:
                  - {name: tenant, in: query, schema: {type: string}}
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [qty]
                        properties:
                          qty: {type: integer}
                          note: {type: string}
                responses:
                  '201': {description: ok}
                  '400': {description: bad}
          """);
  private static final HttpOperation ORDER = CONTRACT.operations().getFirst();

  private final OperationCases cases = new OperationCases(CONTRACT, 3);
  private final Explanations explanations = new Explanations();

  private static OpenApiContract contract(String yaml) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new OpenApiReader(documents)
        .read(documents.parse("openapi.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static Exchange answered(Trial trial, int status, String body) {
    return new Exchange(
        1,
        trial,
        trial.request(),
        new Answer.Got(
            new HttpResponseMessage(status, List.of(), Bytes.utf8(body)), Duration.ofMillis(1)));
  }

  /// A conversation with a provider that always says the same.
  private record Monotonous(int status, String body) implements Conversation {
    @Override
    public Exchange send(Trial trial) {
      return answered(trial, status, body);
    }

    @Override
    public boolean hasBudget(int requests) {
      return true;
    }

    @Override
    public Memory memory() {
      return new Memory() {
        @Override
        public Optional<JsonValue> value(
            HttpOperation operation, Parameter parameter, boolean mayDestroy) {
          return Optional.empty();
        }

        @Override
        public Optional<Exchange> lastSuccess(HttpOperation operation) {
          return Optional.empty();
        }
      };
    }

    @Override
    public OpenApiContract contract() {
      return CONTRACT;
    }

    @Override
    public int users() {
      return 0;
    }
  }

  private void hear(int times, int status, String body) {
    Iterator<OperationCase> positives = cases.positives(ORDER, KnownValues.NONE);
    for (int i = 0; i < times; i++) {
      explanations.hear(answered(Trials.of(positives.next()), status, body));
    }
  }

  @Test
  void aHiddenBoundBecomesTheSentenceToAdd() {
    // When
    hear(
        2,
        400,
        "{\"errors\":[{\"field\":\"qty\",\"defaultMessage\":\"must be greater than or equal to 5\"}]}");

    // Then
    assertThat(explanations.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo("under-specified");
              assertThat(notice.message())
                  .isEqualTo(
                      "a valid request was refused (2×): qty must not be below 5, which the contract does not say");
              assertThat(notice.addition()).isEqualTo("qty:\n  minimum: 5");
              assertThat(notice.sentence()).isPresent();
            });
  }

  @Test
  void whatWasLearnedTwiceIsUsedForLaterValues() {
    // Given
    KnownValues known = explanations.knowing(KnownValues.NONE);
    Iterator<OperationCase> later = cases.positives(ORDER, known);

    // When
    hear(
        2,
        422,
        "{\"detail\":[{\"loc\":[\"body\",\"qty\"],\"msg\":\"Input should be greater than or equal to 5\",\"type\":\"greater_than_equal\",\"ctx\":{\"ge\":5}},{\"loc\":[\"query\",\"tenant\"],\"msg\":\"Field required\",\"type\":\"missing\"}]}");

    // Then
    OperationCase next = later.next();
    assertThat(next.request().body().utf8()).contains("\"qty\":5");
    assertThat(next.request().target()).contains("tenant=");
  }

  @Test
  void oneRefusalMayBeChance() {
    // When
    hear(
        1,
        400,
        "{\"errors\":[{\"field\":\"qty\",\"defaultMessage\":\"must be greater than or equal to 5\"}]}");

    // Then
    OperationCase next = cases.positives(ORDER, explanations.knowing(KnownValues.NONE)).next();
    assertThat(next.request().body().utf8()).contains("\"qty\":1");
  }

  @Test
  void anOperationThatRefusesEverythingIsAFinding() {
    // Given
    hear(3, 400, "{\"message\":\"no\"}");

    // When
    List<Suspicion> suspicions =
        new AllRefused(ORDER, explanations).run(new Monotonous(400, "{\"message\":\"no\"}"));

    // Then
    assertThat(suspicions)
        .singleElement()
        .satisfies(
            suspicion ->
                assertThat(suspicion.message())
                    .startsWith("all 3 requests that keep the contract were refused"));
  }

  @Test
  void whoAsksOrWhatIsThereIsNoFault() {
    // Given
    hear(3, 400, "{\"message\":\"no\"}");
    hear(1, 404, "{}");

    // When
    List<Suspicion> suspicions =
        new AllRefused(ORDER, explanations).run(new Monotonous(400, "{\"message\":\"no\"}"));

    // Then
    assertThat(suspicions).isEmpty();
  }

  @Test
  void credentialsThatTheContractDoesNotAskForAreTold() {
    // When
    hear(1, 401, "");

    // Then
    assertThat(explanations.notices())
        .extracting(Notice::addition)
        .containsExactly("security:\n  - bearer: []");
  }
}
