package dev.concordat.contracts.wiremock;

import dev.concordat.model.place.Place;
import java.util.List;

/// Which requests a stub answers.
///
/// @param method in upper case; `ANY` for all
public record StubRequest(
    String method,
    UrlPattern url,
    List<NamedPattern> queryParameters,
    List<NamedPattern> headers,
    List<NamedPattern> cookies,
    List<ValuePattern> bodyPatterns,
    Place place) {
  /// The method that stands for all methods.
  public static final String ANY_METHOD = "ANY";

  public StubRequest {
    queryParameters = List.copyOf(queryParameters);
    headers = List.copyOf(headers);
    cookies = List.copyOf(cookies);
    bodyPatterns = List.copyOf(bodyPatterns);
  }
}
