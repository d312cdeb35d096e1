package dev.concordat.contracts.xml;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads an XML body. Documents with a document type declaration are refused, so there are no entities to expand and
/// nothing outside is ever fetched.
public final class XmlParser {
  /// Elements inside one another.
  private static final int MAX_DEPTH = 256;

  /// Elements in one document.
  private static final int MAX_ELEMENTS = 1_000_000;

  private final XMLStreamReader reader;
  private int elements;

  private XmlParser(XMLStreamReader reader) {
    this.reader = reader;
  }

  /// The root element.
  ///
  /// @throws XMLStreamException when the bytes are no XML, or break a limit
  public static XmlElement parse(byte[] bytes) throws XMLStreamException {
    return parse(bytes, Optional.empty());
  }

  /// The root element of text in a known charset, whatever its declaration says (RFC 7303 section 3).
  ///
  /// @throws XMLStreamException when the bytes are no XML, or break a limit
  public static XmlElement parse(byte[] bytes, Optional<Charset> charset)
      throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // The parser's own limit is lower, and its words are for people who configure it.
    factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(MAX_DEPTH + 1));
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entities are not read");
        });
    var in = new ByteArrayInputStream(bytes);
    XMLStreamReader reader =
        charset.isPresent()
            ? factory.createXMLStreamReader(in, charset.get().name())
            : factory.createXMLStreamReader(in);
    try {
      return new XmlParser(reader).document();
    } finally {
      reader.close();
    }
  }

  private XmlElement document() throws XMLStreamException {
    while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.DTD) {
        throw new XMLStreamException("document type declarations are not read");
      }
      reader.next();
    }
    XmlElement root = element(1);
    while (reader.hasNext()) {
      reader.next();
    }
    return root;
  }

  private XmlElement element(int depth) throws XMLStreamException {
    if (depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
      throw new XMLStreamException(
          "more than "
              + MAX_DEPTH
              + " elements inside one another, or "
              + MAX_ELEMENTS
              + " in all");
    }
    String name = reader.getName().toString();
    String written = written(reader.getName());
    Map<String, XmlElement.Attribute> attributes = attributes();
    List<XmlNode> content = new ArrayList<>();
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      switch (reader.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> content.add(element(depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            content.add(new XmlText(reader.getText()));
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("unknown entity &" + reader.getLocalName() + ";");
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
    return new XmlElement(name, written, attributes, List.copyOf(content));
  }

  private Map<String, XmlElement.Attribute> attributes() {
    Map<String, XmlElement.Attribute> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      QName name = reader.getAttributeName(i);
      attributes.put(
          name.toString(), new XmlElement.Attribute(written(name), reader.getAttributeValue(i)));
    }
    return attributes;
  }

  private static String written(QName name) {
    return name.getPrefix().isEmpty()
        ? name.getLocalPart()
        : name.getPrefix() + ":" + name.getLocalPart();
  }
}
