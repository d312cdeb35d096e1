package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.Resource;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterEncoder;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Ids that nothing has, in the form that the contract asks for.
final class Ids {
  private static final long BASE = 913_260_000L;
  private static final int SMALL = 90_000;

  private Ids() {}

  /// A thing that does not exist, below these values of the path.
  static Optional<Instance> fresh(
      Walk walk, Resource resource, Parameter parameter, List<String> above) {
    int number = walk.site().bodies().next();
    return id(walk, parameter, number)
        .flatMap(
            id ->
                ParameterEncoder.path(parameter, id)
                    .map(
                        encoded -> {
                          List<String> values = new ArrayList<>(above);
                          values.add(encoded);
                          return new Instance(resource, values, id, Certainty.HTTP);
                        }));
  }

  private static Optional<JsonValue> id(Walk walk, Parameter parameter, int number) {
    Stream<JsonValue> plain =
        Stream.of(
            new JsonString("concordat-" + number),
            JsonNumber.of(BASE + number),
            JsonNumber.of(SMALL + number),
            new JsonString(Long.toString(BASE + number)));
    Optional<Schema> schema = parameter.schema();
    if (schema.isEmpty()) {
      return plain.findFirst();
    }
    boolean isFormatted =
        schema.get().view().format().filter(format -> !format.startsWith("int")).isPresent();
    return plain
        .filter(each -> !isFormatted && schema.get().accepts(each))
        .findFirst()
        .or(() -> walk.site().bodies().id(schema.get(), number));
  }
}
