package dev.concordat.fuzz;

import dev.concordat.contracts.protobuf.GrpcFrames;
import dev.concordat.contracts.protobuf.ProtobufCodec;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import java.util.List;

/// The bytes of protobuf messages and gRPC frames, and JSON to make such bytes of.
record ProtobufDataTarget(ProtobufContract contract) implements Target {
  ProtobufDataTarget() {
    this((ProtobufContract) Workspace.contract("every-type.proto"));
  }

  @Override
  public void take(byte[] input) {
    Messages.judge(contract, input);
    for (String encoding : List.of("identity", "gzip")) {
      GrpcFrames.read(Bytes.of(input), encoding)
          .messages()
          .forEach(message -> Messages.judge(contract, message.toArray()));
    }
    var codec = new ProtobufCodec(contract.types());
    JsonParser.parse(input)
        .value()
        .ifPresent(
            value -> contract.types().messageNames().forEach(type -> codec.encode(type, value)));
  }
}
