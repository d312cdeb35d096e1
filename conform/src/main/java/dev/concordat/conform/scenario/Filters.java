package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.ItemIds;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Filters a list by a query parameter that is called like a member of its items, where the member has few values: an
/// enumeration or a boolean.
final class Filters implements Scenario {
  private static final int MAX_FILTERS = 3;

  @Override
  public String name() {
    return "filters";
  }

  @Override
  public int requests() {
    return 5 + 2 * MAX_FILTERS;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return site.as(operation, Role.LIST)
        .filter(resource -> resource.has(Role.READ))
        .filter(resource -> !filters(operation, resource).isEmpty())
        .isPresent();
  }

  private static List<Parameter> filters(HttpOperation list, Resource resource) {
    Map<String, Schema> members = State.readable(resource);
    return list.parameters(ParameterLocation.QUERY).stream()
        .filter(parameter -> !Paging.isPaging(parameter.name()))
        .filter(parameter -> members.containsKey(parameter.name()))
        .filter(
            parameter ->
                isPlain(parameter.schema())
                    && isPlain(Optional.ofNullable(members.get(parameter.name()))))
        .limit(MAX_FILTERS)
        .toList();
  }

  private static boolean isPlain(Optional<Schema> schema) {
    return schema
        .map(Schema::view)
        .filter(
            view -> view.enumValues().isPresent() || view.types().equals(Set.of(JsonType.BOOLEAN)))
        .isPresent();
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    Optional<Made> made = walk.make(resource);
    if (made.isEmpty()) {
      return;
    }
    List<String> above =
        made.get().instance().values().subList(0, made.get().instance().values().size() - 1);
    Exchange read = walk.read(made.get().instance(), "read it");
    Optional<JsonObject> there = walk.shown(read);
    if (there.isEmpty()) {
      return;
    }
    for (Parameter filter : filters(operation, resource)) {
      Optional<JsonValue> own = there.get().member(filter.name());
      for (JsonValue value : values(filter)) {
        Exchange filtered =
            walk.list(
                operation,
                above,
                with(Paging.of(operation).largest(), filter, value),
                "list only those with " + filter.name() + " " + value);
        if (!judge(walk, operation, filter, value, own, made.get(), filtered)) {
          return;
        }
      }
    }
  }

  private static Map<String, JsonValue> with(
      Map<String, JsonValue> largest, Parameter filter, JsonValue value) {
    Map<String, JsonValue> all = new HashMap<>(largest);
    all.put(filter.pointer(), value);
    return all;
  }

  /// Two values: one that some have, and one that the new one does not have.
  private static List<JsonValue> values(Parameter filter) {
    return filter
        .schema()
        .flatMap(schema -> schema.view().enumValues())
        .orElse(List.of(JsonBoolean.of(true), JsonBoolean.of(false)))
        .stream()
        .limit(2)
        .toList();
  }

  private static boolean judge(
      Walk walk,
      HttpOperation list,
      Parameter filter,
      JsonValue value,
      Optional<JsonValue> own,
      Made made,
      Exchange filtered) {
    Resource resource = made.instance().resource();
    Optional<JsonValue> other =
        Listing.items(walk, filtered, resource).orElse(List.of()).stream()
            .flatMap(item -> ItemIds.thing(item).member(filter.name()).stream())
            .filter(member -> !Likeness.isKept(value, member))
            .findFirst();
    if (other.isPresent()) {
      walk.suspect(
          ConformMeaningRules.FILTER_IGNORED,
          Certainty.GUESS,
          list,
          filter.pointer(),
          "",
          filter.name() + "=" + value + " lists one with " + other.get(),
          "The parameter is called like the member, so it chooses by it.",
          Optional.of(new Comparison(value.toString(), other.get().toString())),
          own.filter(mine -> !Likeness.isKept(value, mine)).isPresent()
              ? List.of(made.exchange(), filtered)
              : List.of(filtered),
          List.of());
    }
    return other.isEmpty() && walk.isSound(filtered);
  }
}
