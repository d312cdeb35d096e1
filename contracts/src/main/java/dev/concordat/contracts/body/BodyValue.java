package dev.concordat.contracts.body;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.ContentCoding;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.tree.BodyJson;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Set;

/// What a body says, read by its media type.
public sealed interface BodyValue {
  /// A value that a schema can judge.
  ///
  /// @param flaws sentences that the body breaks beside its schema: media types and headers of parts, names in XML. Each
  ///     points at the part itself, which then has no value worth judging; their operation is not known here
  /// @param unread pointers of what has no value that a schema could judge, such as a picture
  record Value(JsonValue value, List<Breach> flaws, Set<String> unread) implements BodyValue {
    public Value {
      flaws = List.copyOf(flaws);
      unread = Set.copyOf(unread);
    }

    Value(JsonValue value) {
      this(value, List.of(), Set.of());
    }
  }

  /// Nothing can be said about the body: a coding or a media type that is not read here, or only its start was kept.
  record Unjudged(String reason) implements BodyValue {}

  /// The body is not what its media type or coding says.
  record Malformed(String reason) implements BodyValue {}

  /// The body's value: JSON as it is, everything else as its schema asks for.
  ///
  /// @param actual the body's own media type
  static BodyValue read(MediaTypeSpec spec, MediaType actual, List<Header> headers, Bytes body) {
    return read(spec, actual, headers, new BodyJson(body));
  }

  /// The same of a body that others read too: as JSON it is read once for all.
  static BodyValue read(MediaTypeSpec spec, MediaType actual, List<Header> headers, BodyJson body) {
    return switch (ContentCoding.decode(headers, body.bytes())) {
      case ContentCoding.Decoded.Unreadable(String reason) -> new Unjudged(reason);
      case ContentCoding.Decoded.Broken(String reason) -> new Malformed(reason);
      case ContentCoding.Decoded.Plain(Bytes bytes) ->
          (bytes.equals(body.bytes()) ? new BodyReader(0, _ -> body.parsed()) : new BodyReader(0))
              .read(Content.of(spec), actual, bytes.toArray());
    };
  }
}
