package dev.concordat.wire.fault;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// gRPC on HTTP/2, as far as faults need it (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md).
final class Grpc {
  /// A compression flag and a length stand before each message.
  static final int PREFIX_BYTES = 5;

  private static final Pattern TIMEOUT = Pattern.compile("([0-9]{1,8})([HMSmun])");

  private Grpc() {}

  static Optional<String> refuses(StreamRequest request) {
    return request.isGrpc()
        ? Optional.empty()
        : Optional.of("a fault of gRPC, and this request is none of gRPC");
  }

  /// The fields that say how a call went.
  static List<Header> status(int code, String message) {
    var status = new Header("grpc-status", Integer.toString(code));
    return message.isEmpty()
        ? List.of(status)
        : List.of(status, new Header("grpc-message", message.replace("%", "%25")));
  }

  /// A response that is over with its head.
  static StreamAct.Head failure(StreamRequest request, int code, String message) {
    List<Header> fields = new ArrayList<>();
    fields.add(new Header(":status", "200"));
    fields.add(new Header("content-type", request.contentType()));
    fields.addAll(status(code, message));
    return new StreamAct.Head(fields, true);
  }

  /// How long the consumer waits, as it says.
  static Optional<Duration> timeout(StreamRequest request) {
    Matcher matcher = TIMEOUT.matcher(Headers.first(request.headers(), "grpc-timeout").orElse(""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "H" -> Duration.ofHours(number);
          case "M" -> Duration.ofMinutes(number);
          case "S" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMillis(number);
          case "u" -> Duration.ofNanos(1_000 * number);
          default -> Duration.ofNanos(number);
        });
  }
}
