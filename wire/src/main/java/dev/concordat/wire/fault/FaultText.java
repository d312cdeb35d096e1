package dev.concordat.wire.fault;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Faults and delays as JSON, the same for links and for stand-ins: a name, or an object with the name and its settings:
/// `"reset"`, `{"reset": {"after": 100}}`, `{"latency": "200ms"}`.
public final class FaultText {
  private FaultText() {}

  /// Reads a delay: `"200ms"`, `{"uniform": ["100ms", "2s"]}` or `{"median": "100ms", "sigma": 0.4}`.
  ///
  /// @throws IllegalArgumentException with a sentence for people
  public static Delay delay(JsonValue written) {
    return Settings.delay(written);
  }

  /// Writes a delay as {@link #delay} reads it.
  public static JsonValue write(Delay delay) {
    return Settings.text(delay);
  }

  /// Reads a fault that can disturb the delivery of one answer.
  ///
  /// @throws IllegalArgumentException with a sentence for people
  public static DeliveryFault delivery(JsonValue written) {
    if (fault(written) instanceof DeliveryFault fault) {
      return fault;
    }
    throw new IllegalArgumentException(written + " is a fault of links, not of single answers");
  }

  /// Reads a fault.
  ///
  /// @throws IllegalArgumentException with a sentence for people
  public static Fault fault(JsonValue written) {
    return switch (written) {
      case JsonString(String name) -> named(name, Settings.NONE);
      case JsonObject object when object.size() == 1 ->
          named(object.nameAt(0), new Settings(object.nameAt(0), Optional.of(object.valueAt(0))));
      default ->
          throw new IllegalArgumentException(
              "a fault is written as its name, or as an object with its name and settings:"
                  + " \"reset\", {\"latency\": \"200ms\"}");
    };
  }

  private static Fault named(String name, Settings with) {
    return switch (name) {
      case "refuse" -> new Refuse();
      case "unanswered-connect" -> new UnansweredConnect();
      case "accept-silently" -> new AcceptSilently();
      case "slow-accept" -> new SlowAccept(Settings.delay(with.required()));
      case "expired-certificate" -> new BadCertificate(BadCertificate.Flaw.EXPIRED);
      case "wrong-host" -> new BadCertificate(BadCertificate.Flaw.WRONG_HOST);
      case "untrusted-certificate" -> new BadCertificate(BadCertificate.Flaw.UNTRUSTED);
      case "stalled-handshake" -> new StalledHandshake();
      case "reset" -> new Reset(with.count("after", 0), with.wait("delay"));
      case "close", "empty-reply" -> new Close(with.count("after", 0));
      case "limit-bytes" -> new Close(with.number());
      case "half-close" -> new HalfClose(with.count("after", 0));
      case "stall", "silence" -> new Stall(with.count("after", 0));
      case "black-hole" -> new BlackHole(with.length("close-after"));
      case "slice" ->
          new Slice(
              (int) with.count("bytes", 1), (int) with.count("variation", 0), with.wait("delay"));
      case "bandwidth" -> new Bandwidth(with.number());
      case "latency" -> new Latency(Settings.delay(with.required()));
      case "slow-close" -> new SlowClose(Settings.length(with.required()));
      case "status" -> status(with);
      case "redirect-loop" -> new RedirectLoop();
      case "html-error-page" -> new HtmlErrorPage();
      case "wrong-media-type" -> new WrongMediaType(with.text());
      case "wrong-length" -> new WrongLength((int) with.number());
      case "truncated-body" -> new TruncatedBody(with.decimal());
      case "reset-in-body" -> new ResetInBody(with.decimal());
      case "malformed-chunk" -> new MalformedChunk();
      case "garbage" -> new Garbage();
      case "duplicate-response" -> new DuplicateResponse();
      case "duplicate-request" -> new DuplicateRequest();
      case "withheld-continue" -> new WithheldContinue();
      case "slow-headers" -> new SlowHeaders((int) with.count("pieces", 1), with.wait("during"));
      case "slow-body" -> new SlowBody((int) with.count("pieces", 1), with.wait("during"));
      case "edit-body" -> new EditBody(EditText.read(with.required()));
      default -> StreamFaultText.named(name, with);
    };
  }

