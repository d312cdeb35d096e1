package dev.concordat.engine.flow;

import dev.concordat.model.place.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is in the databases before a flow's first step. Every flow case starts on a fresh clone, so nothing has to be
/// removed.
public sealed interface Given {
  Place place();

  /// A named state of `data/states.yaml`, with parameters.
  record State(String name, Template.Members parameters, Place place) implements Given {}

  /// Rows, by `part.table`, in the order in which they are inserted.
  ///
  /// @param as the name under which `$given.NAME` shows the first row as it was stored
  record Rows(Map<String, List<Template.Members>> tables, String as, Place place) implements Given {
    public Rows {
      tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }
  }
}
