package dev.concordat.compare.protobuf;

import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.protobuf.ProtobufReader;
import dev.concordat.contracts.protobuf.Protoc;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads `.proto` texts as contracts.
final class ProtoTexts {
  private final Path workspace;

  ProtoTexts(Path workspace) {
    this.workspace = workspace;
  }

  /// One file.
  ProtobufContract read(String text) {
    return read(Map.of("shop.proto", text));
  }

  /// Files by the names under which they import one another.
  ProtobufContract read(Map<String, String> texts) {
    var files = new LinkedHashMap<String, TextFile>();
    texts.forEach(
        (name, text) ->
            files.put(name, TextFile.of(workspace, name, text.getBytes(StandardCharsets.UTF_8))));
    ProtobufContract contract =
        new ProtobufReader(workspace, Protoc::bundled, ReadLimits.defaults()).readModule(files);
    if (contract.problems().stream().anyMatch(Problem::isError)) {
      throw new IllegalArgumentException(contract.problems().toString());
    }
    return contract;
  }
}
