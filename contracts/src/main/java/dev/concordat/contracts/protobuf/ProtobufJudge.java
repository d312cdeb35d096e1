package dev.concordat.contracts.protobuf;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges the bytes of messages by a contract's types. Fields that a type does not know are not a breach: a newer sender
/// may set them (they are in {@link ProtobufCodec.Decoded#problems}). Thread-safe.
public final class ProtobufJudge {
  private final ProtobufContract contract;
  private final ProtobufCodec codec;

  public ProtobufJudge(ProtobufContract contract) {
    this.contract = contract;
    this.codec = new ProtobufCodec(contract.types());
  }

  /// A request of a method, such as the content of a gRPC frame.
  ///
  /// @param method `/shop.v1.Orders/Place`
  public List<Breach> request(String method, Bytes message) {
    return contract
        .method(method)
        .map(known -> judge(known.fullName(), known.requestType(), message))
        .orElseGet(() -> List.of(unknownMethod(method)));
  }

  /// A response of a method.
  public List<Breach> response(String method, Bytes message) {
    return contract
        .method(method)
        .map(known -> judge(known.fullName(), known.responseType(), message))
        .orElseGet(() -> List.of(unknownMethod(method)));
  }

  /// Where a message breaks its type; nothing for a type that the contract does not have.
  ///
  /// @param type the full name of the message type
  public List<Breach> message(String type, Bytes message) {
    return judge(type, type, message);
  }

  private List<Breach> judge(String operation, String type, Bytes message) {
    var breaches = new ArrayList<Breach>();
    codec.decode(type, message).stream()
        .flatMap(decoded -> decoded.problems().stream())
        .filter(this::isBreach)
        .map(problem -> breach(operation, problem))
        .forEach(breaches::add);
    return breaches;
  }

  private boolean isBreach(WireProblem problem) {
    return switch (problem.kind()) {
      case UNKNOWN_FIELD -> false;
      // An open enumeration takes values of newer versions.
      case UNKNOWN_ENUM_VALUE ->
          field(problem)
              .flatMap(field -> contract.enumType(field.typeName()))
              .map(EnumType::isClosed)
              .orElse(false);
      case INVALID_UTF8 ->
          field(problem)
              .map(field -> field.features().utf8Validation() == Features.Utf8Validation.VERIFY)
              .orElse(true);
      default -> true;
    };
  }

  private Optional<FieldSpec> field(WireProblem problem) {
    return contract
        .message(problem.type())
        .flatMap(message -> problem.field().flatMap(message::field));
  }

  private Breach breach(String operation, WireProblem problem) {
    Optional<Span> sentence =
        field(problem)
            .map(FieldSpec::located)
            .or(() -> contract.message(problem.type()).map(MessageType::located))
            .map(Located::whole);
    return new Breach(
        switch (problem.kind()) {
          case MISSING_REQUIRED -> Breach.Kind.MISSING_FIELD;
          case WRONG_WIRE_TYPE, INVALID_UTF8 -> Breach.Kind.WRONG_TYPE;
          case UNKNOWN_ENUM_VALUE, OUT_OF_RANGE -> Breach.Kind.VALUE_NOT_ALLOWED;
          case UNKNOWN_FIELD -> Breach.Kind.UNEXPECTED_FIELD;
          case TRUNCATED, MALFORMED, TOO_DEEP -> Breach.Kind.MALFORMED_BODY;
        },
        operation,
        problem.pointer(),
        sentence.map(Span::place).orElseGet(() -> Place.of(contract.file())),
        sentence.map(Span::text).orElse(""),
        problem.message(),
        field(problem).map(FieldSpec::shownType).orElse(problem.type()),
        problem.message());
  }

  private Breach unknownMethod(String method) {
    return new Breach(
        Breach.Kind.UNKNOWN_OPERATION,
        method,
        "",
        Place.of(contract.file()),
        "",
        "no service has the method `" + method + "`",
        "a method of " + contract.title(),
        method);
  }
}
