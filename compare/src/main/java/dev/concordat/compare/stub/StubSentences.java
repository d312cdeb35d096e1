package dev.concordat.compare.stub;

import dev.concordat.compare.need.Sentences;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import java.util.Optional;

/// Where the parts of a stub stand.
record StubSentences(Stub stub) implements Sentences {
  @Override
  public Sentence of(Part part, String detail) {
    Place place =
        switch (part) {
          case PATH_PARAMETER, OPERATION ->
              condition(RequestPart.PATH, "")
                  .or(() -> condition(RequestPart.TARGET, ""))
                  .orElse(stub.request().place());
          case QUERY_PARAMETER ->
              condition(RequestPart.QUERY_PARAMETER, detail).orElse(stub.request().place());
          case REQUEST_HEADER, SECURITY ->
              condition(RequestPart.HEADER, detail).orElse(stub.request().place());
          case COOKIE -> condition(RequestPart.COOKIE, detail).orElse(stub.request().place());
          case REQUEST_BODY -> condition(RequestPart.BODY, "").orElse(stub.request().place());
          case RESPONSE, RESPONSE_HEADER, RESPONSE_BODY ->
              stub.response().map(StubResponse::place).orElse(stub.place());
          default -> stub.place();
        };
    return new Sentence(place, stub.title());
  }

  private Optional<Place> condition(RequestPart part, String name) {
    return stub.request()
        .on(part)
        .filter(condition -> condition.name().equalsIgnoreCase(name))
        .map(RequestCondition.On::place)
        .findFirst();
  }
}
