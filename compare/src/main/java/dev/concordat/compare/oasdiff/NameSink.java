package dev.concordat.compare.oasdiff;

import dev.concordat.compare.oasdiff.Transition.Concern;
import java.util.ArrayList;
import java.util.List;

/// Takes names, and keeps those that oasdiff has.
final class NameSink {
  private final Area area;
  private final List<SchemaName> names = new ArrayList<>();

  NameSink(Area area) {
    this.area = area;
  }

  Area area() {
    return area;
  }

  List<SchemaName> names() {
    return names;
  }

  /// Names that were found before.
  void addAll(List<SchemaName> known) {
    names.addAll(known);
  }

  /// A change of a schema, unless a transition of it explains the change.
  ///
  /// @param change what stands behind the part of the message: `max-length-set`
  void add(Pair pair, Transition transition, Concern concern, String change, String keyword) {
    if (!transition.explains(concern)) {
      add(pair, change, keyword);
    }
  }

  void add(Pair pair, String change, String keyword) {
    exactly(area.prefix(pair.isWhole()) + "-" + change, pair, pair.pointer(), keyword);
  }

  /// A rule by its whole name.
  ///
  /// @param pointer of the pair, or of a property of it
  void exactly(String id, Pair pair, String pointer, String keyword) {
    if (OasdiffRules.level(id).isPresent()) {
      names.add(new SchemaName(id, pointer, keyword, pair));
    }
  }
}
