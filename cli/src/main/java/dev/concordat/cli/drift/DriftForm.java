package dev.concordat.cli.drift;

/// What standard output holds after a check of stubs.
public enum DriftForm {
  text,
  json,
  junit,
  sarif,
  github
}
