package dev.concordat.contracts.body;

import javax.xml.stream.XMLStreamException;

/// What the XML parser says, on one line and without its own ceremony.
final class XmlWords {
  private static final int MAX_CHARACTERS = 200;

  private XmlWords() {}

  static String of(XMLStreamException e) {
    String said = String.valueOf(e.getMessage());
    int message = said.indexOf("Message: ");
    String text =
        (message < 0 ? said : said.substring(message + 9)).strip().replaceAll("\\s+", " ");
    String where =
        e.getLocation() == null || message < 0
            ? ""
            : "line " + e.getLocation().getLineNumber() + ": ";
    return where
        + (text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "…");
  }
}
