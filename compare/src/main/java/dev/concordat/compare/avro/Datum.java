package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroField;
import dev.concordat.contracts.avro.AvroType;
import dev.concordat.contracts.avro.LogicalType;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Makes a small value of the writer's schema that has a given value at a given place, and nothing else that a reader
/// cannot read, if that can be. Values stand in Avro's JSON encoding. Not thread-safe.
final class Datum {
  private final Resolution resolution;
  private final SchemaPair schemas;
  private final Sizes sizes;
  private int values;

  private Datum(Resolution resolution, Sizes sizes) {
    this.resolution = resolution;
    this.schemas = resolution.schemas();
    this.sizes = sizes;
  }

  /// The value; nothing where none is small enough.
  ///
  /// @param leaf what stands at the path; absent for the smallest value there
  static Optional<JsonValue> along(
      Resolution resolution, Sizes sizes, Path path, Optional<JsonValue> leaf) {
    if (path.length() > ReadingLimits.MAX_STEPS) {
      return Optional.empty();
    }
    var datum = new Datum(resolution, sizes);
    try {
      Pair root = resolution.schemas().root();
      return Optional.of(
          datum.along(root.writer(), Optional.of(root.reader()), path.steps(), leaf));
    } catch (TooBig e) {
      return Optional.empty();
    }
  }

  /// No value is small enough.
  private static final class TooBig extends Exception {
    private static final long serialVersionUID = 1;
  }

  private JsonValue along(
      AvroType writer, Optional<AvroType> reader, List<Step> steps, Optional<JsonValue> leaf)
      throws TooBig {
    if (steps.isEmpty()) {
      return leaf.isPresent() ? leaf.get() : least(writer, reader);
    }
    List<Step> rest = steps.subList(1, steps.size());
    return switch (steps.getFirst()) {
      case Step.Item ignored when writer instanceof AvroType.Items array ->
          new JsonArray(List.of(along(array.items(), inner(writer, reader), rest, leaf)));
      case Step.Value ignored when writer instanceof AvroType.Values map ->
          JsonObject.EMPTY.with("key", along(map.values(), inner(writer, reader), rest, leaf));
      case Step.Branch(int index) when writer instanceof AvroType.Union union -> {
        AvroType branch = union.branches().get(index);
        yield tagged(branch, along(branch, readerOf(index, writer, reader), rest, leaf));
      }
      case Step.Field(String name) when structure(writer).isPresent() ->
          record(structure(writer).get(), writer, reader, name, rest, leaf);
      case Step ignored -> throw new IllegalStateException("a path that the schema does not have");
    };
  }

  private Optional<AvroDefinition.Structure> structure(AvroType writer) {
    return writer instanceof AvroType.Named named
            && schemas.writer().definition(named).orElse(null)
                instanceof AvroDefinition.Structure structure
        ? Optional.of(structure)
        : Optional.empty();
  }

  /// What the reader does with a type of the writer, its own unions looked through.
  private Optional<Action> action(AvroType writer, Optional<AvroType> reader) {
    Optional<Action> action = reader.map(type -> resolution.action(new Pair(writer, type)));
    return action.orElse(null) instanceof Action.Chosen(AvroType ignored, Pair types)
        ? Optional.of(resolution.action(types))
        : action;
  }

  private Optional<AvroType> inner(AvroType writer, Optional<AvroType> reader) {
    return switch (action(writer, reader).orElse(null)) {
      case Action.Items(Pair items) -> Optional.of(items.reader());
      case Action.Values(Pair inside) -> Optional.of(inside.reader());
      case null, default -> Optional.empty();
    };
  }

  private JsonValue record(
      AvroDefinition.Structure structure,
      AvroType writer,
      Optional<AvroType> reader,
      String way,
      List<Step> rest,
      Optional<JsonValue> leaf)
      throws TooBig {
    var members = new LinkedHashMap<String, JsonValue>();
    for (AvroField field : structure.fields()) {
      Optional<AvroType> read = readerOf(field, writer, reader);
      members.put(
          field.name(),
          field.name().equals(way)
              ? along(field.type(), read, rest, leaf)
              : least(field.type(), read));
    }
    return new JsonObject(members);
  }

