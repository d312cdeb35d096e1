package dev.concordat.contracts.protobuf;

import dev.concordat.model.json.JsonObject;
import java.util.List;

/// One `.proto` file of a contract.
///
/// @param name the name under which others import it
/// @param syntax `proto2`, `proto3` or the edition: `2023`
/// @param isImported whether it is here only because another file needs it
/// @param options as written, by their names in the language: `java_package`
public record ProtobufFile(
    String name,
    String packageName,
    String syntax,
    boolean isImported,
    List<String> imports,
    List<String> publicImports,
    List<MessageType> messages,
    List<EnumType> enums,
    List<FieldSpec> extensions,
    List<ServiceSpec> services,
    JsonObject options,
    Features features,
    Located located) {
  public ProtobufFile {
    imports = List.copyOf(imports);
    publicImports = List.copyOf(publicImports);
    messages = List.copyOf(messages);
    enums = List.copyOf(enums);
    extensions = List.copyOf(extensions);
    services = List.copyOf(services);
  }
}
