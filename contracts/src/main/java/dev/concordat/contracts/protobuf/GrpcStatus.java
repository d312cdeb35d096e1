package dev.concordat.contracts.protobuf;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How a gRPC call ended, from its trailers (gRPC over HTTP/2, "Responses").
///
/// @param message `grpc-message`, decoded
public record GrpcStatus(Code code, String message) {
  private static final int MAX_CODE_DIGITS = 3;

  /// The status codes.
  public enum Code {
    OK(0),
    CANCELLED(1),
    UNKNOWN(2),
    INVALID_ARGUMENT(3),
    DEADLINE_EXCEEDED(4),
    NOT_FOUND(5),
    ALREADY_EXISTS(6),
    PERMISSION_DENIED(7),
    RESOURCE_EXHAUSTED(8),
    FAILED_PRECONDITION(9),
    ABORTED(10),
    OUT_OF_RANGE(11),
    UNIMPLEMENTED(12),
    INTERNAL(13),
    UNAVAILABLE(14),
    DATA_LOSS(15),
    UNAUTHENTICATED(16);

    private final int number;

    Code(int number) {
      this.number = number;
    }

    /// The number on the wire.
    public int number() {
      return number;
    }
  }

  /// The status in trailers, or in the headers of a response that has no body; empty where there is none. Numbers that
  /// are not known count as `UNKNOWN`.
  public static Optional<GrpcStatus> of(List<Header> trailers) {
    return Headers.first(trailers, "grpc-status")
        .map(
            text ->
                new GrpcStatus(
                    code(text.strip()),
                    decoded(Headers.first(trailers, "grpc-message").orElse(""))));
  }

  private static Code code(String text) {
    if (text.isEmpty()
        || text.length() > MAX_CODE_DIGITS
        || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Code.UNKNOWN;
    }
    int number = Integer.parseInt(text);
    return Arrays.stream(Code.values())
        .filter(code -> code.number() == number)
        .findFirst()
        .orElse(Code.UNKNOWN);
  }

  /// Percent-encoded UTF-8; a `%` that encodes nothing stays.
  private static String decoded(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
      if (in[i] == '%' && high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(in[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
