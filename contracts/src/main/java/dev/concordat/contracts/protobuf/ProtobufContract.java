package dev.concordat.contracts.protobuf;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.meaning.Meaningful;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What `.proto` files or a descriptor set say, resolved.
///
/// @param file the file asked for; of several, the first
/// @param files those asked for and all they import
/// @param types the same for judging messages
public record ProtobufContract(
    String file, List<ProtobufFile> files, ProtobufTypes types, List<Problem> problems)
    implements Contract, Meaningful {
  public ProtobufContract {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  @Override
  public ContractKind kind() {
    return ContractKind.PROTOBUF;
  }

  /// The package of the files asked for, or else the file's name.
  @Override
  public String title() {
    return packages().stream().findFirst().orElse(file);
  }

  /// `.proto` files carry no version of their own.
  @Override
  public String version() {
    return "";
  }

  @Override
  public Optional<Owner> owner() {
    return Optional.empty();
  }

  /// The packages of the files asked for, each once.
  public List<String> packages() {
    return own().map(ProtobufFile::packageName).filter(name -> !name.isEmpty()).distinct().toList();
  }

  /// The services of the files asked for.
  public List<ServiceSpec> services() {
    return own().flatMap(one -> one.services().stream()).toList();
  }

  /// The message types of the files asked for, those within others included, without map entries.
  public List<MessageType> messages() {
    return own()
        .flatMap(one -> one.messages().stream())
        .flatMap(MessageType::all)
        .filter(message -> !message.isMapEntry())
        .toList();
  }

  /// The enumerations of the files asked for, those within messages included.
  public List<EnumType> enums() {
    return own().flatMap(ProtobufContract::enums).toList();
  }

  /// A message type of any file.
  public Optional<MessageType> message(String fullName) {
    return files.stream()
        .flatMap(one -> one.messages().stream())
        .flatMap(MessageType::all)
        .filter(message -> message.fullName().equals(fullName))
        .findFirst();
  }

  /// An enumeration of any file.
  public Optional<EnumType> enumType(String fullName) {
    return files.stream()
        .flatMap(ProtobufContract::enums)
        .filter(one -> one.fullName().equals(fullName))
        .findFirst();
  }

  /// A method of any file.
  ///
  /// @param path `shop.v1.Orders/Place`; a `/` before it does not matter
  public Optional<ServiceSpec.Method> method(String path) {
    String name = path.startsWith("/") ? path.substring(1) : path;
    return files.stream()
        .flatMap(one -> one.services().stream())
        .flatMap(service -> service.methods().stream())
        .filter(method -> method.fullName().equals(name))
        .findFirst();
  }

  private Stream<ProtobufFile> own() {
    return files.stream().filter(one -> !one.isImported());
  }

  static Stream<EnumType> enums(ProtobufFile file) {
    return Stream.concat(
        file.enums().stream(),
        file.messages().stream()
            .flatMap(MessageType::all)
            .flatMap(message -> message.enums().stream()));
  }

  @Override
  public Term meaning() {
    return new ProtobufMeaning(this).whole();
  }

  @Override
  public Map<String, Term> parts() {
    return new ProtobufMeaning(this).parts();
  }

  /// The fields that the files asked for add to other messages.
  public List<FieldSpec> extensions() {
    return own()
        .flatMap(
            one ->
                Stream.concat(
                    one.extensions().stream(),
                    one.messages().stream()
                        .flatMap(MessageType::all)
                        .flatMap(message -> message.extensions().stream())))
        .toList();
  }
}
