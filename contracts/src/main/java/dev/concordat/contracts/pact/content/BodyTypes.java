package dev.concordat.contracts.pact.content;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.model.matching.ContentSniffer;

/// Media types as Pact's clients look at them, which is more generous than the standards: a type that is none is unknown,
/// anything that ends with `json` is JSON, and a body without a type has the one it looks like.
public final class BodyTypes {
  private BodyTypes() {}

  public static MediaType parse(String text) {
    return MediaType.parse(text).orElse(MediaType.UNKNOWN);
  }

  /// What the bytes look like; unknown when there are none.
  public static MediaType sniff(byte[] bytes) {
    return bytes.length == 0 ? MediaType.UNKNOWN : parse(ContentSniffer.sniff(bytes));
  }

  public static boolean isJson(MediaType type) {
    return type.subtype().endsWith("json")
        || type.essence().equals("application/json-rpc")
        || type.essence().equals("application/jsonrequest");
  }

  /// Whether the bytes are text that people can read.
  public static boolean isText(MediaType type) {
    return type.type().equals("text")
        || isJson(type)
        || type.isXml()
        || type.isForm()
        || type.subtype().endsWith("javascript")
        || type.subtype().endsWith("yaml")
        || type.subtype().endsWith("graphql");
  }

  /// Whether bodies of the other type can be compared with bodies of this one: the same type, or a subtype with this one's
  /// structure (`application/hal+json` for `application/json`).
  public static boolean admits(MediaType wanted, MediaType other) {
    return wanted.essence().equals(other.essence()) || wanted.essence().equals(structure(other));
  }

  private static String structure(MediaType type) {
    int plus = type.subtype().lastIndexOf('+');
    return plus < 0 ? type.essence() : "application/" + type.subtype().substring(plus + 1);
  }
}
