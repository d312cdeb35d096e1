package dev.concordat.contracts.xml;

/// Text between tags, white space included.
public record XmlText(String text) implements XmlNode {
  boolean isBlank() {
    return text.isBlank();
  }
}
