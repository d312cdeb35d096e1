package dev.concordat.compare.openapi;

import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ResponseSpec;

/// A part of a message that has a schema in both contracts.
public sealed interface Spot {
  /// A parameter of the path or the query, a request header, a cookie.
  record OfParameter(Parameter before, Parameter after) implements Spot {}

  /// A request's body in one media type.
  record OfRequestBody(MediaTypeSpec before, MediaTypeSpec after) implements Spot {}

  /// A header of a response.
  ///
  /// @param beforeResponse whose it is in the old contract
  record OfResponseHeader(
      ResponseSpec beforeResponse, ResponseSpec afterResponse, Parameter before, Parameter after)
      implements Spot {}

  /// A response's body in one media type.
  ///
  /// @param beforeResponse whose it is in the old contract; another status than in the new one where that is covered by a
  ///     range or by `default`
  record OfResponseBody(
      ResponseSpec beforeResponse,
      ResponseSpec afterResponse,
      MediaTypeSpec before,
      MediaTypeSpec after)
      implements Spot {}
}
