package dev.concordat.model.problem;

/// How much a problem costs: an error makes a sentence unusable, a warning does not.
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
