package dev.concordat.compare.oasdiff;

import dev.concordat.compare.openapi.Endpoint;
import dev.concordat.compare.openapi.Spot;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;

/// How the parts of messages are told.
final class Positions {
  private Positions() {}

  static Position of(Endpoint endpoint, Spot spot) {
    return switch (spot) {
      case Spot.OfParameter parameter ->
          new Position(endpoint.name(), part(parameter.before().in()), parameter.before().name());
      case Spot.OfRequestBody body ->
          new Position(endpoint.name(), Part.REQUEST_BODY, body.before().mediaType().toString());
      case Spot.OfResponseHeader header ->
          new Position(
              endpoint.name(),
              Part.RESPONSE_HEADER,
              header.beforeResponse().status() + " " + header.before().name());
      case Spot.OfResponseBody body ->
          new Position(
              endpoint.name(),
              Part.RESPONSE_BODY,
              body.beforeResponse().status() + " " + body.before().mediaType());
    };
  }

  private static Part part(ParameterLocation in) {
    return switch (in) {
      case PATH -> Part.PATH_PARAMETER;
      case QUERY, QUERYSTRING -> Part.QUERY_PARAMETER;
      case HEADER -> Part.REQUEST_HEADER;
      case COOKIE -> Part.COOKIE;
    };
  }
}
