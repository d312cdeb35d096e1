package dev.concordat.cli.comparison;

/// What standard output holds after a comparison.
public enum OutputForm {
  text,
  json,
  markdown,
  sarif,
  github,
  junit
}
