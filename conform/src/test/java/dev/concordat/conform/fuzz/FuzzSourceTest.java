package dev.concordat.conform.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.cases.OperationCases;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.SingleTrial;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.explain.Explanations;
import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Memory;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OpenApiReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class FuzzSourceTest {
  private static final OpenApiContract CONTRACT =
      contract(
          """
          openapi: 3.1.0
          info: {title: t, version: '1'}
          paths:
            /notes:
              post:
                operationId: note
                parameters:
                  - {name: dry, in: query, schema: {type: boolean}}
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [text, rank]
                        properties:
                          text: {type: string}
                          rank: {type: integer, minimum: 0}
                          tags: {type: array, items: {type: string}}
                responses:
                  '201': {description: ok}
                  '400': {description: bad}
          """);
  private static final HttpOperation NOTE = CONTRACT.operations().getFirst();

  private static OpenApiContract contract(String yaml) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new OpenApiReader(documents)
        .read(documents.parse("openapi.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  /// A provider that takes everything, in a time that follows from the request.
  private static final class Willing implements Conversation, Memory {
    private final List<Trial> sent = new ArrayList<>();
    private final ToLongFunction<HttpRequestMessage> micros;

    Willing(ToLongFunction<HttpRequestMessage> micros) {
      this.micros = micros;
    }

    @Override
    public Exchange send(Trial trial) {
      sent.add(trial);
      long took = micros.applyAsLong(trial.request());
      return new Exchange(
          sent.size(),
          trial,
          trial.request(),
          new Answer.Got(
              new HttpResponseMessage(201, List.of(), Bytes.EMPTY),
              Duration.ofNanos(took * 1_000)));
    }

    @Override
    public boolean hasBudget(int requests) {
      return true;
    }

    @Override
    public Memory memory() {
      return this;
    }

    @Override
    public OpenApiContract contract() {
      return CONTRACT;
    }

    @Override
    public int users() {
      return 0;
    }

    @Override
    public Optional<JsonValue> value(
        HttpOperation operation, Parameter parameter, boolean mayDestroy) {
      return Optional.empty();
    }

    @Override
    public Optional<Exchange> lastSuccess(HttpOperation operation) {
      return Optional.empty();
    }
  }

  private static List<Suspicion> fuzz(Willing provider, long seed, int experiments) {
    Function<Trial, Experiment> single =
        trial -> new SingleTrial(trial, (prepared, talk) -> prepared, exchange -> List.of());
    var source =
        new FuzzSource(new OperationCases(CONTRACT, seed), seed, new Explanations(), single);
    Iterator<Experiment> all = source.about(NOTE, provider);
    var suspicions = new ArrayList<Suspicion>();
    for (int i = 0; i < experiments; i++) {
      suspicions.addAll(all.next().run(provider));
    }
    return suspicions;
  }

  @Test
  void theSameSeedAndAnswersGiveTheSameRequests() {
    // Given
    var one = new Willing(request -> 100);
    var other = new Willing(request -> 100);
    var third = new Willing(request -> 100);

    // When
    fuzz(one, 11, 120);
    fuzz(other, 11, 120);
    fuzz(third, 12, 120);

    // Then
    assertThat(one.sent).isEqualTo(other.sent).isNotEqualTo(third.sent);
  }

  @Test
  void whatIsMeantToBeValidIsAndTheRestIsWrong() {
    // Given
    var provider = new Willing(request -> 100);
    var judge = new HttpJudge(CONTRACT);

    // When
    fuzz(provider, 1, 300);

    // Then
    assertThat(provider.sent)
        .filteredOn(trial -> trial.deviation().isEmpty())
        .hasSizeGreaterThan(150)
        .allSatisfy(trial -> assertThat(judge.judgeRequest(trial.request())).isEmpty());
    assertThat(provider.sent)
        .filteredOn(trial -> trial.expected() == Expected.REJECTED)
        .hasSizeGreaterThan(30)
        .allSatisfy(trial -> assertThat(judge.judgeRequest(trial.request())).isNotEmpty());
    assertThat(new HashSet<>(provider.sent.stream().map(Trial::request).toList()))
        .hasSizeGreaterThan(150);
  }

  @Test
  void timeThatGrowsWithTheSquareOfATextIsTold() {
    // Given
    var provider =
        new Willing(request -> 100 + request.body().total() * request.body().total() / 100);

    // When
    List<Suspicion> suspicions = fuzz(provider, 1, 3);

    // Then
    assertThat(suspicions).extracting(Suspicion::pointer).contains("body:/text");
    assertThat(suspicions.getFirst().rule().id()).isEqualTo("conform/slow-answer");
  }

  @Test
  void timeThatGrowsWithTheTextIsNot() {
    // Given
    var provider = new Willing(request -> 100 + request.body().total() * 100);

    // When
    List<Suspicion> suspicions = fuzz(provider, 1, 3);

    // Then
    assertThat(suspicions).isEmpty();
  }

  @Test
  void aPauseIsNoGrowth() {
    // Given
    var count = new int[1];
    var provider = new Willing(request -> ++count[0] == 4 ? 5_000_000 : 1_000);

    // When
    List<Suspicion> suspicions = fuzz(provider, 1, 3);

    // Then
    assertThat(suspicions).isEmpty();
  }
}
