package dev.concordat.contracts.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The message types, enumerations and extensions of a contract, linked with one another. Immutable.
public final class ProtobufTypes {
  /// No types at all.
  public static final ProtobufTypes NONE = new ProtobufTypes(List.of());

  private final Map<String, Descriptor> messages = new HashMap<>();
  private final Map<String, EnumDescriptor> enums = new HashMap<>();
  private final Map<String, FieldDescriptor> extensions = new HashMap<>();
  private final ExtensionRegistry registry = ExtensionRegistry.newInstance();

  ProtobufTypes(Collection<FileDescriptor> files) {
    for (FileDescriptor file : files) {
      file.getMessageTypes().forEach(this::add);
      file.getEnumTypes().forEach(one -> enums.put(one.getFullName(), one));
      file.getExtensions().forEach(this::add);
    }
  }

  private void add(Descriptor type) {
    messages.put(type.getFullName(), type);
    type.getNestedTypes().forEach(this::add);
    type.getEnumTypes().forEach(one -> enums.put(one.getFullName(), one));
    type.getExtensions().forEach(this::add);
  }

  private void add(FieldDescriptor extension) {
    extensions.put(extension.getFullName(), extension);
    if (extension.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      registry.add(extension, DynamicMessage.getDefaultInstance(extension.getMessageType()));
    } else {
      registry.add(extension);
    }
  }

  /// The library's own description of a message type, with which bytes can be written and read.
  public Optional<Descriptor> message(String fullName) {
    return Optional.ofNullable(messages.get(fullName));
  }

  Optional<EnumDescriptor> enumType(String fullName) {
    return Optional.ofNullable(enums.get(fullName));
  }

  Optional<FieldDescriptor> extension(String fullName) {
    return Optional.ofNullable(extensions.get(fullName));
  }

  /// The field with that number, extensions included.
  public Optional<FieldDescriptor> field(Descriptor type, int number) {
    FieldDescriptor own = type.findFieldByNumber(number);
    return own != null
        ? Optional.of(own)
        : Optional.ofNullable(registry.findImmutableExtensionByNumber(type, number))
            .map(found -> found.descriptor);
  }

  /// The extensions, as the library wants them for reading. Not to be changed.
  public ExtensionRegistry registry() {
    return registry;
  }

  /// The full names of all message types, sorted.
  public Set<String> messageNames() {
    return new TreeSet<>(messages.keySet());
  }
}
