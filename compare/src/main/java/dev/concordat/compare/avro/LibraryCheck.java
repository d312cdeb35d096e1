package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroField;
import dev.concordat.contracts.avro.AvroType;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What the library's check asks of one pair of types: faults of its own, pairs that must fit too, and pairs of which one
/// must. The rules are those of org.apache.avro.SchemaCompatibility 1.12.
///
/// @param needs with the way to each
/// @param oneOf the branches of the reader's union; empty for all other types
/// @param closest which of them is meant
/// @param missingBranch what is said when none fits
record LibraryCheck(
    List<Incompatibility> faults,
    List<Need> needs,
    List<Pair> oneOf,
    Optional<Pair> closest,
    Optional<Incompatibility> missingBranch) {
  /// A pair inside this one.
  record Need(Path path, Pair pair) {}

  /// @param path to the pair, from the root
  static LibraryCheck of(SchemaPair schemas, Pair pair, Path path) {
    return new Asking(schemas, pair, path).ask();
  }

  /// One asking.
  private static final class Asking {
    private final SchemaPair schemas;
    private final Pair pair;
    private final Path path;
    private final List<Incompatibility> faults = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();

    Asking(SchemaPair schemas, Pair pair, Path path) {
      this.schemas = schemas;
      this.pair = pair;
      this.path = path;
    }

    LibraryCheck ask() {
      Shape written = schemas.writerShape(pair.writer());
      Shape read = schemas.readerShape(pair.reader());
      boolean isUnknown = written == Shape.UNKNOWN || read == Shape.UNKNOWN;
      if (pair.writer() instanceof AvroType.Union union) {
        branches(union);
      } else if (pair.reader() instanceof AvroType.Union union && !isUnknown) {
        return alternatives(union, written);
      } else if (written == read) {
        same();
      } else if (!isUnknown && !read.takes(written)) {
        mismatch();
      }
      return new LibraryCheck(faults, needs, List.of(), Optional.empty(), Optional.empty());
    }

    private void branches(AvroType.Union union) {
      for (int i = 0; i < union.branches().size(); i++) {
        needs.add(
            new Need(
                path.then(new Step.Branch(i)), new Pair(union.branches().get(i), pair.reader())));
      }
    }

    private LibraryCheck alternatives(AvroType.Union union, Shape written) {
      List<Pair> oneOf =
          union.branches().stream().map(branch -> new Pair(pair.writer(), branch)).toList();
      Optional<Pair> closest =
          oneOf.stream()
              .filter(each -> schemas.readerShape(each.reader()) == written)
              .filter(
                  each ->
                      !written.isNamed()
                          || Names.areAlike(pair.writer().branchName(), each.reader().branchName()))
              .findFirst();
      return new LibraryCheck(List.of(), List.of(), oneOf, closest, Optional.of(missing()));
    }

    private Incompatibility missing() {
      String written = Shape.shown(schemas.writer(), pair.writer());
      String read = Shape.shown(schemas.reader(), pair.reader());
      return new Incompatibility(
          Incompatibility.Kind.MISSING_UNION_BRANCH,
          path,
          "",
          Optional.empty(),
          roles ->
              roles.writer()
                  + " writes "
                  + written
                  + ", which is none of "
                  + read
                  + " of "
                  + roles.reader(),
          writerAt(),
          readerAt());
    }

    private void mismatch() {
      String written = Shape.shown(schemas.writer(), pair.writer());
      String read = Shape.shown(schemas.reader(), pair.reader());
      fault(
          Incompatibility.Kind.TYPE_MISMATCH,
          "",
          Optional.empty(),
          roles ->
              roles.writer() + " writes " + written + ", " + roles.reader() + " reads " + read);
    }

    private void same() {
      switch (pair.writer()) {
        case AvroType.Items(AvroType items, Sentence ignored)
            when pair.reader() instanceof AvroType.Items read ->
            needs.add(new Need(path.then(new Step.Item()), new Pair(items, read.items())));
        case AvroType.Values(AvroType values, Sentence ignored)
            when pair.reader() instanceof AvroType.Values read ->
            needs.add(new Need(path.then(new Step.Value()), new Pair(values, read.values())));
        case AvroType.Named written when pair.reader() instanceof AvroType.Named read -> {
          Optional<AvroDefinition> writer = schemas.writer().definition(written);
          Optional<AvroDefinition> reader = schemas.reader().definition(read);
          if (writer.isPresent() && reader.isPresent()) {
            named(writer.get(), reader.get());
          }
        }
        default -> {}
      }
    }

    private void named(AvroDefinition writer, AvroDefinition reader) {
      boolean isKnown =
          Names.areAlike(writer.fullName(), reader.fullName())
              || reader.aliases().contains(writer.fullName());
      if (!isKnown) {
        fault(
            Incompatibility.Kind.NAME_MISMATCH,
            "",
            Optional.empty(),
            roles ->
                roles.writer()
                    + " writes "
                    + writer.fullName()
                    + ", "
                    + roles.reader()
                    + " reads "
                    + reader.fullName()
                    + " and has no alias for it");
      }
      switch (writer) {
        case AvroDefinition.Structure from when reader instanceof AvroDefinition.Structure to ->
            fields(from, to);
        case AvroDefinition.Enumeration from when reader instanceof AvroDefinition.Enumeration to ->
            symbols(from, to);
        case AvroDefinition.Fixed from
            when reader instanceof AvroDefinition.Fixed to && from.size() != to.size() ->
            fault(
                Incompatibility.Kind.FIXED_SIZE_MISMATCH,
                "",
                Optional.empty(),
                roles ->
                    roles.writer()
                        + " writes "
                        + from.size()
                        + " bytes, "
                        + roles.reader()
                        + " reads "
                        + to.size());
        default -> {}
      }
    }

    private void symbols(AvroDefinition.Enumeration writer, AvroDefinition.Enumeration reader) {
      var known = new HashSet<>(reader.symbols());
      List<String> missing =
          writer.symbols().stream().filter(symbol -> !known.contains(symbol)).toList();
      if (!missing.isEmpty() && reader.defaultSymbol().isEmpty()) {
        String names = Listing.of(missing);
        fault(
            Incompatibility.Kind.MISSING_ENUM_SYMBOLS,
            "",
            Optional.of(new JsonString(missing.getFirst())),
            roles ->
                roles.reader()
                    + " does not know "
                    + names
                    + " of "
                    + writer.fullName()
                    + " and has no default symbol");
      }
    }

    private void fields(AvroDefinition.Structure writer, AvroDefinition.Structure reader) {
      var written = new FieldIndex(writer);
      for (AvroField field : reader.fields()) {
        List<AvroField> sources = written.sources(field);
        if (sources.size() > 1) {
          twice(field, sources);
        } else if (!sources.isEmpty()) {
          AvroField source = sources.getFirst();
          needs.add(
              new Need(
                  path.then(new Step.Field(source.name())), new Pair(source.type(), field.type())));
        } else if (field.defaultValue().isEmpty()) {
          missing(field);
        }
      }
    }

    private void twice(AvroField field, List<AvroField> sources) {
      String names = String.join(" and ", sources.stream().map(AvroField::name).toList());
      fault(
          Incompatibility.Kind.READER_FIELD_MISSING_DEFAULT_VALUE,
          field.name(),
          Optional.empty(),
          roles ->
              "the field "
                  + field.name()
                  + " of "
                  + roles.reader()
                  + " is, by its aliases, both "
                  + names
                  + " of "
                  + roles.writer());
    }

    /// As the library has it: a field whose enum has a default symbol is held against the whole record, and never fits.
    private void missing(AvroField field) {
      boolean isEnumWithDefault =
          field.type() instanceof AvroType.Named named
              && schemas.reader().definition(named).orElse(null)
                  instanceof AvroDefinition.Enumeration enumeration
              && enumeration.defaultSymbol().isPresent();
      fault(
          isEnumWithDefault
              ? Incompatibility.Kind.TYPE_MISMATCH
              : Incompatibility.Kind.READER_FIELD_MISSING_DEFAULT_VALUE,
          field.name(),
          field.at(),
          roles ->
              roles.reader()
                  + " needs the field "
                  + field.name()
                  + ", which "
                  + roles.writer()
                  + " does not write, and has no default for it");
    }

    private void fault(Incompatibility.Kind kind, String field, Sentence reader, Clause what) {
      faults.add(
          new Incompatibility(kind, path, field, Optional.empty(), what, writerAt(), reader));
    }

    private void fault(
        Incompatibility.Kind kind, String field, Optional<JsonValue> leaf, Clause what) {
      faults.add(new Incompatibility(kind, path, field, leaf, what, writerAt(), readerAt()));
    }

    private Sentence writerAt() {
      return At.of(schemas.writer(), pair.writer());
    }

    private Sentence readerAt() {
      return At.of(schemas.reader(), pair.reader());
    }
  }
}
