package dev.concordat.engine.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.engine.answers.AllowedAnswer;
import dev.concordat.engine.answers.AllowedAnswer.Kind;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.finding.ResilienceRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Trait;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.fault.EditBody;
import dev.concordat.wire.fault.Fault;
import dev.concordat.wire.fault.JsonEdit;
import dev.concordat.wire.fault.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Consumers that take more for granted than their provider promises, through a real link.
class AnswerTrialsTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMinutes(1), 1, 0);

  private static final AllowedAnswer DECLINED =
      answer(
          Kind.ERROR,
          "402",
          "answers 402, as documented",
          new Status(402, List.of(new Header("Content-Type", "application/json")), "{}", false));

  private static final AllowedAnswer NO_RECEIPT = edited(Kind.ABSENT, "/receipt", Optional.empty());
  private static final AllowedAnswer MORE =
      edited(Kind.EXTRA, "/more", Optional.of(new JsonString("new")));

  @Test
  void aConsumerThatTakesWhatIsAllowedHasNothingAgainstIt() throws Exception {
    // Given
    SmallConsumer.Behaviour careful = charges -> post(charges).statusCode() < 400 ? 201 : 402;

    // When
    Measured measured = measure(careful);

    // Then
    assertThat(rules(measured)).isEmpty();
    assertThat(measured.profile().reading(Trait.DOCUMENTED_ERRORS))
        .contains(new Reading.Word("1 of 1"));
    assertThat(measured.profile().reading(Trait.ALLOWED_ANSWERS))
        .contains(new Reading.Word("2 of 2"));
  }

  @Test
  void aConsumerThatNeedsWhatIsNotRequiredIsFoundWithTheMember() throws Exception {
    // Given
    SmallConsumer.Behaviour greedy =
        charges -> {
          HttpResponse<String> answer = post(charges);
          return answer.statusCode() >= 400 ? 402 : answer.body().contains("receipt") ? 201 : 500;
        };

    // When
    Measured measured = measure(greedy);

    // Then
    List<Wrong> wrongs = Judgement.of(measured, List.of(), List.of());
    assertThat(wrongs)
        .extracting(Wrong::rule)
        .containsExactly(ResilienceRules.ALLOWED_ANSWER_UNHANDLED);
    assertThat(wrongs.getFirst().pointer()).isEqualTo("/receipt");
    assertThat(wrongs.getFirst().message())
        .isEqualTo(
            "consumer does not cope when provider.createCharge leaves /receipt: it was answered with"
                + " 500");
    assertThat(measured.profile().reading(Trait.ALLOWED_ANSWERS))
        .contains(new Reading.Word("1 of 2"));
  }

  @Test
  void aConsumerThatStumblesOverADocumentedFailureIsFoundWithTheStatus() throws Exception {
    // Given
    SmallConsumer.Behaviour stumbling =
        charges -> {
          int status = post(charges).statusCode();
          return status == 402 ? 500 : status < 400 ? 201 : 502;
        };

    // When
    Measured measured = measure(stumbling);

    // Then
    List<Wrong> wrongs = Judgement.of(measured, List.of(), List.of());
    assertThat(wrongs)
        .extracting(Wrong::rule)
        .containsExactly(ResilienceRules.DOCUMENTED_ERROR_UNHANDLED);
    assertThat(wrongs.getFirst().pointer()).isEqualTo("402");
  }

  @Test
  void aConsumerThatRefusesMembersItDoesNotKnowIsFound() throws Exception {
    // Given
    SmallConsumer.Behaviour strict =
        charges -> {
          HttpResponse<String> answer = post(charges);
          return answer.statusCode() >= 400 ? 402 : answer.body().contains("more") ? 500 : 201;
        };

    // When
    Measured measured = measure(strict);

    // Then
    assertThat(rules(measured)).containsExactly("resilience/allowed-answer-unhandled /more");
  }

  private static List<String> rules(Measured measured) {
    return Judgement.of(measured, List.of(), List.of()).stream()
        .map(wrong -> wrong.rule().id() + " " + wrong.pointer())
        .toList();
  }

  private static Measured measure(SmallConsumer.Behaviour behaviour) throws Exception {
    try (EventLoops loops = EventLoops.open();
        var subject =
            new SmallSubject(behaviour, true, loops, List.of(DECLINED, NO_RECEIPT, MORE))) {
      return Experiments.measure(subject, LIMITS);
    }
  }

  private static HttpResponse<String> post(URI charges) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(charges)
            .timeout(Duration.ofSeconds(5))
            .header("Idempotency-Key", "1")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static AllowedAnswer edited(Kind kind, String pointer, Optional<JsonValue> value) {
    String words = value.isPresent() ? "adds " + pointer : "leaves " + pointer;
    return answer(kind, pointer, words, new EditBody(List.of(new JsonEdit(pointer, value))));
  }

  private static AllowedAnswer answer(Kind kind, String place, String words, Fault fault) {
    return new AllowedAnswer(
        kind, place, words, new Sentence(Place.of("payments.yaml"), place), fault);
  }
}
