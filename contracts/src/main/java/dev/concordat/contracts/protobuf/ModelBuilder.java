package dev.concordat.contracts.protobuf;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.concordat.contracts.protobuf.MessageType.NumberRange;
import dev.concordat.contracts.protobuf.MessageType.Oneof;
import dev.concordat.contracts.protobuf.MessageType.ReservedName;
import dev.concordat.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/// Makes our model of one file from the linked descriptors. The numbers are those of the fields in
/// `google/protobuf/descriptor.proto`, by which places are known.
final class ModelBuilder {
  private static final int FILE_MESSAGES = 4;
  private static final int FILE_ENUMS = 5;
  private static final int FILE_SERVICES = 6;
  private static final int FILE_EXTENSIONS = 7;
  private static final int MESSAGE_FIELDS = 2;
  private static final int MESSAGE_NESTED = 3;
  private static final int MESSAGE_ENUMS = 4;
  private static final int MESSAGE_EXTENSION_RANGES = 5;
  private static final int MESSAGE_EXTENSIONS = 6;
  private static final int MESSAGE_ONEOFS = 8;
  private static final int MESSAGE_RESERVED_RANGES = 9;
  private static final int MESSAGE_RESERVED_NAMES = 10;
  private static final int ENUM_VALUES = 2;
  private static final int ENUM_RESERVED_RANGES = 4;
  private static final int ENUM_RESERVED_NAMES = 5;
  private static final int SERVICE_METHODS = 2;

  private final OptionValues options;

  ModelBuilder(OptionValues options) {
    this.options = options;
  }

  ProtobufFile file(
      FileDescriptor file, FileDescriptorProto proto, FilePlaces places, boolean isImported) {
    var located = new Located(places, List.of());
    Features features = Features.of(proto);
    return new ProtobufFile(
        file.getName(),
        file.getPackage(),
        syntax(proto),
        isImported,
        proto.getDependencyList(),
        proto.getPublicDependencyList().stream()
            .filter(index -> index >= 0 && index < proto.getDependencyCount())
            .map(proto::getDependency)
            .toList(),
        each(file.getMessageTypes(), FILE_MESSAGES, located, (m, at) -> message(m, features, at)),
        each(file.getEnumTypes(), FILE_ENUMS, located, (e, at) -> enumType(e, features, at)),
        each(file.getExtensions(), FILE_EXTENSIONS, located, (f, at) -> field(f, features, at)),
        each(file.getServices(), FILE_SERVICES, located, this::service),
        options.of(proto.getOptions()),
        features,
        located);
  }

  private static String syntax(FileDescriptorProto proto) {
    return switch (proto.getSyntax()) {
      case "" -> "proto2";
      case "editions" -> proto.getEdition().name().replace("EDITION_", "").toLowerCase(Locale.ROOT);
      default -> proto.getSyntax();
    };
  }

  private static <T, R> List<R> each(
      List<T> items, int field, Located parent, BiFunction<T, Located, R> build) {
    var out = new ArrayList<R>();
    for (T item : items) {
      out.add(build.apply(item, parent.child(field, out.size())));
    }
    return out;
  }

  private MessageType message(Descriptor type, Features outer, Located at) {
    DescriptorProto proto = type.toProto();
    Features features = outer.with(proto.getOptions().getFeatures());
    return new MessageType(
        type.getFullName(),
        type.getName(),
        each(type.getFields(), MESSAGE_FIELDS, at, (field, place) -> field(field, features, place)),
        oneofs(type, at),
        each(type.getNestedTypes(), MESSAGE_NESTED, at, (m, place) -> message(m, features, place)),
        each(type.getEnumTypes(), MESSAGE_ENUMS, at, (e, place) -> enumType(e, features, place)),
        each(type.getExtensions(), MESSAGE_EXTENSIONS, at, (f, place) -> field(f, features, place)),
        each(
            proto.getReservedRangeList(),
            MESSAGE_RESERVED_RANGES,
            at,
            // The end of a message's range is behind its last number, that of an enumeration's is
            // its last.
            (range, place) -> new NumberRange(range.getStart(), range.getEnd() - 1, place)),
        each(proto.getReservedNameList(), MESSAGE_RESERVED_NAMES, at, ReservedName::new),
        each(
            proto.getExtensionRangeList(),
            MESSAGE_EXTENSION_RANGES,
            at,
            (range, place) -> new NumberRange(range.getStart(), range.getEnd() - 1, place)),
        proto.getOptions().getMapEntry(),
        options.of(proto.getOptions()),
        features,
        at);
  }

