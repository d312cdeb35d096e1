package dev.concordat.compare.protobuf.wire;

import com.google.protobuf.Descriptors.Descriptor;
import dev.concordat.contracts.protobuf.EnumType;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.contracts.protobuf.ProtobufCodec;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.protobuf.ProtobufFile;
import dev.concordat.contracts.protobuf.ServiceSpec;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One of the two that exchange messages, with its types at hand. Immutable once made.
public final class Peer {
  private final String name;
  private final ProtobufContract contract;
  private final ProtobufCodec codec;
  private final Map<String, MessageType> messages = new HashMap<>();
  private final Map<String, Map<Integer, FieldSpec>> extensions = new HashMap<>();
  private final Map<String, EnumType> enums = new HashMap<>();
  private final Map<String, ServiceSpec.Method> methods = new HashMap<>();

  /// @param name in words: `the old contract`, `the consumer`
  public Peer(String name, ProtobufContract contract) {
    this.name = name;
    this.contract = contract;
    this.codec = new ProtobufCodec(contract.types());
    for (ProtobufFile file : contract.files()) {
      file.services().stream()
          .flatMap(service -> service.methods().stream())
          .forEach(method -> methods.put(method.fullName(), method));
      file.extensions().forEach(this::add);
      file.enums().forEach(one -> enums.put(one.fullName(), one));
      file.messages().stream()
          .flatMap(MessageType::all)
          .forEach(
              type -> {
                messages.put(type.fullName(), type);
                type.extensions().forEach(this::add);
                type.enums().forEach(one -> enums.put(one.fullName(), one));
              });
    }
  }

  /// The files that say something of their own: not those that come with the compiler and are only imported.
  private Stream<ProtobufFile> files() {
    return contract.files().stream()
        .filter(file -> !file.isImported() || !file.name().startsWith("google/protobuf/"))
        .sorted(Comparator.comparing(ProtobufFile::name));
  }

  /// All message types that people wrote.
  public List<MessageType> messages() {
    return files()
        .flatMap(file -> file.messages().stream())
        .flatMap(MessageType::all)
        .filter(type -> !type.isMapEntry())
        .toList();
  }

  /// All enumerations.
  public List<EnumType> enums() {
    return files()
        .flatMap(
            file ->
                Stream.concat(
                    file.enums().stream(),
                    file.messages().stream()
                        .flatMap(MessageType::all)
                        .flatMap(type -> type.enums().stream())))
        .toList();
  }

  /// All services.
  public List<ServiceSpec> services() {
    return files().flatMap(file -> file.services().stream()).toList();
  }

  private void add(FieldSpec extension) {
    extensions
        .computeIfAbsent(extension.extendee(), extendee -> new TreeMap<>())
        .putIfAbsent(extension.number(), extension);
  }

  public String name() {
    return name;
  }

  public ProtobufContract contract() {
    return contract;
  }

  ProtobufCodec codec() {
    return codec;
  }

  /// The model of a message type.
  public Optional<MessageType> message(String fullName) {
    return Optional.ofNullable(messages.get(fullName));
  }

  /// The library's description of a message type.
  Optional<Descriptor> descriptor(String fullName) {
    return contract.types().message(fullName);
  }

  /// The field with that number, extensions included.
  public Optional<FieldSpec> field(MessageType type, int number) {
    return type.field(number).or(() -> Optional.ofNullable(extensions(type).get(number)));
  }

  /// All fields of a message, then its extensions, by number.
  public Stream<FieldSpec> fields(MessageType type) {
    return Stream.concat(type.fields().stream(), extensions(type).values().stream());
  }

  private Map<Integer, FieldSpec> extensions(MessageType type) {
    return extensions.getOrDefault(type.fullName(), Map.of());
  }

  /// A method of any file: `shop.v1.Orders/Place`.
  public Optional<ServiceSpec.Method> method(String fullName) {
    return Optional.ofNullable(methods.get(fullName));
  }

  /// An enumeration of any file.
  public Optional<EnumType> enumType(String fullName) {
    return Optional.ofNullable(enums.get(fullName));
  }
}
