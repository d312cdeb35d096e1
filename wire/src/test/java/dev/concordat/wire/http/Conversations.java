package dev.concordat.wire.http;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes conversations from seeds: every framing, pipelining, interim responses, changes of protocol, half-closes, and
/// bytes that are no HTTP at all.
final class Conversations {
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "M-SEARCH");
  private static final int[] STATUSES = {200, 201, 204, 206, 299, 301, 304, 400, 404, 500, 503};

  private final long seed;
  private final Random random;
  private final List<Turn> turns = new ArrayList<>();
  private final List<Conversation.Said> said = new ArrayList<>();

  private Conversations(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  static Conversation of(long seed) {
    return new Conversations(seed).make();
  }

  private Conversation make() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> pipelined();
      case 2 -> changedProtocol("GET", "HTTP/1.1 101 Switching Protocols", "upgrade");
      case 3 -> changedProtocol("CONNECT", "HTTP/1.1 200 Tunnel", "connect");
      case 4 -> halfClosed();
      case 5 -> untilClose();
      case 6 -> noHttp();
      case 7, 8 -> http2();
      default -> oneAfterTheOther();
    };
  }

  private Conversation oneAfterTheOther() {
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      Request request = request();
      if (request.bytes.body().length > 0 && random.nextInt(4) == 0) {
        turns.add(new Turn.ConsumerSends(request.bytes.head()));
        turns.add(
            new Turn.ProviderSends(
                "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        turns.add(new Turn.ConsumerSends(request.bytes.body()));
      } else {
        turns.add(new Turn.ConsumerSends(request.whole()));
      }
      turns.add(new Turn.ProviderSends(response(request)));
    }
    return done("one after the other", false);
  }

  private Conversation pipelined() {
    List<Request> requests = new ArrayList<>();
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    ByteArrayOutputStream answered = new ByteArrayOutputStream();
    for (int i = 2 + random.nextInt(6); i > 0; i--) {
      Request request = request();
      requests.add(request);
      sent.writeBytes(request.whole());
    }
    requests.forEach(request -> answered.writeBytes(response(request)));
    turns.add(new Turn.ConsumerSends(sent.toByteArray()));
    turns.add(new Turn.ProviderSends(answered.toByteArray()));
    return done("pipelined", false);
  }

  private Conversation changedProtocol(String method, String statusLine, String kind) {
    MessageWriter request = new MessageWriter(random);
    request.startLine(method + " other.example:443 HTTP/1.1");
    request.header("Upgrade", "something");
    request.noBody();
    MessageWriter response = new MessageWriter(random);
    response.startLine(statusLine);
    response.someHeaders();
    response.noBody();
    int status = Integer.parseInt(statusLine.substring(9, 12));
    said.add(
        new Conversation.Said(
            new HttpRequestMessage(method, "other.example:443", request.headers(), Bytes.EMPTY),
            new HttpResponseMessage(status, response.headers(), Bytes.EMPTY)));
    turns.add(new Turn.ConsumerSends(request.head()));
    turns.add(new Turn.ProviderSends(response.head()));
    for (int i = 0; i < 4; i++) {
      turns.add(new Turn.ConsumerSends(request.someBytes(1 + random.nextInt(500))));
      turns.add(new Turn.ProviderSends(request.someBytes(1 + random.nextInt(500))));
    }
    return done(kind, true);
  }

  private Conversation halfClosed() {
    Request request = request();
    turns.add(new Turn.ConsumerSends(request.whole()));
    turns.add(new Turn.ConsumerEnds());
    turns.add(new Turn.ProviderSends(response(request)));
    return done("half-closed", false);
  }

  private Conversation untilClose() {
    Request request = request("GET");
    MessageWriter response = new MessageWriter(random);
    response.startLine("HTTP/1." + random.nextInt(2) + " 200 OK");
    response.someHeaders();
    response.bodyUntilClose();
    said(request, 200, response);
    turns.add(new Turn.ConsumerSends(request.whole()));
    turns.add(new Turn.ProviderSends(whole(response)));
    turns.add(new Turn.ProviderEnds());
    return done("until close", false);
  }

  private Conversation noHttp() {
    MessageWriter noise = new MessageWriter(random);
    for (int i = 0; i < 3; i++) {
      turns.add(
          new Turn.ConsumerSends(("\u0000no http\n" + i).getBytes(StandardCharsets.US_ASCII)));
      turns.add(new Turn.ConsumerSends(noise.someBytes(1 + random.nextInt(900))));
      turns.add(new Turn.ProviderSends(noise.someBytes(1 + random.nextInt(900))));
    }
    return done("no HTTP", true);
  }

  /// HTTP/2 as it is spoken without TLS by those who know already, streams side by side.
  private Conversation http2() {
    FrameWriter frames = new FrameWriter(random);
    turns.add(new Turn.ConsumerSends(frames.preface().settings().bytes()));
    turns.add(new Turn.ProviderSends(frames.settings().acknowledgement().bytes()));
    for (int stream = 1; stream < 2 + 2 * random.nextInt(5); stream += 2) {
      turns.add(
          new Turn.ConsumerSends(frames.message(stream).message(stream + 2).anything().bytes()));
      turns.add(
          new Turn.ProviderSends(frames.message(stream + 2).anything().message(stream).bytes()));
    }
    return done("HTTP/2", true);
  }

  private Request request() {
    return request(METHODS.get(random.nextInt(METHODS.size())));
  }

  private Request request(String method) {
    String target = "/" + Long.toString(random.nextLong() >>> 1, 36) + "?q=%20" + random.nextInt(9);
    MessageWriter bytes = new MessageWriter(random);
    bytes.startLine(method + " " + target + " HTTP/1.1");
    bytes.someHeaders();
    switch (random.nextInt(3)) {
      case 0 -> bytes.noBody();
      case 1 -> bytes.sizedBody();
      default -> bytes.chunkedBody();
    }
    return new Request(method, target, bytes);
  }

  /// A response whose end can be found while the connection stays open, with interim ones before it now and then.
  private byte[] response(Request request) {
    int status = STATUSES[random.nextInt(STATUSES.length)];
    MessageWriter bytes = new MessageWriter(random);
    bytes.startLine("HTTP/1.1 " + status + (random.nextBoolean() ? " Some Reason" : " "));
    bytes.someHeaders();
    if (request.method.equals("HEAD") || status == 304) {
      bytes.header("Content-Length", "1234");
      bytes.noBody();
    } else if (status == 204) {
      bytes.noBody();
    } else if (random.nextBoolean()) {
      bytes.sizedBody();
    } else {
      bytes.chunkedBody();
    }
    said(request, status, bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (random.nextInt(5) == 0) {
      out.writeBytes(
          "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.writeBytes(whole(bytes));
    return out.toByteArray();
  }

  private void said(Request request, int status, MessageWriter response) {
    said.add(
        new Conversation.Said(
            new HttpRequestMessage(
                request.method, request.target, request.bytes.headers(), request.bytes.content()),
            new HttpResponseMessage(status, response.headers(), response.content())));
  }

  private Conversation done(String kind, boolean isOpaque) {
    return new Conversation(seed, kind, turns, said, isOpaque);
  }

  private static byte[] whole(MessageWriter message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(message.head());
    out.writeBytes(message.body());
    return out.toByteArray();
  }

  private record Request(String method, String target, MessageWriter bytes) {
    byte[] whole() {
      return Conversations.whole(bytes);
    }
  }
}