  private List<Oneof> oneofs(Descriptor type, Located at) {
    return each(
            type.getOneofs(),
            MESSAGE_ONEOFS,
            at,
            (oneof, place) ->
                new Oneof(
                    oneof.getName(),
                    oneof.getFields().stream().map(FieldDescriptor::getName).toList(),
                    options.of(oneof.getOptions()),
                    place))
        .stream()
        .filter(
            oneof ->
                type.getRealOneofs().stream()
                    .map(OneofDescriptor::getName)
                    .anyMatch(oneof.name()::equals))
        .toList();
  }

  private FieldSpec field(FieldDescriptor field, Features outer, Located at) {
    OneofDescriptor oneof = field.getRealContainingOneof();
    return new FieldSpec(
        field.getFullName(),
        field.getName(),
        field.getJsonName(),
        field.getNumber(),
        field.getType().name().toLowerCase(Locale.ROOT),
        typeName(field),
        field.isRepeated()
            ? FieldSpec.Label.REPEATED
            : field.isRequired() ? FieldSpec.Label.REQUIRED : FieldSpec.Label.OPTIONAL,
        field.hasPresence(),
        field.isPacked(),
        field.isMapField(),
        oneof == null ? Optional.empty() : Optional.of(oneof.getName()),
        field.hasDefaultValue() ? Optional.of(field.toProto().getDefaultValue()) : Optional.empty(),
        field.isExtension() ? field.getContainingType().getFullName() : "",
        options.of(field.toProto().getOptions()),
        outer.of(field.toProto()),
        at);
  }

  private static String typeName(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case MESSAGE -> field.getMessageType().getFullName();
      case ENUM -> field.getEnumType().getFullName();
      default -> "";
    };
  }

  private EnumType enumType(EnumDescriptor type, Features outer, Located at) {
    EnumDescriptorProto proto = type.toProto();
    return new EnumType(
        type.getFullName(),
        type.getName(),
        each(type.getValues(), ENUM_VALUES, at, this::value),
        each(
            proto.getReservedRangeList(),
            ENUM_RESERVED_RANGES,
            at,
            (range, place) -> new NumberRange(range.getStart(), range.getEnd(), place)),
        each(proto.getReservedNameList(), ENUM_RESERVED_NAMES, at, ReservedName::new),
        type.isClosed(),
        proto.getOptions().getAllowAlias(),
        options.of(proto.getOptions()),
        outer.with(proto.getOptions().getFeatures()),
        at);
  }

  private EnumType.EnumValue value(EnumValueDescriptor value, Located at) {
    return new EnumType.EnumValue(
        value.getName(), value.getNumber(), options.of(value.toProto().getOptions()), at);
  }

  private ServiceSpec service(ServiceDescriptor service, Located at) {
    return new ServiceSpec(
        service.getFullName(),
        service.getName(),
        each(service.getMethods(), SERVICE_METHODS, at, this::method),
        options.of(service.toProto().getOptions()),
        at);
  }

  private ServiceSpec.Method method(MethodDescriptor method, Located at) {
    MethodDescriptorProto proto = method.toProto();
    JsonObject own = options.of(proto.getOptions());
    return new ServiceSpec.Method(
        method.getService().getFullName() + "/" + method.getName(),
        method.getName(),
        method.getInputType().getFullName(),
        method.getOutputType().getFullName(),
        method.isClientStreaming(),
        method.isServerStreaming(),
        proto.getOptions().getIdempotencyLevel().name(),
        own.member("[google.api.http]")
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast),
        own,
        at);
  }
}
