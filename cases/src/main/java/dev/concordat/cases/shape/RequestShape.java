package dev.concordat.cases.shape;

import dev.concordat.cases.pairs.CoveringArray;
import dev.concordat.cases.shape.Axes.Hook;
import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What is open in the requests of one operation, place by place: parameters, then the body. For one thread.
public final class RequestShape {
  /// More rows than this only to use each unusual value once are not made.
  private static final int MAX_SWEEPS = 24;

  private final ValueGenerator values;
  private final String path;
  private final Axes axes = new Axes();
  private final List<Part> places = new ArrayList<>();
  private final Map<List<Integer>, Integer> uses = new HashMap<>();

  /// @param path names the values that are made
  public RequestShape(ValueGenerator values, String path) {
    this.values = values;
    this.path = path;
  }

  /// One of the things that can stand at a place.
  ///
  /// @param name for people; empty for the plain one
  /// @param known a value that stands there in something that worked
  public record Option(String name, List<Schema> schemas, Optional<JsonValue> known) {}

  /// The values of one row.
  ///
  /// @param values by place, in the order in which they were opened
  /// @param options which option each place chose; -1 for none
  /// @param words what is not plain, for people; empty when everything is
  public record Filled(
      List<Optional<JsonValue>> values,
      List<Integer> options,
      String words,
      Map<List<Integer>, Integer> uses) {
    /// @param uses how often each level of each axis will have been used
    public Filled {
      values = List.copyOf(values);
      options = List.copyOf(options);
      uses = Map.copyOf(uses);
    }
  }

  /// The row was sent: what it used is used.
  public void commit(Filled filled) {
    uses.putAll(filled.uses());
  }

  /// A place with a value that never varies.
  public void fix(Optional<JsonValue> value) {
    places.add(new Part.Fixed(value));
  }

  /// A place at which values of a schema stand.
  ///
  /// @param pointer where, for people: `query:limit`
  /// @param isSendable whether a value can be written there
  public void open(
      String pointer,
      Schema schema,
      Optional<JsonValue> known,
      boolean isRequired,
      Predicate<JsonValue> isSendable) {
    places.add(
        new PartBuilder(values, path + "/" + pointer, axes, isSendable)
            .part(List.of(schema), pointer, known, isRequired, Hook.NONE));
  }

  /// A place at which one of several things stands, or nothing.
  public void openOneOf(String name, List<Option> options, boolean isRequired) {
    int levels = options.size() + (isRequired ? 0 : 1);
    int axis = axes.add(levels, Hook.NONE);
    var names = new ArrayList<String>();
    var parts = new ArrayList<Part>();
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      Hook hook = axis < 0 ? Hook.NONE : Hook.at(axis, i);
      names.add(option.name());
      parts.add(
          option.schemas().isEmpty()
              ? new Part.Fixed(option.known())
              : new PartBuilder(values, path + "/" + name + i, axes, value -> true)
                  .part(option.schemas(), "", option.known(), true, hook));
    }
    if (!isRequired) {
      names.add("absent");
      parts.add(new Part.Fixed(Optional.empty()));
    }
    places.add(new Part.Alternatives(axis, name, names, parts));
  }

  /// Rows in which every two choices that can meet do, the plainest first.
  public List<int[]> rows() {
    return CoveringArray.of(axes.all());
  }

  /// Rows nearer to the plain one, each with one choice less.
  public List<int[]> plainer(int[] levels) {
    var plainer = new ArrayList<int[]>();
    for (int axis = levels.length - 1; axis >= 0; axis--) {
      if (levels[axis] > 0) {
        int[] row = levels.clone();
        row[axis] = 0;
        plainer.add(Leaves.reached(row, axes.all()));
      }
    }
    return plainer;
  }

  /// The values of a row. Where a choice has several values, the next that no committed row used.
  public Filled fill(int[] levels) {
    var used = new HashMap<>(uses);
    var row = new Row(levels, used);
    var filled = new ArrayList<Optional<JsonValue>>();
    var options = new ArrayList<Integer>();
    for (Part place : places) {
      filled.add(place.value(row));
      options.add(
          place instanceof Part.Alternatives alternatives ? row.level(alternatives.axis()) : -1);
    }
    return new Filled(filled, options, row.words(), used);
  }

  /// A further row, in which every place stands at its choice with the most values that were not used yet; nothing when all
  /// were, or it would take too many.
  public Optional<int[]> sweep(int number) {
    if (number >= MAX_SWEEPS) {
      return Optional.empty();
    }
    int[] levels = new int[axes.all().size()];
    boolean hasMore = false;
    for (Part.Leaf leaf : Leaves.of(places)) {
      for (int level = 0; leaf.axis() >= 0 && level < leaf.choices().size(); level++) {
        int used = uses.getOrDefault(List.of(leaf.axis(), level), 0);
        if (used < leaf.choices().get(level).values().size() && levels[leaf.axis()] == 0) {
          levels[leaf.axis()] = level;
          hasMore |= level > 0 || used == 0;
        }
      }
    }
    return hasMore ? Optional.of(Leaves.reached(levels, axes.all())) : Optional.empty();
  }
}
