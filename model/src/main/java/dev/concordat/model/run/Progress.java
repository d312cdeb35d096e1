package dev.concordat.model.run;

import dev.concordat.model.finding.Finding;
import java.time.Duration;

/// What happens while a run goes on. Listeners are called from several threads, one event at a time, and must be quick.
public sealed interface Progress {
  /// Something long begins: `building orders`, `starting postgres`.
  record Started(String subject, String what) implements Progress {}

  /// What {@link Started} announced is done.
  record Done(String subject, String what, Duration took) implements Progress {}

  /// Some cases are done.
  record Cases(int done, int total, String current) implements Progress {}

  /// A finding that this run had not seen before; incidents are formed at the end.
  record Found(Finding finding) implements Progress {}

  /// Something a person should know now.
  record Said(String text) implements Progress {}
}
