package dev.concordat.fidelity.http;

import dev.concordat.contracts.http.ContentCoding;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.ParsedJson;
import dev.concordat.contracts.xml.XmlParser;
import dev.concordat.fidelity.change.Alteration;
import dev.concordat.fidelity.change.Change;
import dev.concordat.fidelity.change.Part;
import dev.concordat.fidelity.scalar.Texts;
import dev.concordat.fidelity.shape.JsonComparison;
import dev.concordat.fidelity.shape.XmlAsJson;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/// What happened to a body, told layer by layer: bytes, content coding, charset, and the value by its media type.
final class BodyComparison {
  private static final List<Change> NOTHING = List.of();

  private final MediaType type;
  private final byte[] sent;
  private final byte[] received;

  private BodyComparison(MediaType type, byte[] sent, byte[] received) {
    this.type = type;
    this.sent = sent;
    this.received = received;
  }

  /// @param sentHeaders those of the message that was sent; its media type says how both are read
  static List<Change> compare(
      List<Header> sentHeaders, Bytes sent, List<Header> receivedHeaders, Bytes received) {
    boolean isSameCoding =
        Headers.all(sentHeaders, "content-encoding")
            .equals(Headers.all(receivedHeaders, "content-encoding"));
    if (isSameCoding && sent.equals(received)) {
      return NOTHING;
    }
    return switch (ContentCoding.decode(sentHeaders, sent)) {
      case ContentCoding.Decoded.Plain(Bytes from) ->
          switch (ContentCoding.decode(receivedHeaders, received)) {
            case ContentCoding.Decoded.Plain(Bytes to) ->
                new BodyComparison(mediaType(sentHeaders), from.toArray(), to.toArray()).decoded();
            case ContentCoding.Decoded.Broken(String reason) ->
                one(Alteration.CODING_BROKEN, from.toString(), reason);
            case ContentCoding.Decoded.Unreadable(String reason) ->
                unreadable(sent, received, reason);
          };
      case ContentCoding.Decoded.Broken(String reason) -> unreadable(sent, received, reason);
      case ContentCoding.Decoded.Unreadable(String reason) -> unreadable(sent, received, reason);
    };
  }

  /// What cannot be read can still be cut or be another one.
  private static List<Change> unreadable(Bytes sent, Bytes received, String reason) {
    if (sent.total() == received.total() && Arrays.equals(sent.toArray(), received.toArray())) {
      return NOTHING;
    }
    boolean isCut =
        received.total() < sent.total() && startsWith(sent.toArray(), received.toArray());
    return one(
        isCut ? Alteration.BODY_CUT : Alteration.BODY_REPLACED,
        sent + " (" + reason + ")",
        received.toString());
  }

  private static MediaType mediaType(List<Header> headers) {
    return Headers.first(headers, "content-type")
        .flatMap(MediaType::parse)
        .orElse(MediaType.UNKNOWN);
  }

  private List<Change> decoded() {
    if (Arrays.equals(sent, received)) {
      return one(Alteration.BODY_REWRITTEN, sent.length + " bytes", "in another content coding");
    }
    if (received.length == 0) {
      return one(Alteration.BODY_LOST, text(sent), "");
    }
    if (isPacked(received) && !isPacked(sent)) {
      return one(Alteration.CODING_BROKEN, text(sent), "compressed bytes that no header tells of");
    }
    List<Change> changes = byType();
    return changes.isEmpty() ? one(Alteration.BODY_REWRITTEN, text(sent), text(received)) : changes;
  }

  /// Whether the bytes begin like gzip (RFC 1952) or zlib (RFC 1950).
  private static boolean isPacked(byte[] bytes) {
    boolean isGzip = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    boolean isZlib =
        bytes.length > 2
            && bytes[0] == 0x78
            && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % 31 == 0
            && bytes[1] < ' ';
    return isGzip || isZlib;
  }

