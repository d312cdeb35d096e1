package dev.concordat.contracts.stub;

import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which requests a stub answers: those for which all conditions hold.
///
/// @param sample the request as it was once sent, where the stub stems from one
public record StubRequest(
    List<RequestCondition> conditions, Optional<HttpRequestMessage> sample, Place place) {
  /// What a request without a condition on its method is shown with.
  private static final String ANY_METHOD = "ANY";

  public StubRequest {
    conditions = List.copyOf(conditions);
  }

  /// The patterns for a part, or for all of that kind: every header.
  public Stream<RequestCondition.On> on(RequestPart part) {
    return conditions.stream()
        .filter(RequestCondition.On.class::isInstance)
        .map(RequestCondition.On.class::cast)
        .filter(condition -> condition.part() == part);
  }

  /// The only method that is answered; empty where there are several.
  public Optional<String> onlyMethod() {
    return onlyText(RequestPart.METHOD);
  }

  /// The only path that is answered; empty where there are several.
  public Optional<String> onlyPath() {
    return onlyText(RequestPart.PATH).or(() -> onlyText(RequestPart.TARGET).map(this::path));
  }

  private String path(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  private Optional<String> onlyText(RequestPart part) {
    return on(part).flatMap(condition -> condition.pattern().onlyText().stream()).findFirst();
  }

  /// Method and address, for people.
  String shown() {
    String address =
        Stream.of(RequestPart.TARGET, RequestPart.PATH)
            .flatMap(this::on)
            .findFirst()
            .map(condition -> " " + condition.pattern())
            .orElse("");
    return onlyMethod().orElse(ANY_METHOD) + address;
  }
}
