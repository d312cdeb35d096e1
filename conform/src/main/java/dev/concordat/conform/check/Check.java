package dev.concordat.conform.check;

import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Exchange;
import java.util.List;

/// One way in which a single answer can be wrong. One check is one file and one line in {@link Checks}.
public interface Check {
  /// What is wrong with the answer; empty when nothing is, or when this check has no opinion of it.
  List<Suspicion> check(Exchange exchange);
}
