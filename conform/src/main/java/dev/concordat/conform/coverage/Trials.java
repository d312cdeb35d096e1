package dev.concordat.conform.coverage;

import dev.concordat.cases.Flaw;
import dev.concordat.cases.OperationCase;
import dev.concordat.conform.talk.Deviation;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Identity;
import dev.concordat.conform.talk.Reason;
import dev.concordat.conform.talk.Trial;

/// Cases as trials of a run.
public final class Trials {
  private Trials() {}

  /// The case as the first user sends it.
  public static Trial of(OperationCase made) {
    Expected expected =
        switch (made.outcome()) {
          case ACCEPTED -> Expected.ACCEPTED;
          case ANSWERED -> Expected.ANSWERED;
          case REJECTED -> Expected.REJECTED;
          case MEDIA_TYPE_REFUSED -> Expected.MEDIA_TYPE_REFUSED;
          case METHOD_REFUSED -> Expected.METHOD_REFUSED;
          case NOT_ACCEPTABLE -> Expected.NOT_ACCEPTABLE;
        };
    return new Trial(
        made.id(),
        made.operation(),
        made.request(),
        Identity.FIRST,
        expected,
        new Reason(made.what(), made.says(), made.sentence()),
        made.flaw().map(Trials::deviation));
  }

  /// All items of a list are one place.
  private static Deviation deviation(Flaw flaw) {
    return new Deviation(flaw.pointer().replaceAll("/\\d+(?=/|$)", "/*"), flaw.keyword());
  }
}
