package dev.concordat.environment.setup.builds;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML without DTDs and external entities, so a file cannot reach outside itself.
final class Xml {
  private static final int MAX_DEPTH = 100;

  private Xml() {}

  private record Open(String name, int line, StringBuilder text, List<XmlElement> children) {
    XmlElement close() {
      return new XmlElement(name, text.toString().strip(), children, line);
    }
  }

  static XmlElement parse(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
    Deque<Open> open = new ArrayDeque<>();
    open.push(new Open("", 1, new StringBuilder(), new ArrayList<>()));
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() > MAX_DEPTH) {
            throw new XMLStreamException("more than " + MAX_DEPTH + " elements inside one another");
          }
          int line = Math.max(1, reader.getLocation().getLineNumber());
          open.push(new Open(reader.getLocalName(), line, new StringBuilder(), new ArrayList<>()));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.element().text().append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          XmlElement closed = open.pop().close();
          open.element().children().add(closed);
        }
        default -> {}
      }
    }
    return open.element().children().getFirst();
  }
}
