package dev.concordat.standin.wiremock.store;

import java.util.Comparator;

/// A mapping in its place: lower priorities are asked first, and of the same priority the latest.
record Entry(Mapping mapping, long sequence) {
  static final Comparator<Entry> ORDER =
      Comparator.comparingInt((Entry entry) -> entry.mapping().stub().priority())
          .thenComparing(Comparator.comparingLong(Entry::sequence).reversed());

  static final Comparator<Entry> LATEST = Comparator.comparingLong(Entry::sequence).reversed();
}
