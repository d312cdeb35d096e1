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
          "agree compares a pact with OpenAPI, AsyncAPI, GraphQL or Protocol Buffers; WireMock"
              + " mappings with OpenAPI; GraphQL documents with a schema; and a consumer's OpenAPI,"
              + " AsyncAPI, Protocol Buffers, Avro or JSON Schema with a provider's of the same"
              + " kind";
    };
  }
}
