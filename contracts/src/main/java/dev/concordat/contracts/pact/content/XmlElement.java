package dev.concordat.contracts.pact.content;

import java.util.List;
import java.util.Map;

/// An XML element.
///
/// @param name its expanded name, `{namespace}local`, which is what equality is about
/// @param written its name as written, with prefix, which is what paths are about
/// @param attributes by expanded name; namespace declarations are none
/// @param text all text directly in it, each piece without the white space around it
record XmlElement(
    String name,
    String written,
    Map<String, Attribute> attributes,
    List<XmlElement> children,
    String text) {
  record Attribute(String written, String value) {}
}
