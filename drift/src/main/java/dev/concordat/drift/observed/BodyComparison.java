package dev.concordat.drift.observed;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.drift.contract.SchemaPlace;
import dev.concordat.drift.lie.Correction;
import dev.concordat.drift.lie.Lie;
import dev.concordat.model.drift.NoiseKind;
import dev.concordat.model.drift.NoiseRule;
import dev.concordat.model.finding.DriftRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A mock's JSON body against those of the provider's answers: first the form, which must be the same, then the values, where
/// both speak of the same thing and the value is no noise.
final class BodyComparison {
  private static final Pattern KEY_OF_MAP =
      Pattern.compile("[0-9]{1,19}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int MAX_FOUND = 200;

  private final Asking asking;
  private final ValueTruth values;
  private final Set<String> varying;
  private final boolean isConfirmed;
  private final Map<String, Observation> found = new LinkedHashMap<>();
  private final Map<String, Map<String, Correction>> corrections = new LinkedHashMap<>();
  // The positions of the items that are looked at, the outermost first.
  private final List<Integer> indices = new ArrayList<>();

  /// @param varying places whose values were seen to vary
  /// @param isConfirmed whether there is more than one answer, so that a value is known to stay
  BodyComparison(Asking asking, Set<String> varying, boolean isConfirmed) {
    this.asking = asking;
    this.varying = varying;
    this.isConfirmed = isConfirmed;
    this.values = new ValueTruth(asking);
  }

  /// The differences, each place once.
  List<Observation> compare(JsonValue said, List<JsonValue> seen, SchemaPlace place) {
    look("", "", said, seen, place, asking.isOfTheSame());
    List<Observation> all = new ArrayList<>();
    found.forEach((pointer, observation) -> all.add(corrected(pointer, observation)));
    return all;
  }

  private Observation corrected(String pointer, Observation observation) {
    List<Correction> each = List.copyOf(corrections.getOrDefault(pointer, Map.of()).values());
    Lie lie = observation.lie();
    return new Observation(
        lie.withCorrection(each.size() == 1 ? each.getFirst() : new Correction.Several(each)),
        observation.isPermitted());
  }

  /// Tells a place once, and remembers what puts each item right.
  ///
  /// @param right by the very place in the mock's body
  private void put(String pointer, Observation observation, Function<String, Correction> right) {
    found.putIfAbsent(pointer, observation);
    var at = new StringBuilder(pointer);
    for (int index : indices) {
      int star = at.indexOf("/*");
      at.replace(star, star + 2, "/" + index);
    }
    String where = at.toString();
    corrections
        .computeIfAbsent(pointer, any -> new LinkedHashMap<>())
        .putIfAbsent(where, right.apply(where));
  }

  private void look(
      String pointer,
      String name,
      JsonValue said,
      List<JsonValue> seen,
      SchemaPlace place,
      boolean isSame) {
    if (found.size() >= MAX_FOUND || isSilenced(pointer, said, seen)) {
      return;
    }
    List<JsonValue> values = seen.stream().filter(value -> value != JsonNull.NULL).toList();
    if (said == JsonNull.NULL || values.isEmpty()) {
      // One null shows that there may be null; that there may be none, only a contract says.
      return;
    }
    List<JsonValue> alike =
        values.stream().filter(value -> value.type().equals(said.type())).toList();
    if (alike.isEmpty()) {
      add(
          DriftRules.WRONG_TYPE,
          pointer,
          "the stub says "
              + Told.type(said)
              + ", the provider sends "
              + Told.type(values.getFirst()),
          values.getFirst(),
          said,
          place.speaks() && place.accepts(said));
      return;
    }
    switch (said) {
      case JsonObject object -> object(pointer, object, alike, place, isSame);
      case JsonArray array -> array(pointer, array, alike, place, isSame);
      default -> scalar(pointer, name, said, alike, place, isSame);
    }
  }

  /// Whether a rule of noise speaks of the place. Of a text or number it still says what it is; below an object or list that
  /// it names it says nothing at all.
  private boolean isSilenced(String pointer, JsonValue said, List<JsonValue> seen) {
    Optional<NoiseRule> own = asking.noise().at(pointer);
    boolean isContainer = said instanceof JsonObject || said instanceof JsonArray;
    return own.isPresent()
        ? isContainer && own.get().kind() != NoiseKind.ORDER
        : asking.noise().covering(pointer).isPresent() && !seen.isEmpty();
  }

  private void object(
      String pointer, JsonObject said, List<JsonValue> seen, SchemaPlace place, boolean isSame) {
    List<JsonObject> objects = seen.stream().map(JsonObject.class::cast).toList();
    if (isMap(said) && objects.stream().allMatch(BodyComparison::isMap)) {
      map(pointer, said, objects, place);
      return;
    }
    said.members()
        .forEach(
            (name, value) -> {
              String at = pointer + "/" + Pointers.escape(name);
              List<JsonValue> there =
                  objects.stream().flatMap(object -> object.member(name).stream()).toList();
              if (there.isEmpty()) {
                extra(at, name, value, place);
              } else {
                look(at, name, value, there, place.member(name), isSame);
              }
            });
    if (asking.mock().isPartial()) {
      return;
    }
    objects
        .getFirst()
        .members()
        .forEach(
            (name, value) -> {
              boolean isAlways = objects.stream().allMatch(object -> object.has(name));
              if (isAlways && !said.has(name)) {
                missing(pointer + "/" + Pointers.escape(name), value, place);
              }
            });
  }

  private void extra(String at, String name, JsonValue value, SchemaPlace place) {
    if (asking.noise().covering(at).isPresent()) {
      return;
    }
    put(
        at,
        new Observation(
            Lie.observed(
                DriftRules.EXTRA_FIELD,
                at,
                "the provider never sends the field: " + Told.shortened(value),
                "no such field",
                Told.shortened(value),
                asking.ground(),
                new Correction.RemoveValue(at)),
            place.documents(name)),
        Correction.RemoveValue::new);
  }

  private void missing(String at, JsonValue value, SchemaPlace place) {
    if (asking.noise().covering(at).isPresent()) {
      return;
    }
    put(
        at,
        new Observation(
            Lie.observed(
                DriftRules.MISSING_FIELD,
                at,
                "the provider always sends the field: " + Told.shortened(value),
                Told.shortened(value),
                "no such field",
                asking.ground(),
                new Correction.SetValue(at, value)),
            place.namesMembers()),
        where -> new Correction.SetValue(where, value));
  }

  private static boolean isMap(JsonObject object) {
    return object.size() > 0
        && object.members().keySet().stream().allMatch(key -> KEY_OF_MAP.matcher(key).matches());
  }

  private void map(String pointer, JsonObject said, List<JsonObject> seen, SchemaPlace place) {
    List<JsonValue> all =
        seen.stream().flatMap(object -> object.members().values().stream()).toList();
    said.members()
        .forEach(
            (key, value) ->
                look(
                    pointer + "/" + Pointers.escape(key),
                    "",
                    value,
                    all,
                    place.member(key),
                    false));
  }

  private void array(
      String pointer, JsonArray said, List<JsonValue> seen, SchemaPlace place, boolean isSame) {
    List<JsonValue> items = new ArrayList<>();
    seen.forEach(list -> items.addAll(((JsonArray) list).items()));
    if (items.isEmpty()) {
      return;
    }
    SchemaPlace inner = place.items();
    for (int i = 0; i < said.items().size(); i++) {
      JsonValue item = said.items().get(i);
      indices.add(i);
      Optional<JsonValue> id = Identity.of(item);
      List<JsonValue> same =
          items.stream().filter(each -> id.isPresent() && Identity.of(each).equals(id)).toList();
      if (!same.isEmpty()) {
        look(pointer + "/*", "", item, same, inner, isSame);
      }
      // Of another thing only the form can be the same.
      look(pointer + "/*", "", item, items, inner, false);
      indices.removeLast();
    }
  }

  private void scalar(
      String pointer,
      String name,
      JsonValue said,
      List<JsonValue> seen,
      SchemaPlace place,
      boolean isSame) {
    boolean isCompared =
        isSame && !varying.contains(pointer) && asking.noise().at(pointer).isEmpty();
    String told = "the stub says " + Told.shortened(said) + ", the provider ";
    String truth = Told.shortened(seen.getFirst());
    if (ValueTruth.isOtherForm(said, seen)) {
      boolean isPermitted = place.speaks() && place.accepts(said);
      add(
          DriftRules.WRONG_FORMAT,
          pointer,
          told + "writes it like " + truth,
          seen.getFirst(),
          said,
          isPermitted);
    } else if (isCompared) {
      switch (values.of(name, said, seen, isConfirmed)) {
        case NOT_ECHOED ->
            stale(pointer, told + "says " + truth + ", which the request names", seen, said);
        case STALE ->
            stale(pointer, told + "says " + truth + ", and does so each time", seen, said);
        case TRUE, OTHER_FORM -> {}
      }
    }
  }

  private void stale(String pointer, String message, List<JsonValue> seen, JsonValue said) {
    add(DriftRules.STALE_VALUE, pointer, message, seen.getFirst(), said, false);
  }

  private void add(
      Rule rule,
      String pointer,
      String message,
      JsonValue truth,
      JsonValue said,
      boolean isPermitted) {
    put(
        pointer,
        new Observation(
            Lie.observed(
                rule,
                pointer,
                message,
                Told.shortened(truth),
                Told.shortened(said),
                asking.ground(),
                new Correction.SetValue(pointer, truth)),
            isPermitted),
        where -> new Correction.SetValue(where, truth));
  }
}
