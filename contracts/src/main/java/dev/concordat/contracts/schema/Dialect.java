package dev.concordat.contracts.schema;

import java.util.Optional;

/// A version of JSON Schema, or of what a contract format made of it.
public enum Dialect {
  DRAFT_4("http://json-schema.org/draft-04/schema"),
  DRAFT_6("http://json-schema.org/draft-06/schema"),
  DRAFT_7("http://json-schema.org/draft-07/schema"),
  DRAFT_2019_09("https://json-schema.org/draft/2019-09/schema"),
  DRAFT_2020_12("https://json-schema.org/draft/2020-12/schema"),
  /// Swagger 2.0: a subset of draft 4 with `x-nullable`, `type: file` and a `discriminator` that names a member.
  SWAGGER_2_0("https://spec.openapis.org/oas/2.0/dialect"),
  /// OpenAPI 3.0: a subset of draft 5 with `nullable`, boolean `exclusiveMinimum` and `discriminator`.
  OPENAPI_3_0("https://spec.openapis.org/oas/3.0/dialect"),
  /// OpenAPI 3.1 and 3.2: 2020-12 with `discriminator` and `xml` as annotations.
  OPENAPI_3_1("https://spec.openapis.org/oas/3.1/dialect/base"),
  /// AsyncAPI 2 and 3: draft 7 with `discriminator` as an annotation.
  ASYNCAPI("https://asyncapi.com/dialect/draft-07");

  private final String uri;

  Dialect(String uri) {
    this.uri = uri;
  }

  /// What `$schema` says of it, without fragment.
  public String uri() {
    return uri;
  }

  /// The dialect that `$schema` names, `http` and `https`, with or without an empty fragment.
  public static Optional<Dialect> named(String uri) {
    String bare = uri.endsWith("#") ? uri.substring(0, uri.length() - 1) : uri;
    String other =
        bare.startsWith("https:")
            ? "http:" + bare.substring(6)
            : "https:" + bare.replaceFirst("^http:", "");
    for (Dialect dialect : values()) {
      if (dialect.uri.equals(bare) || dialect.uri.equals(other)) {
        return Optional.of(dialect);
      }
    }
    // OpenAPI publishes its dialects under their dates:
    // `https://spec.openapis.org/oas/3.1/dialect/2024-11-10`.
    return bare.matches("https?://spec\\.openapis\\.org/oas/3\\.[12]/dialect/.*")
        ? Optional.of(OPENAPI_3_1)
        : Optional.empty();
  }

  /// Where `$id` is spelled `id`.
  boolean spellsIdPlainly() {
    return this == DRAFT_4;
  }

  /// Whether schemas name themselves at all; in OpenAPI before 3.1 they do not.
  boolean hasIds() {
    return !isOldOpenApi();
  }

  /// OpenAPI before 3.1, which takes only some keywords from the drafts.
  boolean isOldOpenApi() {
    return this == SWAGGER_2_0 || this == OPENAPI_3_0;
  }

  /// Whether `exclusiveMinimum` is a boolean beside `minimum`.
  boolean hasBooleanBounds() {
    return this == DRAFT_4 || isOldOpenApi();
  }

  /// Whether what stands beside a `$ref` is ignored.
  boolean ignoresSiblingsOfRef() {
    return !isModern();
  }

  /// 2019-09 and later, where keywords belong to vocabularies.
  boolean isModern() {
    return switch (this) {
      case DRAFT_2019_09, DRAFT_2020_12, OPENAPI_3_1 -> true;
      case DRAFT_4, DRAFT_6, DRAFT_7, SWAGGER_2_0, OPENAPI_3_0, ASYNCAPI -> false;
    };
  }

  /// Whether `prefixItems` took the place of `items` as an array.
  boolean hasPrefixItems() {
    return this == DRAFT_2020_12 || this == OPENAPI_3_1;
  }

  boolean isOpenApi() {
    return isOldOpenApi() || this == OPENAPI_3_1;
  }

  /// Whether 1.0 counts as an integer: since draft 6. In contracts it always does, for no client can tell.
  boolean hasFractionlessIntegers() {
    return this != DRAFT_4;
  }

  /// The type that `type` names. A file of Swagger 2.0 is text of which nothing is said.
  Optional<JsonType> type(String name) {
    return this == SWAGGER_2_0 && name.equals("file")
        ? Optional.of(JsonType.STRING)
        : JsonType.named(name);
  }

  /// Whether a keyword that came with a draft is one here.
  boolean has(Dialect since) {
    return switch (this) {
      case SWAGGER_2_0, OPENAPI_3_0 -> since == DRAFT_4;
      case ASYNCAPI -> since.compareTo(DRAFT_7) <= 0;
      case OPENAPI_3_1 -> since.compareTo(DRAFT_2020_12) <= 0;
      case DRAFT_4, DRAFT_6, DRAFT_7, DRAFT_2019_09, DRAFT_2020_12 -> since.compareTo(this) <= 0;
    };
  }
}
