package dev.concordat.record.learning;

import java.util.NavigableMap;

/// What is known of the requests of an operation.
///
/// @param cookies by name, how many had it; values are never kept
/// @param bodies by media type
/// @param bodyless how many had none
/// @param credentials by what was shown, such as `bearer` or `header X-Api-Key`, how many showed it
/// @param anonymous how many showed nothing
public record Requests(
    long count,
    Fields query,
    Fields headers,
    NavigableMap<String, Long> cookies,
    NavigableMap<String, Content> bodies,
    long bodyless,
    NavigableMap<String, Long> credentials,
    long anonymous) {
  /// None.
  public static final Requests EMPTY =
      new Requests(0, Fields.EMPTY, Fields.EMPTY, Maps.none(), Maps.none(), 0, Maps.none(), 0);

  /// What is known together.
  public Requests merge(Requests other) {
    if (count == 0) {
      return other;
    }
    return new Requests(
        count + other.count,
        query.merge(other.query),
        headers.merge(other.headers),
        Maps.sum(cookies, other.cookies),
        Maps.merge(bodies, other.bodies, Content::merge),
        bodyless + other.bodyless,
        Maps.sum(credentials, other.credentials),
        anonymous + other.anonymous);
  }
}
