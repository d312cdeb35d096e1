package dev.concordat.contracts.xml;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An XML element.
///
/// @param name its expanded name, `{namespace}local`, which is what equality is about
/// @param written its name as written, with prefix, which is what paths are about
/// @param attributes by expanded name; namespace declarations are none
/// @param content elements and text in their order
public record XmlElement(
    String name, String written, Map<String, Attribute> attributes, List<XmlNode> content)
    implements XmlNode {
  public record Attribute(String written, String value) {}

  public List<XmlElement> children() {
    return content.stream()
        .filter(XmlElement.class::isInstance)
        .map(XmlElement.class::cast)
        .toList();
  }

  /// All text directly in it, each piece without the white space around it.
  public String text() {
    return texts().map(text -> text.text().strip()).collect(Collectors.joining());
  }

  /// All text directly in it as it stands.
  public String rawText() {
    return texts().map(XmlText::text).collect(Collectors.joining());
  }

  private java.util.stream.Stream<XmlText> texts() {
    return content.stream().filter(XmlText.class::isInstance).map(XmlText.class::cast);
  }

  String localName() {
    return local(name);
  }

  String namespace() {
    return namespace(name);
  }

  static String local(String expanded) {
    return expanded.substring(expanded.indexOf('}') + 1);
  }

  static String namespace(String expanded) {
    return expanded.startsWith("{") ? expanded.substring(1, expanded.indexOf('}')) : "";
  }
}
