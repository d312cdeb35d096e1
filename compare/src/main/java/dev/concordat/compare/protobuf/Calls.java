package dev.concordat.compare.protobuf;

import dev.concordat.compare.protobuf.wire.Peer;
import dev.concordat.contracts.protobuf.GrpcFrames;
import dev.concordat.contracts.protobuf.ServiceSpec.Method;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import java.util.List;

/// Calls of gRPC as they go over HTTP/2 (grpc.github.io, "gRPC over HTTP2").
final class Calls {
  private Calls() {}

  /// A call of a method that the other side does not have.
  static Witness unknown(String sender, String receiver, Method method) {
    var request =
        new HttpRequestMessage(
            "POST",
            "/" + method.fullName(),
            List.of(new Header("content-type", "application/grpc"), new Header("te", "trailers")),
            GrpcFrames.write(List.of(Bytes.of(new byte[0]))));
    return new Witness(
        new WitnessMessage.HttpRequest(request),
        sender,
        receiver,
        "grpc-status 12 (UNIMPLEMENTED): no service has the method `" + method.fullName() + "`",
        List.of("the methods that " + receiver + " names"));
  }

  /// Two messages where the other side waits for one.
  static Witness two(Peer sender, Peer receiver, String type, boolean isRequest) {
    Bytes empty = Bytes.of(new byte[0]);
    Bytes frames = GrpcFrames.write(List.of(empty, empty));
    int read = GrpcFrames.read(frames, "").messages().size();
    return new Witness(
        new WitnessMessage.Encoded(
            frames, new JsonArray(List.of(JsonObject.EMPTY, JsonObject.EMPTY)), JsonNull.NULL),
        sender.name(),
        receiver.name(),
        (isRequest ? "the server" : "the client")
            + " waits for one `"
            + type
            + "` and gets "
            + read,
        List.of("gRPC's framing"));
  }
}