  private List<Change> byType() {
    if (type.isJson()) {
      return json();
    }
    if (type.isForm()) {
      return JsonComparison.compare(Part.BODY, form(text(sent)), form(text(received)));
    }
    if (type.isXml()) {
      return values(xml(sent), xml(received));
    }
    if (type.isText()) {
      return texts();
    }
    return startsWith(sent, received) && received.length < sent.length
        ? one(Alteration.BODY_CUT, sent.length + " bytes", received.length + " bytes")
        : texts();
  }

  private List<Change> json() {
    ParsedJson from = JsonParser.parse(sent);
    ParsedJson to = JsonParser.parse(received);
    var changes = new ArrayList<>(values(from.value(), to.value()));
    if (to.value().isPresent()) {
      from.duplicateKeys().stream()
          .filter(key -> !to.duplicateKeys().contains(key))
          .forEach(
              key ->
                  changes.add(new Change(Part.BODY, key, Alteration.KEYS_MERGED, "twice", "once")));
      if (hasMark(received) && !hasMark(sent)) {
        changes.add(
            new Change(Part.BODY, "", Alteration.CHARACTERS_ADDED, "", "a byte order mark"));
      }
    }
    return changes;
  }

  private static boolean hasMark(byte[] bytes) {
    return bytes.length > 2
        && (bytes[0] & 0xff) == 0xef
        && (bytes[1] & 0xff) == 0xbb
        && (bytes[2] & 0xff) == 0xbf;
  }

  /// Compares what both bytes say; where only what was sent can be read, what is received is broken.
  private List<Change> values(Optional<JsonValue> from, Optional<JsonValue> to) {
    if (from.isEmpty()) {
      return texts();
    }
    if (to.isPresent()) {
      return JsonComparison.compare(Part.BODY, from.get(), to.get());
    }
    return broken();
  }

  private List<Change> broken() {
    if (received.length < sent.length && startsWith(sent, received)) {
      return one(Alteration.BODY_CUT, text(sent), text(received));
    }
    boolean isOtherCharset =
        Arrays.equals(
            utf8(sent).map(text -> text.getBytes(StandardCharsets.ISO_8859_1)).orElse(sent),
            received);
    return one(
        isOtherCharset ? Alteration.MISDECODED : Alteration.BODY_REPLACED,
        text(sent),
        text(received));
  }

  private List<Change> texts() {
    if (received.length < sent.length && startsWith(sent, received)) {
      return one(Alteration.BODY_CUT, text(sent), text(received));
    }
    Optional<String> from = utf8(sent);
    Optional<String> to = utf8(received);
    if (from.isEmpty() || to.isEmpty()) {
      return broken();
    }
    return Texts.alteration(from.get(), to.get())
        .map(what -> what == Alteration.VALUE_CHANGED ? Alteration.BODY_REPLACED : what)
        .map(what -> one(what, from.get(), to.get()))
        .orElse(NOTHING);
  }

  private Optional<JsonValue> xml(byte[] bytes) {
    try {
      Optional<Charset> charset =
          type.parameter("charset").filter(Charset::isSupported).map(Charset::forName);
      return Optional.of(XmlAsJson.of(XmlParser.parse(bytes, charset)));
    } catch (XMLStreamException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The fields of a form by their names, each with its values in their order.
  private static JsonObject form(String text) {
    var fields = new LinkedHashMap<String, JsonValue>();
    for (RequestFields.Field field : RequestFields.query(text)) {
      JsonString value = new JsonString(Percent.decodeForm(field.raw()));
      fields.merge(Percent.decodeForm(field.name()), value, BodyComparison::both);
    }
    return new JsonObject(fields);
  }

  private static JsonValue both(JsonValue before, JsonValue next) {
    var all = new ArrayList<JsonValue>();
    if (before instanceof JsonArray(var items)) {
      all.addAll(items);
    } else {
      all.add(before);
    }
    all.add(next);
    return new JsonArray(all);
  }

  private static boolean startsWith(byte[] whole, byte[] start) {
    return start.length <= whole.length
        && Arrays.equals(whole, 0, start.length, start, 0, start.length);
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<Change> one(Alteration what, String sent, String received) {
    return List.of(new Change(Part.BODY, "", what, sent, received));
  }
}
