package dev.concordat.compare.graphql;

/// How bad graphql-inspector calls a change, in its own words.
enum Level {
  BREAKING,
  DANGEROUS,
  NON_BREAKING
}
