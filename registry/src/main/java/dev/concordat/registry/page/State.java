package dev.concordat.registry.page;

import dev.concordat.model.run.LinkView;

/// How a pair stands; what needs somebody comes first.
enum State {
  /// The verification of the contract failed.
  BROKEN("broken", "✗", LinkView.State.BROKEN),
  /// There is none.
  UNKNOWN("unknown", "?", LinkView.State.UNSEEN),
  /// It succeeded, and mocks that a side tests with no longer tell the truth.
  DRIFTING("drifting", "≈", LinkView.State.DRIFTING),
  /// It succeeded.
  PROVED("proved", "✓", LinkView.State.HOLDS);

  private final String word;
  private final String sign;
  private final LinkView.State drawn;

  State(String word, String sign, LinkView.State drawn) {
    this.word = word;
    this.sign = sign;
    this.drawn = drawn;
  }

  String word() {
    return word;
  }

  /// Said beside the word, so that colour is not the only difference.
  String sign() {
    return sign;
  }

  LinkView.State drawn() {
    return drawn;
  }
}
