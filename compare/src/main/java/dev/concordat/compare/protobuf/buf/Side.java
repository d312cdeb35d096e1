package dev.concordat.compare.protobuf.buf;

import dev.concordat.contracts.protobuf.EnumType;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.protobuf.ProtobufFile;
import dev.concordat.contracts.protobuf.ServiceSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Everything that one side declares, by name, in the order of its files' names and of what stands in them. Files that come
/// with the compiler are left out unless somebody asked for them.
final class Side {
  private static final String WITH_COMPILER = "google/protobuf/";

  private final Map<String, ProtobufFile> files = new LinkedHashMap<>();
  private final Map<String, Declared<MessageType>> messages = new LinkedHashMap<>();
  private final Map<String, Declared<EnumType>> enums = new LinkedHashMap<>();
  private final Map<String, Declared<FieldSpec>> extensions = new LinkedHashMap<>();
  private final Map<String, Declared<ServiceSpec>> services = new LinkedHashMap<>();
  private final Map<String, EnumType> allEnums = new HashMap<>();
  private final FileNames names;

  /// @param names by which files of both sides are the same
  Side(ProtobufContract contract, FileNames names) {
    this.names = names;
    for (ProtobufFile file : contract.files()) {
      file.enums().forEach(one -> allEnums.put(one.fullName(), one));
      file.messages().stream()
          .flatMap(MessageType::all)
          .flatMap(message -> message.enums().stream())
          .forEach(one -> allEnums.put(one.fullName(), one));
    }
    contract.files().stream()
        .filter(file -> !file.isImported() || !file.name().startsWith(WITH_COMPILER))
        .sorted(Comparator.comparing(ProtobufFile::name))
        .forEach(this::add);
  }

  private void add(ProtobufFile file) {
    files.put(names.of(file), file);
    file.messages().forEach(message -> add(file, message, Optional.empty()));
    file.enums().forEach(one -> add(file, one, Optional.empty()));
    file.extensions().forEach(one -> add(file, one, Optional.empty()));
    file.services()
        .forEach(one -> services.put(one.fullName(), new Declared<>(file, one, Optional.empty())));
  }

  private void add(ProtobufFile file, MessageType type, Optional<Declared<MessageType>> parent) {
    var declared = new Declared<>(file, type, parent);
    messages.put(type.fullName(), declared);
    Optional<Declared<MessageType>> holder = Optional.of(declared);
    type.nested().forEach(nested -> add(file, nested, holder));
    type.enums().forEach(one -> add(file, one, holder));
    type.extensions().forEach(one -> add(file, one, holder));
  }

  private void add(ProtobufFile file, EnumType type, Optional<Declared<MessageType>> parent) {
    enums.put(type.fullName(), new Declared<>(file, type, parent));
  }

  private void add(ProtobufFile file, FieldSpec field, Optional<Declared<MessageType>> parent) {
    extensions.put(field.fullName(), new Declared<>(file, field, parent));
  }

  /// By the names that both sides know.
  Map<String, ProtobufFile> files() {
    return files;
  }

  /// The name of a file that both sides know.
  String name(ProtobufFile file) {
    return names.of(file);
  }

  Map<String, Declared<MessageType>> messages() {
    return messages;
  }

  Map<String, Declared<EnumType>> enums() {
    return enums;
  }

  /// By their full names.
  Map<String, Declared<FieldSpec>> extensions() {
    return extensions;
  }

  Map<String, Declared<ServiceSpec>> services() {
    return services;
  }

  /// By the message that they extend and their number.
  Map<String, Declared<FieldSpec>> extensionsByNumber() {
    var byNumber = new LinkedHashMap<String, Declared<FieldSpec>>();
    extensions
        .values()
        .forEach(
            one -> byNumber.putIfAbsent(one.what().extendee() + "#" + one.what().number(), one));
    return byNumber;
  }

  /// An enumeration of any file, those that come with the compiler included.
  Optional<EnumType> enumType(String fullName) {
    return Optional.ofNullable(allEnums.get(fullName));
  }

  /// The files of each package.
  Map<String, List<ProtobufFile>> packages() {
    var packages = new LinkedHashMap<String, List<ProtobufFile>>();
    files
        .values()
        .forEach(
            file ->
                packages.computeIfAbsent(file.packageName(), name -> new ArrayList<>()).add(file));
    return packages;
  }

  /// Some declarations by the file in which they stand, and in it by their names without the package.
  static <T> Map<String, Map<String, Declared<T>>> byFile(
      Collection<Declared<T>> all, Function<T, String> fullName) {
    var files = new LinkedHashMap<String, Map<String, Declared<T>>>();
    all.forEach(
        one ->
            files
                .computeIfAbsent(one.file().name(), name -> new LinkedHashMap<>())
                .put(Declared.nestedName(one.file(), fullName.apply(one.what())), one));
    return files;
  }
}