  private static Status status(Settings with) {
    if (with.isNumber()) {
      return Status.of((int) with.number());
    }
    return new Status(
        (int) with.count("code", 0),
        with.headers(),
        with.member("body").map(Settings::text).orElse(""),
        with.isTrue("asks-provider"));
  }

  /// Writes a fault as {@link #fault} reads it, what is as usual left out.
  public static JsonValue write(Fault fault) {
    return switch (fault) {
      case Reset(long after, var delay) when delay.isZero() -> cut("reset", after);
      case Reset(long after, var delay) ->
          object(
              "reset", object("after", JsonNumber.of(after)).with("delay", Settings.text(delay)));
      case Close(long after) -> cut(after == 0 ? "empty-reply" : "close", after);
      case HalfClose(long after) -> cut("half-close", after);
      case Stall(long after) -> cut(after == 0 ? "silence" : "stall", after);
      case BlackHole(var closeAfter) ->
          closeAfter
              .<JsonValue>map(it -> object(fault.name(), object("close-after", Settings.text(it))))
              .orElseGet(() -> new JsonString(fault.name()));
      case Slice(int average, int variation, var delay) ->
          object(
              fault.name(),
              object("bytes", JsonNumber.of(average))
                  .with("variation", JsonNumber.of(variation))
                  .with("delay", Settings.text(delay)));
      case Bandwidth(long rate) -> object(fault.name(), JsonNumber.of(rate));
      case Latency(Delay delay) -> object(fault.name(), write(delay));
      case SlowAccept(Delay delay) -> object(fault.name(), write(delay));
      case SlowClose(var delay) -> object(fault.name(), Settings.text(delay));
      case Status status -> object(fault.name(), written(status));
      case WrongMediaType(String type) -> object(fault.name(), new JsonString(type));
      case WrongLength(int difference) -> object(fault.name(), JsonNumber.of(difference));
      case TruncatedBody(double kept) -> object(fault.name(), Settings.decimal(kept));
      case ResetInBody(double kept) -> object(fault.name(), Settings.decimal(kept));
      case SlowHeaders(int pieces, var during) ->
          object(fault.name(), Settings.pieces(pieces, during));
      case SlowBody(int pieces, var during) ->
          object(fault.name(), Settings.pieces(pieces, during));
      case EditBody(List<JsonEdit> edits) -> object(fault.name(), EditText.write(edits));
      case Refuse(), UnansweredConnect(), AcceptSilently(), StalledHandshake() ->
          new JsonString(fault.name());
      case BadCertificate certificate -> new JsonString(certificate.name());
      case RedirectLoop(), HtmlErrorPage(), MalformedChunk(), Garbage() ->
          new JsonString(fault.name());
      case StreamFault ofStream -> StreamFaultText.write(ofStream);
      case RecordFault ofRecords -> RecordFaultText.write(ofRecords);
      case DuplicateResponse(), DuplicateRequest(), WithheldContinue() ->
          new JsonString(fault.name());
    };
  }

  private static JsonValue written(Status status) {
    if (status.equals(Status.of(status.code()))) {
      return JsonNumber.of(status.code());
    }
    var written = new JsonObject.Builder();
    written.add("code", JsonNumber.of(status.code()));
    if (!status.headers().isEmpty()) {
      written.add(
          "headers",
          new JsonArray(
              status.headers().stream()
                  .<JsonValue>map(it -> new JsonString(it.name() + ": " + it.value()))
                  .toList()));
    }
    if (!status.body().isEmpty()) {
      written.add("body", new JsonString(status.body()));
    }
    if (status.asksProvider()) {
      written.add("asks-provider", Settings.TRUE);
    }
    return written.build();
  }

  private static JsonValue cut(String name, long after) {
    return after == 0 ? new JsonString(name) : object(name, object("after", JsonNumber.of(after)));
  }

  private static JsonObject object(String name, JsonValue value) {
    return JsonObject.EMPTY.with(name, value);
  }
}
