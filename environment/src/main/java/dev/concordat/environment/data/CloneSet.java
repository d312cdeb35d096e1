package dev.concordat.environment.data;

import java.util.Map;

/// A clone of every database, with an observer of each.
///
/// @param names database names by part
/// @param observers by part
record CloneSet(Map<String, String> names, Map<String, RowObserver> observers) {
  CloneSet {
    names = Map.copyOf(names);
    observers = Map.copyOf(observers);
  }
}