  @SuppressWarnings("ReferenceEquality") // one field of the document
  private Optional<AvroType> readerOf(AvroField field, AvroType writer, Optional<AvroType> reader) {
    return action(writer, reader).orElse(null) instanceof Action.Fields fields
        ? fields.taken().stream()
            .filter(taken -> taken.writer() == field)
            .map(taken -> taken.reader().type())
            .findFirst()
        : Optional.empty();
  }

  /// The least value that the reader can read, or the least of all where it can read none.
  private JsonValue least(AvroType writer, Optional<AvroType> reader) throws TooBig {
    if (++values > ReadingLimits.MAX_VALUES) {
      throw new TooBig();
    }
    Optional<AvroType> by = reader.filter(r -> sizes.height(writer, reader).isPresent());
    if (by.isEmpty() && sizes.height(writer, by).isEmpty()) {
      throw new TooBig();
    }
    return switch (writer) {
      case AvroType.Primitive primitive -> primitive(primitive);
      case AvroType.Items ignored -> new JsonArray(List.of());
      case AvroType.Values ignored -> JsonObject.EMPTY;
      case AvroType.Union union -> branch(union, by);
      case AvroType.Named named -> named(named, by);
      case AvroType.Unreadable ignored -> throw new TooBig();
    };
  }

  /// By which type of the reader a branch is read.
  @SuppressWarnings("ReferenceEquality") // one field of the document
  private Optional<AvroType> readerOf(int branch, AvroType writer, Optional<AvroType> reader) {
    return action(writer, reader).orElse(null) instanceof Action.Branches branches
        ? Optional.of(branches.branches().get(branch).pair().reader())
        : Optional.empty();
  }

  private JsonValue branch(AvroType.Union union, Optional<AvroType> reader) throws TooBig {
    int least = -1;
    int leastHeight = Integer.MAX_VALUE;
    for (int i = 0; i < union.branches().size(); i++) {
      int height =
          sizes.height(union.branches().get(i), readerOf(i, union, reader)).orElse(leastHeight);
      if (height < leastHeight) {
        least = i;
        leastHeight = height;
      }
    }
    if (least < 0) {
      throw new TooBig();
    }
    AvroType branch = union.branches().get(least);
    return tagged(branch, least(branch, readerOf(least, union, reader)));
  }

  private static JsonValue tagged(AvroType branch, JsonValue value) {
    return branch instanceof AvroType.Primitive(AvroType.Kind kind, var a, var b)
            && kind == AvroType.Kind.NULL
        ? JsonNull.NULL
        : JsonObject.EMPTY.with(branch.branchName(), value);
  }

  private JsonValue named(AvroType.Named named, Optional<AvroType> reader) throws TooBig {
    return switch (schemas.writer().definition(named).orElse(null)) {
      case AvroDefinition.Structure structure ->
          record(structure, named, reader, "", List.of(), Optional.empty());
      case AvroDefinition.Enumeration enumeration ->
          new JsonString(symbol(enumeration, reader, named));
      case AvroDefinition.Fixed fixed -> new JsonString("\u0000".repeat(fixed.size()));
      case null -> throw new TooBig();
    };
  }

  private String symbol(
      AvroDefinition.Enumeration enumeration, Optional<AvroType> reader, AvroType writer) {
    List<String> symbols = enumeration.symbols();
    return action(writer, reader).orElse(null) instanceof Action.Symbols read
        ? symbols.stream()
            .filter(symbol -> symbol.equals(read.readAs().get(symbol)))
            .findFirst()
            .or(() -> symbols.stream().filter(read.readAs()::containsKey).findFirst())
            .orElse(symbols.getFirst())
        : symbols.getFirst();
  }

  private static JsonValue primitive(AvroType.Primitive primitive) {
    return switch (primitive.kind()) {
      case NULL -> JsonNull.NULL;
      case BOOLEAN -> new JsonBoolean(false);
      case INT, LONG, FLOAT, DOUBLE -> JsonNumber.of(0);
      case BYTES -> primitive.logical().map(LogicalSamples::of).orElseGet(() -> new JsonString(""));
      case STRING ->
          primitive
              .logical()
              .filter(logical -> logical.kind() == LogicalType.Kind.UUID)
              .map(LogicalSamples::of)
              .orElseGet(() -> new JsonString(""));
    };
  }
}
