package dev.concordat.drift.recording;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.drift.mock.Asked;
import dev.concordat.drift.mock.Mock;
import dev.concordat.drift.mock.MockAnswer;
import dev.concordat.drift.mock.Mocks;
import dev.concordat.drift.request.Made;
import dev.concordat.drift.request.RequestMatch;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.place.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Exchanges that were once recorded with the real provider.
///
/// @param entries in the order of the recordings
public record Recording(List<Entry> entries) {
  /// How many answers to one request are looked at.
  private static final int MAX_ANSWERS = 20;

  private static final RequestMatch MATCH = new RequestMatch();

  public Recording {
    entries = List.copyOf(entries);
  }

  /// A request with its answer.
  public record Entry(
      String title, HttpRequestMessage request, HttpResponseMessage response, Place place) {}

  /// Whether a contract is a recording.
  public static boolean isOne(Contract contract) {
    return contract instanceof StubContract stubs && stubs.kind() == ContractKind.HAR;
  }

  /// The exchanges of recordings; entries without an answer are left out.
  public static Recording of(List<StubContract> archives, Path root) {
    var mocks = new Mocks(root);
    return new Recording(
        archives.stream()
            .flatMap(archive -> mocks.of(archive).stream())
            .flatMap(Recording::entry)
            .toList());
  }

  private static Stream<Entry> entry(Mock mock) {
    Optional<HttpRequestMessage> request =
        mock.asked() instanceof Asked.OfStub(var stub) ? stub.request().sample() : Optional.empty();
    Optional<MockAnswer> answer = mock.answer();
    return request.isPresent() && answer.isPresent()
        ? Stream.of(
            new Entry(
                mock.title(), request.get(), answer.get().message(Optional.empty()), mock.place()))
        : Stream.empty();
  }

  /// What was recorded for requests that a mock answers, and what for those of the same operation that it does not.
  ///
  /// @param request of the first that it answers
  public record Found(Optional<HttpRequestMessage> request, List<HttpResponseMessage> answers) {
    public Found {
      answers = List.copyOf(answers);
    }
  }

  /// The recorded answers to what a mock answers. Only answers to one and the same request are put together.
  public Found answersTo(Mock mock, Optional<Made.Request> made) {
    List<Entry> all =
        entries.stream()
            .filter(entry -> MATCH.of(mock, entry.request()) == RequestMatch.Answer.YES)
            .toList();
    if (all.isEmpty()) {
      return new Found(Optional.empty(), List.of());
    }
    HttpRequestMessage first =
        all.stream()
            .map(Entry::request)
            .filter(request -> made.filter(it -> isSame(it.message(), request)).isPresent())
            .findFirst()
            .orElse(all.getFirst().request());
    List<HttpResponseMessage> answers = new ArrayList<>();
    for (Entry entry : all) {
      if (isSame(entry.request(), first) && answers.size() < MAX_ANSWERS) {
        answers.add(entry.response());
      }
    }
    return new Found(Optional.of(first), answers);
  }

  private static boolean isSame(HttpRequestMessage one, HttpRequestMessage other) {
    return one.method().equals(other.method())
        && one.target().equals(other.target())
        && one.body().equals(other.body());
  }
}
