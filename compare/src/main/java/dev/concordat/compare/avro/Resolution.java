package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroField;
import dev.concordat.contracts.avro.AvroType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a reader's schema reads the data of a writer's, pair by pair, as Avro's library for Java does it: more strictly than
/// its own check where types stand in unions, and without a look at the names of records outside of them. Not
/// thread-safe.
final class Resolution {
  private final SchemaPair schemas;
  private final ReaderAliases aliases;
  private final UnionChoice choice;
  private final UnionLikeness likeness;
  private final Map<SchemaPair.Key, Action> known = new HashMap<>();

  Resolution(SchemaPair schemas) {
    this.schemas = schemas;
    this.aliases = ReaderAliases.of(schemas.reader());
    this.choice = new UnionChoice(schemas, aliases);
    this.likeness = new UnionLikeness(schemas, aliases);
  }

  SchemaPair schemas() {
    return schemas;
  }

  Action action(Pair pair) {
    SchemaPair.Key key = schemas.key(pair);
    Action action = known.get(key);
    if (action == null) {
      action =
          known.size() < ReadingLimits.MAX_PAIRS
              ? resolve(pair)
              : new Action.Unknown(
                  "the schemas have more than " + ReadingLimits.MAX_PAIRS + " pairs of types");
      known.put(key, action);
    }
    return action;
  }

  private Action resolve(Pair pair) {
    Shape written = schemas.writerShape(pair.writer());
    Shape read = schemas.readerShape(pair.reader());
    if (written == Shape.UNKNOWN || read == Shape.UNKNOWN) {
      AvroType unread = written == Shape.UNKNOWN ? pair.writer() : pair.reader();
      return new Action.Unknown("the schema cannot be read at " + unread.at().place().shortForm());
    }
    if (pair.writer() instanceof AvroType.Union union) {
      return branches(pair, union.branches());
    }
    if (pair.reader() instanceof AvroType.Union union) {
      return choice
          .choose(pair.writer(), union)
          .<Action>map(branch -> new Action.Chosen(branch, new Pair(pair.writer(), branch)))
          .orElseGet(() -> mismatch(pair));
    }
    if (written != read) {
      return read.takes(written) ? new Action.Scalar(written, read) : mismatch(pair);
    }
    return same(pair, written);
  }

  private Action branches(Pair pair, List<AvroType> written) {
    boolean isSideBySide = pair.reader() instanceof AvroType.Union && likeness.areAlike(pair);
    var branches = new ArrayList<Action.Branch>();
    for (int i = 0; i < written.size(); i++) {
      Optional<AvroType> beside =
          isSideBySide && pair.reader() instanceof AvroType.Union read
              ? Optional.of(read.branches().get(i))
              : Optional.empty();
      branches.add(
          new Action.Branch(new Pair(written.get(i), beside.orElse(pair.reader())), beside));
    }
    return new Action.Branches(branches);
  }

  private Action same(Pair pair, Shape shape) {
    return switch (pair.writer()) {
      case AvroType.Items array when pair.reader() instanceof AvroType.Items read ->
          new Action.Items(new Pair(array.items(), read.items()));
      case AvroType.Values map when pair.reader() instanceof AvroType.Values read ->
          new Action.Values(new Pair(map.values(), read.values()));
      case AvroType.Named written when pair.reader() instanceof AvroType.Named read ->
          named(
              pair,
              schemas.writer().definition(written).orElseThrow(),
              schemas.reader().definition(read).orElseThrow());
      default -> new Action.Scalar(shape, shape);
    };
  }

  private Action named(Pair pair, AvroDefinition writer, AvroDefinition reader) {
    boolean isSameName = Names.areAlike(aliases.typeName(writer.fullName()), reader.fullName());
    return switch (writer) {
      case AvroDefinition.Structure ignored ->
          FieldMatch.of(schemas, aliases, pair)
              .map(match -> fields(pair, match))
              .orElseGet(() -> mismatch(pair));
      case AvroDefinition.Enumeration from
          when isSameName && reader instanceof AvroDefinition.Enumeration to ->
          symbols(from, to);
      case AvroDefinition.Fixed from
          when isSameName
              && reader instanceof AvroDefinition.Fixed to
              && from.size() == to.size() ->
          new Action.Scalar(Shape.FIXED, Shape.FIXED);
      case AvroDefinition.Enumeration ignored -> mismatch(pair);
      case AvroDefinition.Fixed ignored -> mismatch(pair);
    };
  }

  private static Action symbols(
      AvroDefinition.Enumeration writer, AvroDefinition.Enumeration reader) {
    var known = new HashSet<>(reader.symbols());
    var readAs = new HashMap<String, String>();
    for (String symbol : writer.symbols()) {
      Optional<String> read = known.contains(symbol) ? Optional.of(symbol) : reader.defaultSymbol();
      read.ifPresent(each -> readAs.put(symbol, each));
    }
    return new Action.Symbols(writer, reader, readAs);
  }

  private Action fields(Pair pair, FieldMatch match) {
    if (!match.twice().isEmpty()) {
      String name = match.twice().getFirst().name();
      return refused(
          pair,
          roles ->
              "two fields of "
                  + roles.writer()
                  + " are the field "
                  + name
                  + " of "
                  + roles.reader()
                  + ", by its aliases");
    }
    if (!match.missing().isEmpty()) {
      List<String> names = match.missing().stream().map(AvroField::name).toList();
      return refused(
          pair,
          roles ->
              roles.writer()
                  + " does not write "
                  + String.join(", ", names)
                  + ", which "
                  + roles.reader()
                  + " needs");
    }
    return new Action.Fields(
        match.writer(), match.reader(), match.taken(), match.dropped(), match.added());
  }

  private Action mismatch(Pair pair) {
    String written = Shape.shown(schemas.writer(), pair.writer());
    String read = Shape.shown(schemas.reader(), pair.reader());
    return refused(
        pair,
        roles -> roles.writer() + " writes " + written + ", " + roles.reader() + " reads " + read);
  }

  private Action refused(Pair pair, Clause why) {
    return new Action.Refused(
        why, At.of(schemas.writer(), pair.writer()), At.of(schemas.reader(), pair.reader()));
  }
}
