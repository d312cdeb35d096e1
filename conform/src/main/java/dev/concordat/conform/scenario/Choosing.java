package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Words;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a list must be asked for that chooses among its things: a required parameter that is called like a member of theirs, as
/// `feed_type` is like `feedType`. A guess.
///
/// @param values by {@link Parameter#pointer}, those of the thing that is looked for
/// @param isKnown whether the thing has a value for each
record Choosing(Map<String, JsonValue> values, boolean isKnown) {

  static Choosing of(HttpOperation list, Resource resource, JsonObject thing) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    boolean isKnown = true;
    for (Parameter parameter : list.parameters(ParameterLocation.QUERY)) {
      String wanted = Words.plain(parameter.name());
      boolean chooses =
          parameter.required()
              && !Paging.isPaging(parameter.name())
              && State.readable(resource).keySet().stream()
                  .map(Words::plain)
                  .anyMatch(wanted::equals);
      if (chooses) {
        Optional<JsonValue> own =
            thing.members().entrySet().stream()
                .filter(member -> Words.plain(member.getKey()).equals(wanted))
                .map(Map.Entry::getValue)
                .filter(value -> parameter.schema().map(s -> s.accepts(value)).orElse(true))
                .findFirst();
        own.ifPresent(value -> values.put(parameter.pointer(), value));
        isKnown &= own.isPresent();
      }
    }
    return new Choosing(values, isKnown);
  }
}
