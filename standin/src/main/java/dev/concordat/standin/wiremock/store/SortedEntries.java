package dev.concordat.standin.wiremock.store;

import java.util.Arrays;

/// A few stubs in the order in which they are asked. Thread-safe; reading costs nothing.
final class SortedEntries {
  private volatile Entry[] entries = new Entry[0];

  Entry[] array() {
    return entries;
  }

  synchronized void add(Entry entry) {
    Entry[] longer = Arrays.copyOf(entries, entries.length + 1);
    int at = longer.length - 1;
    while (at > 0 && Entry.ORDER.compare(longer[at - 1], entry) > 0) {
      longer[at] = longer[at - 1];
      at--;
    }
    longer[at] = entry;
    entries = longer;
  }

  synchronized void remove(Entry entry) {
    entries =
        Arrays.stream(entries)
            .filter(other -> other.sequence() != entry.sequence())
            .toArray(Entry[]::new);
  }
}
