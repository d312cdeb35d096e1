package dev.concordat.cli.comparison;

import dev.concordat.model.comparison.ComparisonReport.Question;

/// Which kinds of contract can be compared, for people who tried others.
final class Kinds {
  private Kinds() {}

  static String sentence(Question question) {
    return switch (question) {
      case DIFF ->
          "diff compares two documents of one kind: OpenAPI, AsyncAPI, GraphQL schemas, Protocol"
              + " Buffers, Avro, JSON Schema";
      case AGREE ->
          "agree compares a pact, an OpenAPI document or WireMock mappings with OpenAPI; a pact"
              + " with AsyncAPI, GraphQL or Protocol Buffers; GraphQL documents with a schema; an"
              + " Avro reader with its writer";
    };
  }
}
