package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroField;
import dev.concordat.contracts.avro.AvroType;
import dev.concordat.contracts.avro.LogicalType;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Goes through all that a reader may meet in a writer's data, the nearest first, each pair of types once.
final class Walkthrough {
  private final Resolution resolution;
  private final SchemaPair schemas;
  private final List<Discovery> discoveries = new ArrayList<>();
  private final Deque<Stop> waiting = new ArrayDeque<>();

  private Walkthrough(Resolution resolution) {
    this.resolution = resolution;
    this.schemas = resolution.schemas();
  }

  private record Stop(Path path, Pair pair) {}

  static List<Discovery> discoveries(Resolution resolution) {
    var walk = new Walkthrough(resolution);
    walk.go();
    return List.copyOf(walk.discoveries);
  }

  private void go() {
    Set<SchemaPair.Key> seen = new HashSet<>();
    waiting.add(new Stop(Path.ROOT, resolution.schemas().root()));
    while (!waiting.isEmpty()) {
      Stop stop = waiting.removeFirst();
      if (seen.add(schemas.key(stop.pair()))) {
        look(stop);
      }
    }
  }

  private void look(Stop stop) {
    Path path = stop.path();
    switch (resolution.action(stop.pair())) {
      case Action.Scalar(Shape from, Shape to) -> scalar(stop, from, to);
      case Action.Items(Pair items) -> waiting.add(new Stop(path.then(new Step.Item()), items));
      case Action.Values(Pair values) -> waiting.add(new Stop(path.then(new Step.Value()), values));
      case Action.Symbols symbols -> symbols(stop, symbols);
      case Action.Fields fields -> fields(stop, fields);
      case Action.Branches(List<Action.Branch> branches) -> {
        for (int i = 0; i < branches.size(); i++) {
          waiting.add(new Stop(path.then(new Step.Branch(i)), branches.get(i).pair()));
        }
      }
      case Action.Chosen(AvroType ignored, Pair types) -> waiting.add(new Stop(path, types));
      case Action.Refused(Clause why, Sentence writer, Sentence reader) ->
          discoveries.add(new Discovery.Unreadable(path, Optional.empty(), why, writer, reader));
      case Action.Unknown(String why) ->
          discoveries.add(new Discovery.Undecided(path, why, writer(stop), reader(stop)));
    }
  }

  private Sentence writer(Stop stop) {
    return At.of(schemas.writer(), stop.pair().writer());
  }

  private Sentence reader(Stop stop) {
    return At.of(schemas.reader(), stop.pair().reader());
  }

  private void scalar(Stop stop, Shape from, Shape to) {
    Optional<LogicalType> written = Logicals.of(schemas.writer(), stop.pair().writer());
    Optional<LogicalType> read = Logicals.of(schemas.reader(), stop.pair().reader());
    ScalarLosses.of(new ScalarLosses.Side(from, written), new ScalarLosses.Side(to, read))
        .forEach(loss -> lossy(stop, loss));
    if (written.isPresent() != read.isPresent()) {
      renewed(
          stop,
          roles ->
              written.map(logical -> only(roles.writer(), logical)).orElse("")
                  + read.map(logical -> only(roles.reader(), logical)).orElse(""));
    }
    if (from == Shape.FIXED) {
      names(stop);
    }
  }

  private static String only(String side, LogicalType logical) {
    return "only " + side + " calls the value " + logical.kind().text();
  }

  private void lossy(Stop stop, Loss loss) {
    discoveries.add(
        new Discovery.Lossy(stop.path(), loss, stop.pair(), writer(stop), reader(stop)));
  }

  private void renewed(Stop stop, Clause what) {
    discoveries.add(new Discovery.Renewed(stop.path(), false, what, writer(stop), reader(stop)));
  }

  private void names(Stop stop) {
    String written = stop.pair().writer().branchName();
    String read = stop.pair().reader().branchName();
    if (!written.equals(read)) {
      renewed(
          stop,
          roles ->
              "what "
                  + roles.writer()
                  + " names "
                  + written
                  + " is "
                  + read
                  + " in "
                  + roles.reader());
    }
  }

  private void symbols(Stop stop, Action.Symbols symbols) {
    names(stop);
    List<String> unread =
        symbols.writer().symbols().stream()
            .filter(symbol -> !symbols.readAs().containsKey(symbol))
            .toList();
    String name = symbols.reader().fullName();
    if (!unread.isEmpty()) {
      discoveries.add(
          new Discovery.Unreadable(
              stop.path(),
              Optional.of(new JsonString(unread.getFirst())),
              roles -> roles.reader() + " has no symbol " + unread.getFirst() + " in " + name,
              writer(stop),
              reader(stop)));
    }
    List<String> replaced =
        symbols.writer().symbols().stream()
            .filter(symbol -> symbols.readAs().containsKey(symbol))
            .filter(symbol -> !symbol.equals(symbols.readAs().get(symbol)))
            .toList();
    if (!replaced.isEmpty()) {
      String symbol = replaced.getFirst();
      lossy(
          stop,
          new Loss(
              Loss.Kind.REPLACED,
              Optional.of(new JsonString(symbol)),
              roles ->
                  roles.reader()
                      + " does not know "
                      + Listing.of(replaced)
                      + " of "
                      + name
                      + " and reads "
                      + symbols.readAs().get(symbol)
                      + " instead"));
    }
  }

  private void fields(Stop stop, Action.Fields fields) {
    names(stop);
    for (Action.Taken taken : fields.taken()) {
      Path path = stop.path().then(new Step.Field(taken.writer().name()));
      waiting.add(new Stop(path, taken.types()));
      taken(path, taken);
    }
    for (AvroField field : fields.dropped()) {
      discoveries.add(dropped(stop, field, fields.reader()));
    }
  }

  private static void addDefault(
      List<Discovery> discoveries, Path path, Action.Taken taken, String before, String after) {
    discoveries.add(
        new Discovery.Renewed(
            path,
            true,
            roles ->
                "where the field is not written, "
                    + roles.writer()
                    + " reads "
                    + before
                    + " and "
                    + roles.reader()
                    + " "
                    + after,
            taken.writer().at(),
            taken.reader().at()));
  }

  private void taken(Path path, Action.Taken taken) {
    AvroField from = taken.writer();
    AvroField to = taken.reader();
    if (!from.name().equals(to.name())) {
      discoveries.add(
          new Discovery.Renewed(
              path,
              false,
              roles ->
                  "the field "
                      + from.name()
                      + " of "
                      + roles.writer()
                      + " is "
                      + to.name()
                      + " in "
                      + roles.reader(),
              from.at(),
              to.at()));
    }
    if (from.defaultValue().isPresent()
        && to.defaultValue().isPresent()
        && !from.defaultValue().equals(to.defaultValue())) {
      addDefault(
          discoveries,
          path,
          taken,
          Listing.shortened(from.defaultValue().get().toString()),
          Listing.shortened(to.defaultValue().get().toString()));
    }
  }

  private static Discovery dropped(Stop stop, AvroField field, AvroDefinition.Structure reader) {
    var loss =
        new Loss(
            Loss.Kind.DROPPED,
            Optional.empty(),
            roles ->
                roles.reader()
                    + " has no field "
                    + field.name()
                    + ", which "
                    + roles.writer()
                    + " writes");
    Pair pair = new Pair(field.type(), stop.pair().reader());
    return new Discovery.Lossy(
        stop.path().then(new Step.Field(field.name())), loss, pair, field.at(), reader.at());
  }
}
