package dev.concordat.cli;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A team's own receiver of messages: it takes only those whose signature is right, as the reference tells teams to check it.
final class SignedMessages implements AutoCloseable {
  private static final String HMAC = "HmacSHA256";

  private final String secret;
  private final HttpServer server;
  private final BlockingQueue<Message> taken = new LinkedBlockingQueue<>();
  private final BlockingQueue<Message> refused = new LinkedBlockingQueue<>();

  /// A message and when it was here.
  ///
  /// @param atNanos of `System.nanoTime`
  record Message(String body, long atNanos) {}

  private SignedMessages(String secret, HttpServer server) {
    this.secret = secret;
    this.server = server;
  }

  static SignedMessages start(String secret) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SignedMessages messages = new SignedMessages(secret, server);
    server.createContext("/", messages::take);
    server.start();
    return messages;
  }

  private void take(HttpExchange exchange) throws IOException {
    Message message =
        new Message(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            System.nanoTime());
    boolean isOurs = isSigned(exchange.getRequestHeaders(), message.body());
    (isOurs ? taken : refused).add(message);
    exchange.sendResponseHeaders(isOurs ? 204 : 401, -1);
    exchange.close();
  }

  private boolean isSigned(Headers headers, String body) {
    String signed = headers.getFirst("X-Concordat-Timestamp") + "." + body;
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return ("sha256=" + HexFormat.of().formatHex(code))
          .equals(headers.getFirst("X-Concordat-Signature"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The next message that is wanted, or nothing within the time.
  Optional<Message> next(Predicate<String> isWanted, int seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    Message message = taken.poll(seconds, TimeUnit.SECONDS);
    while (message != null && !isWanted.test(message.body())) {
      message = taken.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
    return Optional.ofNullable(message);
  }

  /// How many were signed wrongly or not at all.
  int refused() {
    return refused.size();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
