package dev.concordat.conform.service.http;

import dev.concordat.model.exchange.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// What the server sends, or how it fails to.
///
/// @param ending how it goes out
@SuppressWarnings("ArrayRecordComponent") // made and read in this folder only, never compared
public record Response(int status, List<Header> headers, byte[] body, Ending ending) {
  /// How a response goes out.
  public enum Ending {
    /// As HTTP says: no body with 204, 304 or to HEAD.
    PROPER,
    /// With its body even where HTTP forbids one.
    WITH_BODY,
    /// Half of the body, then the end of the connection.
    CUT,
    /// The end of the connection, and nothing before it.
    CLOSED,
    /// Nothing, and the connection stays open.
    HANGING
  }

  public Response {
    headers = List.copyOf(headers);
  }

  /// A response that goes out as HTTP says.
  public static Response of(int status, String mediaType, byte[] body) {
    return new Response(
        status, List.of(new Header("Content-Type", mediaType)), body, Ending.PROPER);
  }

  /// A response without a body.
  public static Response empty(int status) {
    return new Response(status, List.of(), new byte[0], Ending.PROPER);
  }

  /// The same with one header more.
  public Response with(String name, String value) {
    var more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Response(status, more, body, ending);
  }

  /// The same without a header.
  public Response without(String name) {
    return new Response(
        status,
        headers.stream().filter(header -> !header.name().equalsIgnoreCase(name)).toList(),
        body,
        ending);
  }

  /// The same with another status.
  public Response withStatus(int other) {
    return new Response(other, headers, body, ending);
  }

  /// The same with another body.
  public Response withBody(UnaryOperator<byte[]> change) {
    return new Response(status, headers, change.apply(body), ending);
  }

  /// The same, going out in another way.
  public Response ending(Ending other) {
    return new Response(status, headers, body, other);
  }
}
