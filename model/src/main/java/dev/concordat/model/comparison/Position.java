package dev.concordat.model.comparison;

/// Where two contracts meet: one part of one message.
///
/// @param operation `POST /orders`, `shop.OrderService/Place`, `orders.created`, `type Order`; empty for the whole document
/// @param detail what tells it from others of its kind: a parameter's name, `201 application/json`; may be empty
public record Position(String operation, Part part, String detail) {
  /// The parts that messages and contracts have.
  public enum Part {
    DOCUMENT("document"),
    OPERATION("operation"),
    SECURITY("security"),
    PATH_PARAMETER("path parameter"),
    QUERY_PARAMETER("query parameter"),
    REQUEST_HEADER("request header"),
    COOKIE("cookie"),
    REQUEST_BODY("request body"),
    RESPONSE("response"),
    RESPONSE_HEADER("response header"),
    RESPONSE_BODY("response body"),
    MESSAGE_HEADERS("message headers"),
    MESSAGE("message"),
    /// A named type: of JSON Schema, Avro, protobuf, GraphQL.
    TYPE("type"),
    FIELD("field"),
    ARGUMENT("argument"),
    ENUM_VALUE("enum value");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    /// The name people use for it.
    public String words() {
      return words;
    }
  }

  /// `POST /orders · request body application/json`.
  public String text() {
    String what = detail.isEmpty() ? part.words() : part.words() + " " + detail;
    return operation.isEmpty() ? what : operation + " · " + what;
  }
}
