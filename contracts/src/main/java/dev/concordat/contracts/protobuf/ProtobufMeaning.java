package dev.concordat.contracts.protobuf;

import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import dev.concordat.contracts.protobuf.MessageType.NumberRange;
import dev.concordat.contracts.protobuf.MessageType.ReservedName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What `.proto` files mean: neither comments, nor the order of declarations, nor how they are spread over files count.
final class ProtobufMeaning {
  private final ProtobufContract contract;
  private final Map<String, MessageType> messages = new HashMap<>();
  private final Map<String, EnumType> enums = new HashMap<>();

  ProtobufMeaning(ProtobufContract contract) {
    this.contract = contract;
    for (ProtobufFile file : contract.files()) {
      file.messages().stream()
          .flatMap(MessageType::all)
          .forEach(message -> messages.putIfAbsent(message.fullName(), message));
      ProtobufContract.enums(file).forEach(type -> enums.putIfAbsent(type.fullName(), type));
    }
  }

  Term whole() {
    return TermMembers.of("protobuf")
        .bag("messages", contract.messages().stream().map(one -> message(one.fullName())).toList())
        .bag("enums", contract.enums().stream().map(ProtobufMeaning::enumType).toList())
        .bag("services", contract.services().stream().map(ProtobufMeaning::service).toList())
        .bag("extensions", contract.extensions().stream().map(this::field).toList())
        .choices("options", fileOptions())
        .term();
  }

  Map<String, Term> parts() {
    Map<String, Term> parts = new LinkedHashMap<>();
    contract.services().stream()
        .flatMap(service -> service.methods().stream())
        .forEach(method -> parts.put(method.fullName(), method(method)));
    return parts;
  }

  private List<Term> fileOptions() {
    return contract.files().stream()
        .filter(file -> !file.isImported() && !file.options().members().isEmpty())
        .map(file -> Term.json(file.options()))
        .toList();
  }

  private static Term service(ServiceSpec service) {
    return TermMembers.of("service")
        .text("name", service.fullName())
        .put("options", Term.json(service.options()))
        .term();
  }

  private Term method(ServiceSpec.Method method) {
    return TermMembers.of("method")
        .text("name", method.fullName())
        .put("request", message(method.requestType()))
        .put("response", message(method.responseType()))
        .flag("streamsRequests", method.isClientStreaming())
        .flag("streamsResponses", method.isServerStreaming())
        .put("options", Term.json(method.options()))
        .term();
  }

  private Term message(String fullName) {
    return new Term.Knot(
        "message " + fullName,
        () ->
            Optional.ofNullable(messages.get(fullName))
                .map(this::content)
                .orElseGet(() -> Term.text(fullName)));
  }

  private Term content(MessageType message) {
    return TermMembers.of("message")
        .text("name", message.fullName())
        .bag("fields", message.fields().stream().map(this::field).toList())
        .choices("reserved", reserved(message.reservedRanges(), message.reservedNames()))
        .choices("extensions", reserved(message.extensionRanges(), List.of()))
        .put("options", Term.json(message.options()))
        .term();
  }

  private static List<Term> reserved(List<NumberRange> ranges, List<ReservedName> names) {
    return Stream.concat(
            ranges.stream().map(range -> Term.text(range.first() + "-" + range.last())),
            names.stream().map(name -> Term.text(name.name())))
        .toList();
  }

  private Term field(FieldSpec field) {
    Optional<EnumType> enumeration = Optional.ofNullable(enums.get(field.typeName()));
    Optional<Term> type =
        field.typeName().isEmpty()
            ? Optional.empty()
            : Optional.of(
                enumeration
                    .map(ProtobufMeaning::enumType)
                    .orElseGet(() -> message(field.typeName())));
    return TermMembers.of("field")
        .text("name", field.name())
        .text("json", field.jsonName())
        .put("number", Term.number(field.number()))
        .text("scalar", field.type())
        .maybe("type", type)
        .text("label", field.label().name())
        .flag("presence", field.hasPresence())
        .flag("packed", field.isPacked())
        .text("oneof", field.oneof().orElse(""))
        .maybe("default", field.defaultValue().map(Term::text))
        .text("extends", field.extendee())
        .text("encoding", field.features().messageEncoding().name())
        .text("utf8", field.features().utf8Validation().name())
        .put("options", Term.json(field.options()))
        .term();
  }

  private static Term enumType(EnumType type) {
    return TermMembers.of("enum")
        .text("name", type.fullName())
        .bag(
            "values",
            type.values().stream()
                .map(
                    value ->
                        TermMembers.of("value")
                            .text("name", value.name())
                            .put("number", Term.number(value.number()))
                            .put("options", Term.json(value.options()))
                            .term())
                .toList())
        .choices("reserved", reserved(type.reservedRanges(), type.reservedNames()))
        .flag("closed", type.isClosed())
        .put("options", Term.json(type.options()))
        .term();
  }
}
