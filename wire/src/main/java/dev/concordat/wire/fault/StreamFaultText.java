package dev.concordat.wire.fault;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Faults of HTTP/2 and gRPC as JSON: `"reset-stream"`, `{"reset-stream": {"code": "CANCEL", "after": 0}}`,
/// `{"goaway": "ENHANCE_YOUR_CALM"}`, `{"trailers": "missing"}`, `{"grpc-status": 14}`.
final class StreamFaultText {
  private static final int MESSAGES = 1;

  private StreamFaultText() {}

  static Fault named(String name, Settings with) {
    return switch (name) {
      case "reset-stream" -> resetStream(with);
      case "goaway" ->
          new GoAway(with.value().isEmpty() ? Http2Error.NO_ERROR : Http2Error.of(with.text()));
      case "window-stall" -> new WindowStall(with.count("after", 0));
      case "flood" ->
          new Flood(
              of(StreamAct.Flood.Kind.class, Settings.text(with.needed("of"))),
              (int) with.count("count", 1));
      case "trailers" -> new Trailers(of(Trailers.Flaw.class, with.text()));
      case "grpc-status" -> grpcStatus(with);
      case "abort-after-messages" ->
          with.value().filter(JsonNumber.class::isInstance).isPresent()
              ? new AbortAfterMessages(with.number(), AbortAfterMessages.UNAVAILABLE)
              : new AbortAfterMessages(
                  with.count("messages", MESSAGES),
                  (int) with.count("status", AbortAfterMessages.UNAVAILABLE));
      case "deadline-exceeded" -> new DeadlineExceeded();
      case "corrupt-message" -> new CorruptMessage(of(CorruptMessage.Flaw.class, with.text()));
      default -> RecordFaultText.named(name, with);
    };
  }

  private static ResetStream resetStream(Settings with) {
    OptionalLong after =
        with.member("after").isPresent()
            ? OptionalLong.of(with.count("after", 0))
            : OptionalLong.empty();
    return new ResetStream(
        with.member("code")
            .map(it -> Http2Error.of(Settings.text(it)))
            .orElse(Http2Error.INTERNAL_ERROR),
        after);
  }

  private static GrpcStatus grpcStatus(Settings with) {
    if (with.isNumber()) {
      return new GrpcStatus((int) with.number(), "", false);
    }
    return new GrpcStatus(
        (int) with.count("code", AbortAfterMessages.UNAVAILABLE),
        with.member("message").map(Settings::text).orElse(""),
        with.isTrue("asks-provider"));
  }

  private static <E extends Enum<E>> E of(Class<E> type, String written) {
    for (E each : type.getEnumConstants()) {
      if (lower(each).equals(written)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "'"
            + written
            + "' is none of "
            + Arrays.stream(type.getEnumConstants())
                .map(StreamFaultText::lower)
                .collect(Collectors.joining(", ")));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static JsonValue write(StreamFault fault) {
    return switch (fault) {
      case ResetStream reset -> written(reset);
      case GoAway(Http2Error code) ->
          code == Http2Error.NO_ERROR
              ? new JsonString(fault.name())
              : object(fault, new JsonString(code.name()));
      case WindowStall(long after) ->
          after == 0
              ? new JsonString(fault.name())
              : object(fault, JsonObject.EMPTY.with("after", JsonNumber.of(after)));
      case Flood(var kind, int count) ->
          object(
              fault,
              JsonObject.EMPTY
                  .with("of", new JsonString(lower(kind)))
                  .with("count", JsonNumber.of(count)));
      case Trailers(var flaw) -> object(fault, new JsonString(lower(flaw)));
      case GrpcStatus status -> written(status);
      case AbortAfterMessages(long messages, int status) ->
          object(
              fault,
              status == AbortAfterMessages.UNAVAILABLE
                  ? JsonNumber.of(messages)
                  : JsonObject.EMPTY
                      .with("messages", JsonNumber.of(messages))
                      .with("status", JsonNumber.of(status)));
      case DeadlineExceeded() -> new JsonString(fault.name());
      case CorruptMessage(var flaw) -> object(fault, new JsonString(lower(flaw)));
    };
  }

  private static JsonValue written(ResetStream reset) {
    JsonObject settings = JsonObject.EMPTY;
    if (reset.code() != Http2Error.INTERNAL_ERROR) {
      settings = settings.with("code", new JsonString(reset.code().name()));
    }
    if (reset.afterBytes().isPresent()) {
      settings = settings.with("after", JsonNumber.of(reset.afterBytes().getAsLong()));
    }
    return settings.size() == 0 ? new JsonString(reset.name()) : object(reset, settings);
  }

  private static JsonValue written(GrpcStatus status) {
    if (status.message().isEmpty() && !status.asksProvider()) {
      return object(status, JsonNumber.of(status.code()));
    }
    JsonObject settings = JsonObject.EMPTY.with("code", JsonNumber.of(status.code()));
    if (!status.message().isEmpty()) {
      settings = settings.with("message", new JsonString(status.message()));
    }
    return object(
        status, status.asksProvider() ? settings.with("asks-provider", Settings.TRUE) : settings);
  }

  private static JsonObject object(Fault fault, JsonValue settings) {
    return JsonObject.EMPTY.with(fault.name(), settings);
  }
}
