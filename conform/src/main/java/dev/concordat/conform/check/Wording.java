package dev.concordat.conform.check;

import dev.concordat.conform.talk.Exchange;

/// Sentences that several checks begin with.
final class Wording {
  private Wording() {}

  /// `POST /orders with quantity above its maximum (101)`.
  static String sent(Exchange exchange) {
    String what = exchange.trial().reason().what();
    String title = exchange.sent().method() + " " + exchange.trial().operation().path().text();
    return what.isEmpty() ? title : title + ", " + what + ",";
  }

  /// Where a request deviates, or where it is answered.
  static String pointer(Exchange exchange, String otherwise) {
    return exchange.trial().deviation().map(deviation -> deviation.pointer()).orElse(otherwise);
  }
}
