package dev.concordat.cli.comparison;

import dev.concordat.model.comparison.Position;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.comparison.WitnessJson;
import dev.concordat.report.json.Members;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Stored differences as JSON, and back.
final class StoredJson {
  static final int FORMAT = 1;

  private StoredJson() {}

  static JsonObject of(List<StoredDifference> differences) {
    return new Members()
        .put("format", FORMAT)
        .list("differences", differences, StoredJson::of)
        .object();
  }

  private static JsonValue of(StoredDifference difference) {
    return new Members()
        .put("id", difference.id())
        .put("rule", difference.rule())
        .put("message", difference.message())
        .put("operation", difference.position().operation())
        .put("part", difference.position().part().name())
        .put("detail", difference.position().detail())
        .put("witness", WitnessJson.message(difference.witness()))
        .put("sender", difference.sender())
        .put("receiver", difference.receiver())
        .put("fromLeft", difference.isFromLeft())
        .put("diff", difference.isDiff())
        .put("workingFolder", difference.workingFolder().toString())
        .put("left", of(difference.source().left()))
        .put("right", of(difference.source().right()))
        .object();
  }

  private static JsonValue of(ContractSource source) {
    return new Members()
        .put("word", source.word())
        .put("commit", source.commit())
        .put("name", source.name())
        .object();
  }

  /// The differences in a file; what is not as it should be is left out.
  static List<StoredDifference> read(JsonValue json) {
    return json instanceof JsonObject object
            && WitnessReading.value(object, "differences") instanceof JsonArray(var items)
        ? items.stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .flatMap(item -> difference(item).stream())
            .toList()
        : List.of();
  }

  private static Optional<StoredDifference> difference(JsonObject item) {
    Optional<Position.Part> part =
        Arrays.stream(Position.Part.values())
            .filter(each -> each.name().equals(WitnessReading.text(item, "part")))
            .findFirst();
    Optional<Path> folder = folder(WitnessReading.text(item, "workingFolder"));
    if (part.isEmpty() || folder.isEmpty()) {
      return Optional.empty();
    }
    return WitnessReading.of(WitnessReading.value(item, "witness"))
        .map(
            witness ->
                new StoredDifference(
                    WitnessReading.text(item, "id"),
                    WitnessReading.text(item, "rule"),
                    WitnessReading.text(item, "message"),
                    new Position(
                        WitnessReading.text(item, "operation"),
                        part.get(),
                        WitnessReading.text(item, "detail")),
                    witness,
                    WitnessReading.text(item, "sender"),
                    WitnessReading.text(item, "receiver"),
                    flag(item, "fromLeft"),
                    flag(item, "diff"),
                    folder.get(),
                    new PairSource(
                        source(WitnessReading.object(item, "left")),
                        source(WitnessReading.object(item, "right")))));
  }

  private static Optional<Path> folder(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException otherSystem) {
      return Optional.empty();
    }
  }

  private static boolean flag(JsonObject item, String name) {
    return WitnessReading.value(item, name) instanceof JsonBoolean(boolean value) && value;
  }

  private static ContractSource source(JsonObject source) {
    return new ContractSource(
        WitnessReading.text(source, "word"),
        WitnessReading.text(source, "commit"),
        WitnessReading.text(source, "name"));
  }
}
