package dev.concordat.contracts.wiremock;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.place.Place;
import java.util.List;

/// What a stub answers.
///
/// @param isTemplated whether its text is a template that WireMock fills in
/// @param isProxied whether another server answers
/// @param fault the broken connection it plays, such as `CONNECTION_RESET_BY_PEER`; empty where none
public record StubResponse(
    int status,
    List<Header> headers,
    StubBody body,
    boolean isTemplated,
    boolean isProxied,
    String fault,
    Place place) {
  public StubResponse {
    headers = List.copyOf(headers);
  }
}
