package dev.concordat.contracts.schema;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Compiles each pattern once.
final class Patterns {
  private final Map<String, TextPattern> compiled = new ConcurrentHashMap<>();

  TextPattern of(String source) {
    return compiled.computeIfAbsent(source, TextPattern::compile);
  }
}
