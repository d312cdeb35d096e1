package dev.concordat.cli.pact;

/// What standard output holds after a verification.
public enum VerifyForm {
  text,
  json,
  junit
}
