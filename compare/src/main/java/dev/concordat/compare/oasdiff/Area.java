package dev.concordat.compare.oasdiff;

/// A part of a message as oasdiff's names tell it: how they begin for the part itself, and for what is inside it.
enum Area {
  REQUEST_BODY("request-body", "request-property", true),
  RESPONSE_BODY("response-body", "response-property", false),
  PARAMETER("request-parameter", "request-parameter-property", true),
  /// A parameter too; its members have rules of their own.
  REQUEST_HEADER("request-parameter", "request-parameter-property", true),
  RESPONSE_HEADER("response-header", "response-header-property", false);

  private final String whole;
  private final String inside;
  private final boolean isRequest;

  Area(String whole, String inside, boolean isRequest) {
    this.whole = whole;
    this.inside = inside;
    this.isRequest = isRequest;
  }

  String prefix(boolean isWhole) {
    return isWhole ? whole : inside;
  }

  boolean isParameter() {
    return this == PARAMETER || this == REQUEST_HEADER;
  }

  /// Whether what the new schema allows must hold all that the old one did.
  boolean isRequest() {
    return isRequest;
  }
}
