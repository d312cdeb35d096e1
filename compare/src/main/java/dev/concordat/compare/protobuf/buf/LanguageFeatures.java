package dev.concordat.compare.protobuf.buf;

import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// Features that only one language's generated code knows. They are inherited like the others: from the file, the messages
/// around, the oneof.
final class LanguageFeatures {
  private LanguageFeatures() {}

  /// The value of a feature for a field.
  ///
  /// @param language the extension, as options name it: `[pb.cpp]`
  static Optional<String> of(Declared<FieldSpec> field, String language, String feature) {
    return own(field.what().options(), language, feature)
        .or(() -> inOneof(field, language, feature))
        .or(() -> around(field.parent(), language, feature))
        .or(() -> own(field.file().options(), language, feature));
  }

  private static Optional<String> inOneof(
      Declared<FieldSpec> field, String language, String feature) {
    return field
        .what()
        .oneof()
        .flatMap(
            name ->
                field.parent().stream()
                    .flatMap(holder -> holder.what().oneofs().stream())
                    .filter(oneof -> oneof.name().equals(name))
                    .findFirst())
        .flatMap(oneof -> own(oneof.options(), language, feature));
  }

  private static Optional<String> around(
      Optional<Declared<MessageType>> holder, String language, String feature) {
    return holder.flatMap(
        message ->
            own(message.what().options(), language, feature)
                .or(() -> around(message.parent(), language, feature)));
  }

  private static Optional<String> own(JsonObject options, String language, String feature) {
    return options
        .member("features")
        .flatMap(features -> member(features, language))
        .flatMap(features -> member(features, feature))
        .flatMap(LanguageFeatures::asText);
  }

  /// An option whose value is a name.
  static Optional<String> text(JsonObject options, String name) {
    return options.member(name).flatMap(LanguageFeatures::asText);
  }

  private static Optional<JsonValue> member(JsonValue value, String name) {
    return value instanceof JsonObject object ? object.member(name) : Optional.empty();
  }

  private static Optional<String> asText(JsonValue value) {
    return value instanceof JsonString(String text) ? Optional.of(text) : Optional.empty();
  }
}
