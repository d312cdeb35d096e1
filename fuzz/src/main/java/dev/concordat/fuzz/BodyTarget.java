package dev.concordat.fuzz;

import dev.concordat.contracts.Contract;

/// The body of a message, sent to an operation that takes one of every kind.
record BodyTarget(Contract everyBody) implements Target {
  BodyTarget() {
    this(Workspace.contract("every-body.yaml"));
  }

  @Override
  public void take(byte[] input) {
    Messages.judge(everyBody, input);
  }
}
