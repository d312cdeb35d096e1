package dev.concordat.contracts;

/// The kinds of document that can be read. A new kind is a line here and a line in `ContractReader`.
public enum ContractKind {
  OPENAPI("OpenAPI"),
  OVERLAY("OpenAPI overlay"),
  ASYNCAPI("AsyncAPI"),
  PACT("Pact"),
  WIREMOCK("WireMock mappings"),
  POSTMAN("Postman collection"),
  HAR("HTTP archive"),
  HOVERFLY("Hoverfly simulation"),
  MOUNTEBANK("Mountebank imposters"),
  MOCKSERVER("MockServer expectations"),
  ARAZZO("Arazzo"),
  PROTOBUF("Protocol Buffers"),
  GRAPHQL("GraphQL"),
  AVRO("Avro"),
  JSON_SCHEMA("JSON Schema"),
  /// Not recognised, or not readable at all.
  UNKNOWN("unknown");

  private final String label;

  ContractKind(String label) {
    this.label = label;
  }

  /// The name people use for it.
  public String label() {
    return label;
  }
}
