package dev.concordat.conform.experiment;

import dev.concordat.conform.talk.Exchange;
import java.util.List;

/// Says what is wrong with one answer.
public interface Judge {
  /// The first cause, if anything is wrong; what follows from it is told as its consequences.
  List<Suspicion> judge(Exchange exchange);
}
