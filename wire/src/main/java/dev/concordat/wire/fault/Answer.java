package dev.concordat.wire.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// An HTTP/1.1 answer, read and as its bytes.
///
/// @param method of the request: the answer to HEAD has no body
/// @param target of the request
/// @param message what the bytes mean
/// @param head the status line, the fields and the empty line, as bytes
/// @param body the body as it is framed on the wire
public record Answer(
    String method, String target, HttpResponseMessage message, ByteBuffer head, ByteBuffer body) {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");
  private static final int NO_ANSWER = 0;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  /// What is there when the provider was never asked.
  public static Answer none(String method, String target) {
    return new Answer(
        method,
        target,
        new HttpResponseMessage(NO_ANSWER, List.of(), Bytes.EMPTY),
        NOTHING,
        NOTHING);
  }

  /// An answer that was read and has no bytes of its own.
  public static Answer of(String method, String target, HttpResponseMessage message) {
    return new Answer(method, target, message, NOTHING, NOTHING);
  }

  /// An answer to the same request with another message; `Content-Length` says its true length.
  Answer with(HttpResponseMessage other) {
    return with(other, other.body().size());
  }

  /// An answer whose `Content-Length` says what it is told to.
  Answer with(HttpResponseMessage other, long saidLength) {
    List<Header> fields = new ArrayList<>(unframed(other.headers()));
    if (!mayHaveBody(other.status())) {
      return framed(other, fields, NOTHING);
    }
    fields.add(new Header("Content-Length", Long.toString(saidLength)));
    return framed(other, fields, ByteBuffer.wrap(other.body().toArray()));
  }

  /// An answer that says its body comes in chunks, with bytes that may be none.
  Answer chunked(byte[] bytes) {
    List<Header> fields = new ArrayList<>(unframed(message.headers()));
    fields.add(new Header("Transfer-Encoding", "chunked"));
    return framed(message, fields, ByteBuffer.wrap(bytes));
  }

  private Answer framed(HttpResponseMessage other, List<Header> fields, ByteBuffer bytes) {
    var text = new StringBuilder("HTTP/1.1 ").append(other.status()).append(' ');
    text.append(HttpResponseStatus.valueOf(other.status()).reasonPhrase()).append("\r\n");
    fields.forEach(it -> text.append(it.name()).append(": ").append(it.value()).append("\r\n"));
    text.append("\r\n");
    ByteBuffer line = ByteBuffer.wrap(text.toString().getBytes(ISO_8859_1));
    return new Answer(method, target, other, line, isToHead() ? NOTHING : bytes);
  }

  private static List<Header> unframed(List<Header> fields) {
    return fields.stream().filter(it -> !FRAMING.contains(lower(it.name()))).toList();
  }

  private static boolean mayHaveBody(int status) {
    return status != NO_CONTENT && status != NOT_MODIFIED;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  boolean isToHead() {
    return method.equals("HEAD");
  }

  /// Whether there is a body that something could happen to.
  boolean hasBody() {
    return message.body().size() > 0 && !isToHead();
  }

  /// The message with one field of a name, put in the place of all that were there.
  HttpResponseMessage with(String name, String value) {
    List<Header> fields = new ArrayList<>(message.headers());
    fields.removeIf(it -> it.name().equalsIgnoreCase(name));
    fields.add(new Header(name, value));
    return new HttpResponseMessage(message.status(), fields, message.body());
  }

  /// Sends it as it is.
  List<Act> sent() {
    return List.of(new Act.Send(head), new Act.Send(body));
  }
}
